/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import java.util.Locale;
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
 * <p>With few permutations the interval is so wide that it holds 0.5 whatever the evaluation does.
 * Such an audit neither passes nor fails: it tells nothing below half the width of its interval.
 *
 * @param permutationCount evaluations run
 * @param meanAuc mean AUC over permutations
 * @param interval of that mean, Student's t over permutations, cut at 0 and 1
 */
public record LeakageAudit(int permutationCount, double meanAuc, Interval interval) {

  /** Half a width above which an interval tells too little: 0.5 against 0.55. */
  public static final double GREATEST_HALF_WIDTH = 0.05;

  /** What an audit tells. */
  public enum Verdict {
    /** 0.5 lies in an interval that is narrow enough to tell. */
    NO_LEAK_SEEN("no leak seen"),
    /** 0.5 lies in the interval, but so would it with a leak. */
    TOO_FEW_PERMUTATIONS("too few permutations to tell"),
    /** 0.5 lies outside. */
    LEAK_LIKELY("0.5 is outside, a leak is likely");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** For people, within a sentence. */
    public String text() {
      return text;
    }
  }

  /** The evaluation under audit: out-of-fold scores of these patients with these outcomes. */
  @FunctionalInterface
  public interface Evaluation {
    ScoredOutcomes evaluate(TrainingSet patients, long seed) throws NotFittedException;
  }

  /** Whether 0.5 lies in the interval; see {@link #verdict} for whether that tells anything. */
  public boolean passes() {
    return interval.contains(0.5);
  }

  /** What it tells. */
  public Verdict verdict() {
    if (!passes()) {
      return Verdict.LEAK_LIKELY;
    }
    return halfWidth() <= GREATEST_HALF_WIDTH ? Verdict.NO_LEAK_SEEN : Verdict.TOO_FEW_PERMUTATIONS;
  }

  private double halfWidth() {
    return (interval.upper() - interval.lower()) / 2;
  }

  /** Number of permutations, mean, interval and what they tell, for reports and model cards. */
  public String sentence() {
    String figures =
        String.format(
            Locale.ROOT,
            "%d permutations of the outcomes, mean AUC %.3f, %.0f %% interval %.3f to %.3f: %s",
            permutationCount,
            meanAuc,
            100 * interval.level(),
            interval.lower(),
            interval.upper(),
            verdict().text());
    return verdict() == Verdict.TOO_FEW_PERMUTATIONS
        ? figures
            + String.format(
                Locale.ROOT, ", a leak of less than %.2f in the AUC would not show", halfWidth())
        : figures;
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
        permutationCount, mean, Interval.within(mean - t * error, mean + t * error, level, 0, 1));
  }
}
