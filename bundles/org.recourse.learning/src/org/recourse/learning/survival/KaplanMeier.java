/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.recourse.learning.sample.Interval;

/**
 * The product-limit estimate of survival. Immutable.
 *
 * <p>S(t) = Π (1 − dᵢ/nᵢ) over the event times up to t; a patient censored at an event time is
 * still at risk there. Greenwood's variance is S² Σ dᵢ / (nᵢ (nᵢ − dᵢ)). Source: Kaplan and Meier
 * 1958 (doi:10.1080/01621459.1958.10501452). Worked example, a test: the 21 patients of Freireich
 * 1963 on 6-mercaptopurine: 0.8571 at week 6 (standard error 0.0764), 0.4482 at week 23.
 */
public final class KaplanMeier {

  /**
   * @param time event time
   * @param atRisk patients watched just before
   * @param events events at this time
   * @param survival estimate from this time on
   * @param standardError Greenwood's; 0 where the estimate is 0
   */
  public record Step(double time, int atRisk, int events, double survival, double standardError) {}

  private final List<Step> steps;
  private final double lastFollowUp;

  private KaplanMeier(List<Step> steps, double lastFollowUp) {
    this.steps = List.copyOf(steps);
    this.lastFollowUp = lastFollowUp;
  }

  /**
   * @throws IllegalArgumentException if the sample is empty
   */
  public static KaplanMeier of(SurvivalSample sample) {
    if (sample.size() == 0) {
      throw new IllegalArgumentException("a survival curve needs at least one patient");
    }
    int[] order = sample.ascendingOrder();
    var steps = new ArrayList<Step>();
    double survival = 1;
    double greenwood = 0;
    int i = 0;
    while (i < order.length) {
      double time = sample.time(order[i]);
      int atRisk = order.length - i;
      int events = 0;
      for (; i < order.length && sample.time(order[i]) == time; i++) {
        events += sample.event(order[i]) ? 1 : 0;
      }
      if (events > 0) {
        survival *= 1 - events / (double) atRisk;
        greenwood += events / ((double) atRisk * (atRisk - events)); // infinite at the last death
        double error = survival == 0 ? 0 : survival * Math.sqrt(greenwood);
        steps.add(new Step(time, atRisk, events, survival, error));
      }
    }
    return new KaplanMeier(steps, sample.time(order[order.length - 1]));
  }

  public List<Step> steps() {
    return steps;
  }

  /** Survival at {@code time}; empty after the last follow-up, where nothing is known. */
  public OptionalDouble survivalAt(double time) {
    if (time > lastFollowUp) {
      return OptionalDouble.empty();
    }
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return OptionalDouble.of(survival);
  }

  /** The first time with survival at or below one half; empty when it is never reached. */
  public OptionalDouble medianTime() {
    return steps.stream()
        .filter(step -> step.survival() <= 0.5)
        .mapToDouble(Step::time)
        .findFirst();
  }

  /**
   * Confidence interval at a step on the log scale, S · exp(± z · SE/S), cut to 1 (the default of
   * R's survival package). Not defined where nobody survives.
   *
   * @throws IllegalArgumentException if the survival of {@code step} is 0
   */
  public static Interval interval(Step step, double level) {
    if (step.survival() == 0) {
      throw new IllegalArgumentException("where nobody survives no interval is defined");
    }
    double z = new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
    double factor = Math.exp(z * step.standardError() / step.survival());
    return Interval.within(step.survival() / factor, step.survival() * factor, level, 0, 1);
  }
}
