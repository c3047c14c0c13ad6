/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.recourse.learning.regression.LogisticRegression;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Ranks;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Whether predicted probabilities are what is observed.
 *
 * <p>Logistic recalibration regresses the outcome on the logit of the prediction: logit P(event) =
 * a + b · logit(p). Slope b = 1 and calibration-in-the-large (the intercept with b fixed at 1) 0
 * are perfect; b &lt; 1 tells of predictions that are too extreme. Sources: Cox 1958
 * (doi:10.1093/biomet/45.3-4.562); Van Calster et al. 2019 (doi:10.1186/s12916-019-1466-7).
 * Predictions of exactly 0 or 1 have no logit; the logistic measures are undefined then.
 */
public final class Calibration {

  private static final String NO_LOGIT =
      "A prediction of exactly 0 or 1 has no logit, so calibration slope and intercept are not"
          + " defined.";

  private Calibration() {}

  /**
   * Mean squared difference of prediction and outcome, 0 best
   * (doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2).
   */
  public static Estimate brierScore(ScoredOutcomes probabilities) {
    requireProbabilities(probabilities);
    if (probabilities.size() == 0) {
      return Estimate.undefined("There is no patient.");
    }
    double sum = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      double error = probabilities.score(i) - (probabilities.event(i) ? 1 : 0);
      sum += error * error;
    }
    return Estimate.of(sum / probabilities.size());
  }

  /** Slope b of logistic recalibration. */
  public static Estimate slope(ScoredOutcomes probabilities) {
    return recalibrated(probabilities, true);
  }

  /** Calibration in the large: the intercept when the slope is held at 1. */
  public static Estimate intercept(ScoredOutcomes probabilities) {
    return recalibrated(probabilities, false);
  }

  private static Estimate recalibrated(ScoredOutcomes probabilities, boolean slope) {
    requireProbabilities(probabilities);
    if (!probabilities.hasBothOutcomes()) {
      return Estimate.undefined("Calibration needs patients with and without the event.");
    }
    double[][] logit = new double[probabilities.size()][];
    double[] offset = new double[probabilities.size()];
    boolean[] event = new boolean[probabilities.size()];
    for (int i = 0; i < logit.length; i++) {
      double p = probabilities.score(i);
      if (p == 0 || p == 1) {
        return Estimate.undefined(NO_LOGIT);
      }
      double value = Math.log(p / (1 - p));
      logit[i] = slope ? new double[] {value} : new double[0];
      offset[i] = slope ? 0 : value;
      event[i] = probabilities.event(i);
    }
    return switch (LogisticRegression.fit(logit, event, offset)) {
      case LogisticRegression.Converged fit ->
          Estimate.of(slope ? fit.coefficients()[1] : fit.coefficients()[0]);
      case LogisticRegression.NotConverged failure -> Estimate.undefined(failure.reason());
    };
  }

  /**
   * One group of patients in a calibration plot.
   *
   * @param patientCount patients in the group
   * @param predictedMean mean predicted probability
   * @param observedFraction events over patients
   */
  public record Group(int patientCount, double predictedMean, double observedFraction) {}

  /**
   * Patients in order of their prediction, cut into {@code groupCount} groups of equal size (the
   * first ones hold one more when the number does not divide).
   */
  public static List<Group> groups(ScoredOutcomes probabilities, int groupCount) {
    requireProbabilities(probabilities);
    if (groupCount < 1 || groupCount > probabilities.size()) {
      throw new IllegalArgumentException(
          groupCount + " groups of " + probabilities.size() + " patients");
    }
    double[] p = new double[probabilities.size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = probabilities.score(i);
    }
    int[] order = Ranks.ascendingOrder(p);
    var groups = new ArrayList<Group>();
    int from = 0;
    for (int g = 0; g < groupCount; g++) {
      int to = from + p.length / groupCount + (g < p.length % groupCount ? 1 : 0);
      double sum = 0;
      int events = 0;
      for (int i = from; i < to; i++) {
        sum += p[order[i]];
        events += probabilities.event(order[i]) ? 1 : 0;
      }
      groups.add(new Group(to - from, sum / (to - from), events / (double) (to - from)));
      from = to;
    }
    return List.copyOf(groups);
  }

  /**
   * Hosmer–Lemeshow test in {@code groupCount} groups: χ² = Σ n (o − p̄)² / (p̄ (1 − p̄)) on
   * groupCount − 2 degrees of freedom (doi:10.1080/03610928008827941). It depends on the grouping;
   * offered for readers who ask for it.
   *
   * @return p-value; undefined when a group predicts exactly 0 or 1 on average
   */
  public static Estimate hosmerLemeshowPValue(ScoredOutcomes probabilities, int groupCount) {
    if (groupCount < 3) {
      throw new IllegalArgumentException("Hosmer-Lemeshow needs three groups: " + groupCount);
    }
    double chiSquare = 0;
    for (Group group : groups(probabilities, groupCount)) {
      double spread = group.predictedMean() * (1 - group.predictedMean());
      if (spread == 0) {
        return Estimate.undefined("A group of patients is predicted exactly 0 or 1.");
      }
      double difference = group.observedFraction() - group.predictedMean();
      chiSquare += group.patientCount() * difference * difference / spread;
    }
    return Estimate.of(
        1 - new ChiSquaredDistribution(groupCount - 2).cumulativeProbability(chiSquare));
  }

  static void requireProbabilities(ScoredOutcomes sample) {
    for (int i = 0; i < sample.size(); i++) {
      if (!(sample.score(i) >= 0 && sample.score(i) <= 1)) {
        throw new IllegalArgumentException("not a probability: " + sample.score(i));
      }
    }
  }
}
