/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.util.ArrayList;
import java.util.List;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingRequest;

/** How far a training has come: its state, the figures so far and the weights worth keeping. */
final class TrainingProgress {

  private final TrainingState state;
  private final List<TrainingEpoch> epochs;
  private NetworkWeights keptWeights;
  private int keptEpoch;

  TrainingProgress(
      TrainingState state, List<TrainingEpoch> epochs, NetworkWeights keptWeights, int keptEpoch) {
    this.state = state;
    this.epochs = new ArrayList<>(epochs);
    this.keptWeights = keptWeights;
    this.keptEpoch = keptEpoch;
  }

  static TrainingProgress start(TrainingRequest request) {
    return new TrainingProgress(TrainingState.of(request.start()), List.of(), request.start(), 0);
  }

  /**
   * Adds an epoch; its weights are kept if its validation loss is the smallest, or there is none.
   */
  void add(TrainingEpoch epoch) {
    double before =
        keptEpoch == 0
            ? Double.POSITIVE_INFINITY
            : epochs.get(keptEpoch - 1).validationLoss().orElse(Double.POSITIVE_INFINITY);
    epochs.add(epoch);
    if (epoch.validationLoss().isEmpty() || epoch.validationLoss().getAsDouble() < before) {
      keptWeights = state.weights();
      keptEpoch = epoch.epoch();
    }
  }

  TrainingState state() {
    return state;
  }

  List<TrainingEpoch> epochs() {
    return epochs;
  }

  NetworkWeights keptWeights() {
    return keptWeights;
  }

  int keptEpoch() {
    return keptEpoch;
  }
}
