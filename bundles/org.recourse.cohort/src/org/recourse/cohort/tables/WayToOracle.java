/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.util.stream.IntStream;
import org.recourse.learning.performance.Bootstrap;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * How far a model has come from chance to the oracle: (A − 1/2) / (A* − 1/2) for the AUC A of the
 * model and A* of the true risk on the same patients. 1 is the oracle, 0 is chance, below 0 is
 * worse than chance; undefined where the oracle is at chance. Worked example, a test: A = 0.75 and
 * A* = 1 give 0.5.
 */
final class WayToOracle {

  private static final double LEVEL = 0.95;

  private WayToOracle() {}

  /**
   * The way with its interval from resampling patients, both AUCs on the same resample.
   *
   * @param model scores of the patients
   * @param oracle their true risks, in the same order with the same outcomes
   */
  static Estimate of(ScoredOutcomes model, ScoredOutcomes oracle, int resampleCount, long seed) {
    int count = model.size();
    boolean[] events = new boolean[count];
    double[] number = new double[count];
    for (int i = 0; i < count; i++) {
      if (model.event(i) != oracle.event(i)) {
        throw new IllegalArgumentException("patient " + i + " has two outcomes");
      }
      events[i] = model.event(i);
      number[i] = i; // which patient, for the resample to find both scores
    }
    return Bootstrap.interval(
        new ScoredOutcomes(number, events),
        drawn -> {
          int[] index = IntStream.range(0, count).map(i -> (int) drawn.score(i)).toArray();
          return of(model.drawn(index), oracle.drawn(index));
        },
        resampleCount,
        LEVEL,
        seed,
        null);
  }

  private static Estimate of(ScoredOutcomes model, ScoredOutcomes oracle) {
    double own = DeLong.areaUnderCurve(model, LEVEL).asOptional().orElse(0.5) - 0.5;
    double best = DeLong.areaUnderCurve(oracle, LEVEL).asOptional().orElse(0.5) - 0.5;
    return best > 0
        ? Estimate.of(own / best)
        : Estimate.undefined("The oracle is at chance on these patients.");
  }
}
