/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hipparchus.distribution.continuous.TDistribution;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Would this evaluation see a signal where there is none? The outcomes are permuted among the
 * patients and the whole evaluation is run again; the mean AUC must be 0.5 within its interval. An
 * evaluation that leaks, for example by selecting features on all patients, gives more.
 *
 * @param permutationCount evaluations run
 * @param meanAuc mean AUC over permutations
 * @param interval of that mean, Student's t over permutations
 */
public record LeakageAudit(int permutationCount, double meanAuc, Interval interval) {

  /** The evaluation under audit: out-of-fold scores of these patients with these outcomes. */
  @FunctionalInterface
  public interface Evaluation {
    ScoredOutcomes evaluate(TrainingSet patients, long seed) throws NotFittedException;
  }

  /** Whether 0.5 lies in the interval. */
  public boolean passes() {
    return interval.contains(0.5);
  }

  /**
   * @param permutationCount at least 3; stated in the result
   * @param level confidence level of the interval
   */
  public static LeakageAudit run(
      TrainingSet patients,
      Evaluation evaluation,
      int permutationCount,
      double level,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    if (permutationCount < 3) {
      throw new IllegalArgumentException("an audit needs three permutations: " + permutationCount);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Leakage audit", permutationCount);
    double[] auc = new double[permutationCount];
    for (int k = 0; k < permutationCount; k++) {
      progress.checkCanceled();
      int[] order = IntStream.range(0, patients.size()).toArray();
      StratifiedFolds.shuffle(order, new Random(seed + k));
      boolean[] permuted = new boolean[order.length];
      for (int i = 0; i < order.length; i++) {
        permuted[i] = patients.event(order[i]);
      }
      ScoredOutcomes scores = evaluation.evaluate(patients.withEvents(permuted), seed + k);
      auc[k] = DeLong.areaUnderCurve(scores, level).asOptional().orElseThrow();
      progress.worked(1);
    }
    double mean = java.util.Arrays.stream(auc).average().orElseThrow();
    double squares = java.util.Arrays.stream(auc).map(a -> (a - mean) * (a - mean)).sum();
    double error = Math.sqrt(squares / (permutationCount - 1) / permutationCount);
    double t =
        new TDistribution(permutationCount - 1.0).inverseCumulativeProbability(0.5 + level / 2);
    return new LeakageAudit(
        permutationCount, mean, new Interval(mean - t * error, mean + t * error, level, false));
  }
}
