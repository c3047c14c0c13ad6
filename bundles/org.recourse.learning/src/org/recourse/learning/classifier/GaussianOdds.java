/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import java.util.Map;
import java.util.Optional;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.FittedState;

/** Log odds with a normal distribution per feature and outcome; index 1 is the event. */
record GaussianOdds(double prior, double[][] mean, double[][] variance) implements Classifier {

  static final String KIND = "gaussian-naive-bayes";

  static GaussianOdds of(FittedState state) {
    double[] mean = state.values("mean");
    return new GaussianOdds(
        state.value("prior"),
        FittedState.rows(mean, mean.length / 2),
        FittedState.rows(state.values("variance"), mean.length / 2));
  }

  @Override
  public double score(double[] row) {
    double logOdds = prior;
    for (int j = 0; j < row.length; j++) {
      logOdds += logDensity(row[j], mean[1][j], variance[1][j]);
      logOdds -= logDensity(row[j], mean[0][j], variance[0][j]);
    }
    return logOdds;
  }

  /** Without the constant, which both outcomes share. */
  private static double logDensity(double value, double mean, double variance) {
    return -0.5 * Math.log(variance) - (value - mean) * (value - mean) / (2 * variance);
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(
        FittedState.ofNumbers(
            KIND,
            Map.of(
                "prior",
                new double[] {prior},
                "mean",
                FittedState.flat(mean),
                "variance",
                FittedState.flat(variance))));
  }
}
