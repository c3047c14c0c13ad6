/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.List;
import org.recourse.learning.performance.Calibration;
import org.recourse.learning.performance.DecisionCurve;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Calibration and net benefit of probabilities on patients that neither model nor recalibration has
 * seen. Immutable.
 *
 * @param slope calibration slope, 1 best
 * @param intercept calibration in the large, 0 best
 * @param brier mean squared error
 * @param hosmerLemeshowPValue in ten groups, fewer with fewer than 50 patients
 * @param curve groups of the calibration plot
 */
public record ProbabilityQuality(
    Estimate slope,
    Estimate intercept,
    Estimate brier,
    Estimate hosmerLemeshowPValue,
    List<Calibration.Group> curve) {

  private static final int MOST_GROUPS = 10;
  private static final int LEAST_GROUPS = 3;
  private static final int PATIENTS_PER_GROUP = 5;
  private static final double NEARLY_CERTAIN = 1e-9;

  public ProbabilityQuality {
    curve = List.copyOf(curve);
  }

  /** The scores as probabilities. */
  public static ScoredOutcomes probabilities(ScoredOutcomes scores, Recalibration recalibration) {
    double[] probability = new double[scores.size()];
    boolean[] event = new boolean[probability.length];
    for (int i = 0; i < probability.length; i++) {
      probability[i] =
          Math.clamp(
              recalibration.probability(scores.score(i)), NEARLY_CERTAIN, 1 - NEARLY_CERTAIN);
      event[i] = scores.event(i);
    }
    return new ScoredOutcomes(probability, event);
  }

  public static ProbabilityQuality of(ScoredOutcomes probabilities) {
    int groups = Math.clamp(probabilities.size() / PATIENTS_PER_GROUP, LEAST_GROUPS, MOST_GROUPS);
    if (!probabilities.hasBothOutcomes() || probabilities.size() < groups) {
      Estimate none = Estimate.undefined("Too few patients, or all have the same outcome.");
      return new ProbabilityQuality(none, none, none, none, List.of());
    }
    return new ProbabilityQuality(
        Calibration.slope(probabilities),
        Calibration.intercept(probabilities),
        Calibration.brierScore(probabilities),
        Calibration.hosmerLemeshowPValue(probabilities, groups),
        Calibration.groups(probabilities, groups));
  }

  /** Net benefit of acting at a threshold probability, and of acting on everybody. */
  public static double[] netBenefits(ScoredOutcomes probabilities, double thresholdFraction) {
    return new double[] {
      DecisionCurve.netBenefit(probabilities, thresholdFraction),
      DecisionCurve.netBenefitOfAll(probabilities, thresholdFraction)
    };
  }
}
