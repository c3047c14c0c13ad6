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
 * Decision value Σ aᵢ K(sᵢ, x) − r of a support-vector machine.
 *
 * @param gamma of the radial basis function; 0 for the inner product
 */
record KernelScore(double[][] vectors, double[] weight, double offset, double gamma)
    implements Classifier {

  static final String KIND = "kernel";

  static KernelScore of(FittedState state) {
    double[] weight = state.values("weights");
    double[] flat = state.values("vectors");
    return new KernelScore(
        FittedState.rows(flat, flat.length / weight.length),
        weight,
        state.value("offset"),
        state.value("gamma"));
  }

  @Override
  public double score(double[] features) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i] * kernel(vectors[i], features);
    }
    return sum - offset;
  }

  private double kernel(double[] vector, double[] features) {
    double sum = 0;
    if (gamma == 0) {
      for (int j = 0; j < vector.length; j++) {
        sum += vector[j] * features[j];
      }
      return sum;
    }
    for (int j = 0; j < vector.length; j++) {
      sum += (vector[j] - features[j]) * (vector[j] - features[j]);
    }
    return Math.exp(-gamma * sum);
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(
        FittedState.ofNumbers(
            KIND,
            Map.of(
                "vectors",
                FittedState.flat(vectors),
                "weights",
                weight.clone(),
                "offset",
                new double[] {offset},
                "gamma",
                new double[] {gamma})));
  }
}
