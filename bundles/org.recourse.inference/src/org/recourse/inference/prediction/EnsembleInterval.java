/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import java.util.List;
import java.util.Optional;

/**
 * How far networks trained on other parts of the patients disagree: on the logit scale, mean ± t ·
 * s · √(1 + 1/K) with the 97.5 % quantile t of Student's distribution for K − 1 degrees of freedom,
 * the 95 % prediction interval for one more such network. It holds what the choice of patients
 * changes, not what all of them have in common, such as a bias of the centre. Worked example: two
 * logits −1 and 1 have the mean 0, s = √2 and the half-width 12.706 · √2 · √1.5 = 22.0.
 *
 * @param lower lower score
 * @param upper upper score
 * @param scores the scores of the networks, in the order of the package
 */
public record EnsembleInterval(double lower, double upper, List<Double> scores) {

  /** Quantiles 0.975 of Student's distribution for 1 to 9 degrees of freedom. */
  private static final double[] QUANTILE = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  private static final double SMALLEST_SCORE = 1e-9;

  public EnsembleInterval {
    scores = List.copyOf(scores);
  }

  /** Returns the interval; empty for fewer than two or more than ten networks. */
  public static Optional<EnsembleInterval> of(List<Double> scores) {
    int count = scores.size();
    if (count < 2 || count > QUANTILE.length + 1) {
      return Optional.empty();
    }
    double mean = scores.stream().mapToDouble(EnsembleInterval::logit).average().orElseThrow();
    double squares = scores.stream().mapToDouble(s -> (logit(s) - mean) * (logit(s) - mean)).sum();
    double deviation = Math.sqrt(squares / (count - 1));
    double half = QUANTILE[count - 2] * deviation * Math.sqrt(1 + 1.0 / count);
    return Optional.of(new EnsembleInterval(sigmoid(mean - half), sigmoid(mean + half), scores));
  }

  private static double logit(double score) {
    double inside = Math.min(1 - SMALLEST_SCORE, Math.max(SMALLEST_SCORE, score));
    return Math.log(inside) - Math.log1p(-inside);
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
