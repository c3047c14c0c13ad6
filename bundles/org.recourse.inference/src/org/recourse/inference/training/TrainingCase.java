/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Objects;
import java.util.Optional;
import org.recourse.inference.tensor.Tensor;

/**
 * One patient to learn from. Immutable; copies share the dose.
 *
 * @param id name of the patient in results
 * @param dose dose in Gy in the shape of the network; empty if the model takes none
 * @param features numbers in the order of the feature list
 * @param event whether the outcome occurred
 */
public record TrainingCase(String id, Optional<Tensor> dose, double[] features, boolean event) {

  public TrainingCase {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(dose, "dose");
    features = features.clone();
    for (double feature : features) {
      if (!Double.isFinite(feature)) {
        throw new IllegalArgumentException("a feature of " + id + " is not finite: " + feature);
      }
    }
  }

  /** Returns a copy of the features. */
  @Override
  public double[] features() {
    return features.clone();
  }

  /** Returns this case with other features. */
  public TrainingCase withFeatures(double[] others) {
    return new TrainingCase(id, dose, others, event);
  }
}
