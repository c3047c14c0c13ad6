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
import java.util.stream.Stream;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkWeights;

/**
 * The final model and its ensemble.
 *
 * @param preparation scaling and components of all cases
 * @param network the network trained on all cases
 * @param ensemble the networks of the folds, for features scaled by {@code preparation}
 */
public record FinalFit(
    FeaturePreparation preparation, TrainedNetwork network, List<NetworkWeights> ensemble) {

  public FinalFit {
    Objects.requireNonNull(preparation, "preparation");
    Objects.requireNonNull(network, "network");
    ensemble = List.copyOf(ensemble);
  }

  /** Returns the parameters file of a package. */
  public NetworkFile file(NetworkPlan plan) {
    return new NetworkFile(
        plan.variant(),
        plan.size(),
        Stream.concat(Stream.of(network.weights()), ensemble.stream()).toList());
  }
}
