/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.inference.network.NetworkWeights;

/**
 * One training of one network.
 *
 * @param plan which network
 * @param start weights to start from; their map of the features is not trained
 * @param training cases to learn from, scaled, at least two
 * @param validation cases that decide when to stop and which epoch is kept; may be empty
 * @param options how
 * @param checkpoint file in which training goes on after a kill; empty: none is written
 */
public record TrainingRequest(
    NetworkPlan plan,
    NetworkWeights start,
    List<TrainingCase> training,
    List<TrainingCase> validation,
    TrainingOptions options,
    Optional<Path> checkpoint) {

  public TrainingRequest {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(checkpoint, "checkpoint");
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.size() < 2) {
      throw new IllegalArgumentException("at least two cases to learn from: " + training.size());
    }
    if (!start.layout().equals(plan.layout())) {
      throw new IllegalArgumentException("the weights are of " + start.layout());
    }
    training.forEach(one -> requireFit(one, plan));
    validation.forEach(one -> requireFit(one, plan));
  }

  private static void requireFit(TrainingCase one, NetworkPlan plan) {
    if (one.features().length != plan.layout().featureCount()) {
      throw new IllegalArgumentException(
          one.id()
              + " has "
              + one.features().length
              + " features, the network takes "
              + plan.layout().featureCount());
    }
    boolean fits =
        !plan.layout().dose()
            || one.dose().filter(d -> d.shape().equals(plan.size().doseShape())).isPresent();
    if (!fits) {
      throw new IllegalArgumentException(
          "the dose of " + one.id() + " must be of " + plan.size().doseShape());
    }
  }
}
