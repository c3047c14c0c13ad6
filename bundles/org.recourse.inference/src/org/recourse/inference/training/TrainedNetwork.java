/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.List;
import java.util.Objects;
import org.recourse.inference.network.NetworkWeights;

/**
 * What training came to.
 *
 * @param weights those of the kept epoch, batch normalisation folded in
 * @param keptEpoch the epoch with the smallest validation loss, or the last one
 * @param epochs figures of every epoch
 */
public record TrainedNetwork(NetworkWeights weights, int keptEpoch, List<TrainingEpoch> epochs) {

  public TrainedNetwork {
    Objects.requireNonNull(weights, "weights");
    epochs = List.copyOf(epochs);
    if (keptEpoch < 1 || keptEpoch > epochs.size()) {
      throw new IllegalArgumentException("no epoch " + keptEpoch + " of " + epochs.size());
    }
  }
}
