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

/**
 * A linear predictor.
 *
 * @param coefficients intercept first, then one per feature
 */
record LinearScore(double[] coefficients) implements Classifier {

  static final String KIND = "linear";

  static LinearScore of(double intercept, double[] slopes) {
    double[] coefficients = new double[slopes.length + 1];
    coefficients[0] = intercept;
    System.arraycopy(slopes, 0, coefficients, 1, slopes.length);
    return new LinearScore(coefficients);
  }

  static LinearScore of(FittedState state) {
    return new LinearScore(state.values("coefficients"));
  }

  @Override
  public double score(double[] features) {
    double sum = coefficients[0];
    for (int j = 0; j < features.length; j++) {
      sum += coefficients[j + 1] * features[j];
    }
    return sum;
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(FittedState.ofNumbers(KIND, Map.of("coefficients", coefficients.clone())));
  }
}
