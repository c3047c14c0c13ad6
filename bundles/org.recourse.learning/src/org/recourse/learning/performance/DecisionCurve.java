/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Net benefit of acting on a probability, against acting on everybody or on nobody.
 *
 * <p>At threshold probability t net benefit = TP/N − FP/N · t/(1 − t); treating all gives p − (1 −
 * p) · t/(1 − t) with prevalence p, treating none gives 0. Source: Vickers and Elkin 2006
 * (doi:10.1177/0272989X06295361). Worked example, a test: the ten patients of {@link DeLong} at t =
 * 0.35: 0.238462, all 0.076923.
 */
public final class DecisionCurve {

  private DecisionCurve() {}

  /**
   * @param probabilities one probability per patient, 0–1
   * @param thresholdFraction threshold probability, at least 0 and below 1
   */
  public static double netBenefit(ScoredOutcomes probabilities, double thresholdFraction) {
    requireSample(probabilities, thresholdFraction);
    ConfusionCounts counts = ConfusionCounts.of(probabilities, thresholdFraction);
    double weight = thresholdFraction / (1 - thresholdFraction);
    return (counts.truePositives() - counts.falsePositives() * weight) / probabilities.size();
  }

  /** Net benefit of acting on every patient. */
  public static double netBenefitOfAll(ScoredOutcomes probabilities, double thresholdFraction) {
    requireSample(probabilities, thresholdFraction);
    double weight = thresholdFraction / (1 - thresholdFraction);
    return (probabilities.eventCount() - probabilities.nonEventCount() * weight)
        / probabilities.size();
  }

  private static void requireSample(ScoredOutcomes probabilities, double thresholdFraction) {
    if (!(thresholdFraction >= 0 && thresholdFraction < 1)) {
      throw new IllegalArgumentException("a threshold is in [0, 1): " + thresholdFraction);
    }
    if (probabilities.size() == 0) {
      throw new IllegalArgumentException("net benefit needs at least one patient");
    }
    Calibration.requireProbabilities(probabilities);
  }
}
