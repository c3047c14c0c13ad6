/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * The final model and its ensemble.
 *
 * @param preparation scaling and components of all cases
 * @param network the network trained on all cases
 * @param ensemble the networks of the folds, for features scaled by {@code preparation}
 */
public record FinalFit(
    FeaturePreparation preparation, TrainedNetwork network, List<NetworkWeights> ensemble) {

  private static final String MAP = "features.components";
  private static final String PROJECTION = "features.project";

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

  /**
   * Returns the positions of the features that at least one of the networks uses, ascending.
   * Networks of the folds may have chosen other ones than the final network.
   */
  public List<Integer> usedFeatures() {
    NetworkLayout layout = network.weights().layout();
    if (!layout.reducesFeatures()) {
      return IntStream.range(0, layout.featureCount()).boxed().toList();
    }
    return IntStream.range(0, layout.featureCount())
        .filter(i -> all().anyMatch(weights -> uses(weights, i)))
        .boxed()
        .toList();
  }

  private Stream<NetworkWeights> all() {
    return Stream.concat(Stream.of(network.weights()), ensemble.stream());
  }

  private static boolean uses(NetworkWeights weights, int feature) {
    Tensor map = weights.tensor(MAP);
    int columns = weights.layout().featureCount();
    return IntStream.range(0, NetworkLayout.SEQUENCE_FEATURES)
        .anyMatch(row -> map.at(row * columns + feature) != 0);
  }

  /** Returns the same networks without the inputs that none of them uses; scores do not change. */
  public FinalFit withoutUnused() {
    List<Integer> used = usedFeatures();
    if (used.size() == network.weights().layout().featureCount()) {
      return this;
    }
    var fewer =
        new TrainedNetwork(
            restricted(network.weights(), used), network.keptEpoch(), network.epochs());
    return new FinalFit(
        preparation.of(used),
        fewer,
        ensemble.stream().map(weights -> restricted(weights, used)).toList());
  }

  private static NetworkWeights restricted(NetworkWeights weights, List<Integer> used) {
    NetworkLayout before = weights.layout();
    var layout = new NetworkLayout(before.dose(), used.size(), before.firstChannels());
    Tensor map = weights.tensor(MAP);
    int rows = NetworkLayout.SEQUENCE_FEATURES;
    float[] values = new float[rows * used.size()];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < used.size(); i++) {
        values[row * used.size() + i] = map.at(row * before.featureCount() + used.get(i));
      }
    }
    Tensor fewer = Tensor.of(TensorShape.of(rows, used.size()), values);
    var tensors = new LinkedHashMap<>(weights.tensors());
    if (layout.reducesFeatures()) {
      tensors.put(MAP, fewer);
    } else { // as many features as the projection takes: the map becomes part of it
      tensors.remove(MAP);
      tensors.put(PROJECTION, product(weights.tensor(PROJECTION), fewer));
    }
    return new NetworkWeights(layout, tensors);
  }

  private static Tensor product(Tensor left, Tensor right) {
    int rows = left.shape().sizes().get(0);
    int inner = left.shape().sizes().get(1);
    int columns = right.shape().sizes().get(1);
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int i = 0; i < inner; i++) {
          sum += (double) left.at(row * inner + i) * right.at(i * columns + column);
        }
        values[row * columns + column] = (float) sum;
      }
    }
    return Tensor.of(TensorShape.of(rows, columns), values);
  }
}
