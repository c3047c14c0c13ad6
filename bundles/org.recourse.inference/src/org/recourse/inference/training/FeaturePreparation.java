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
import java.util.Optional;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;

/**
 * Scaling of the features, the choice among them and, for several sequences, their principal
 * components, fitted on training cases. Choice and components are one linear map from the scaled
 * features, with a row of zeros where a feature is not used. Immutable; the arrays never leave this
 * class.
 */
public final class FeaturePreparation {

  /** A feature that does not vary is scaled by 1, so that it becomes 0 everywhere. */
  private static final double LEAST_DEVIATION = 1e-12;

  private final double[] mean;
  private final double[] deviation;
  private final double[][] components; // no rows: none

  private FeaturePreparation(double[] mean, double[] deviation, double[][] components) {
    this.mean = mean;
    this.deviation = deviation;
    this.components = components;
  }

  /** Fits scaling and components of all features. */
  public static FeaturePreparation fit(List<TrainingCase> cases) {
    return fit(cases, FeatureChoice.ALL);
  }

  /**
   * Fits mean and standard deviation of every feature and, with more than {@link
   * NetworkLayout#SEQUENCE_FEATURES} features, which of the scaled ones are used; more than that
   * many of them are replaced by their leading principal components.
   */
  public static FeaturePreparation fit(List<TrainingCase> cases, FeatureChoice choice) {
    int count = cases.getFirst().features().length;
    double[] mean = new double[count];
    double[] deviation = new double[count];
    for (TrainingCase one : cases) {
      double[] features = one.features();
      for (int i = 0; i < count; i++) {
        mean[i] += features[i] / cases.size();
      }
    }
    for (TrainingCase one : cases) {
      double[] features = one.features();
      for (int i = 0; i < count; i++) {
        deviation[i] += (features[i] - mean[i]) * (features[i] - mean[i]) / (cases.size() - 1);
      }
    }
    for (int i = 0; i < count; i++) {
      deviation[i] = Math.sqrt(deviation[i]);
      if (!(deviation[i] > LEAST_DEVIATION * Math.max(1, Math.abs(mean[i])))) {
        deviation[i] = 1;
      }
    }
    var scaling = new FeaturePreparation(mean, deviation, new double[0][]);
    if (count <= NetworkLayout.SEQUENCE_FEATURES) {
      return scaling;
    }
    List<TrainingCase> scaled = scaling.scaled(cases);
    return new FeaturePreparation(mean, deviation, map(scaled, choice.of(scaled), count));
  }

  /** Chosen features are passed on, or reduced to their components if they are too many. */
  private static double[][] map(List<TrainingCase> scaled, List<Integer> chosen, int count) {
    if (chosen.size() < NetworkLayout.SEQUENCE_FEATURES) {
      throw new IllegalArgumentException("too few features were chosen: " + chosen.size());
    }
    double[][] map = new double[NetworkLayout.SEQUENCE_FEATURES][count];
    if (chosen.size() == NetworkLayout.SEQUENCE_FEATURES) {
      for (int row = 0; row < map.length; row++) {
        map[row][chosen.get(row)] = 1;
      }
      return map;
    }
    double[][] rows =
        scaled.stream()
            .map(TrainingCase::features)
            .map(features -> chosen.stream().mapToDouble(i -> features[i]).toArray())
            .toArray(double[][]::new);
    double[][] axes = PrincipalComponents.of(rows, NetworkLayout.SEQUENCE_FEATURES);
    for (int row = 0; row < map.length; row++) {
      for (int i = 0; i < chosen.size(); i++) {
        map[row][chosen.get(i)] = axes[row][i];
      }
    }
    return map;
  }

  public double mean(int feature) {
    return mean[feature];
  }

  public double deviation(int feature) {
    return deviation[feature];
  }

  /** Returns the preparation of some of the features, given by ascending positions. */
  FeaturePreparation of(List<Integer> kept) {
    double[][] map = new double[components.length][];
    for (int row = 0; row < map.length; row++) {
      double[] whole = components[row];
      map[row] = kept.stream().mapToDouble(i -> whole[i]).toArray();
    }
    return new FeaturePreparation(
        kept.stream().mapToDouble(i -> mean[i]).toArray(),
        kept.stream().mapToDouble(i -> deviation[i]).toArray(),
        map);
  }

  /** Returns a case with scaled features; the components are applied by the network. */
  public TrainingCase scaled(TrainingCase one) {
    double[] features = one.features();
    for (int i = 0; i < features.length; i++) {
      features[i] = (features[i] - mean[i]) / deviation[i];
    }
    return one.withFeatures(features);
  }

  public List<TrainingCase> scaled(List<TrainingCase> cases) {
    return cases.stream().map(this::scaled).toList();
  }

  /** Returns the map from scaled features to components; empty for a single sequence. */
  public Optional<Tensor> components(NetworkLayout layout) {
    if (components.length == 0) {
      return Optional.empty();
    }
    float[] values = new float[components.length * mean.length];
    for (int row = 0; row < components.length; row++) {
      for (int i = 0; i < mean.length; i++) {
        values[row * mean.length + i] = (float) components[row][i];
      }
    }
    return Optional.of(Tensor.of(layout.shapes().get("features.components"), values));
  }

  /** Returns initial weights with the components in place. */
  public NetworkWeights start(NetworkLayout layout, long seed) {
    NetworkWeights initial = NetworkWeights.initial(layout, seed);
    return components(layout).map(map -> initial.with("features.components", map)).orElse(initial);
  }

  /**
   * Returns weights that give, for features scaled by another preparation, what the given weights
   * give for features scaled by this one: x = z · s'/s + (m' − m)/s is folded into the first linear
   * map and, for what it shifts, into the bias of the projection.
   */
  public NetworkWeights rebased(NetworkWeights weights, FeaturePreparation other) {
    boolean reduced = weights.layout().reducesFeatures();
    Tensor first = weights.tensor(reduced ? "features.components" : "features.project");
    int rows = first.shape().sizes().get(0);
    float[] values = first.toArray();
    double[] shift = new double[rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < mean.length; i++) {
        double weight = values[row * mean.length + i];
        values[row * mean.length + i] = (float) (weight * other.deviation[i] / deviation[i]);
        shift[row] += weight * (other.mean[i] - mean[i]) / deviation[i];
      }
    }
    double[] biasShift = reduced ? times(weights.tensor("features.project"), shift) : shift;
    float[] bias = weights.tensor("features.project.bias").toArray();
    for (int i = 0; i < bias.length; i++) {
      bias[i] += (float) biasShift[i];
    }
    return weights
        .with(
            reduced ? "features.components" : "features.project", Tensor.of(first.shape(), values))
        .with(
            "features.project.bias",
            Tensor.of(weights.tensor("features.project.bias").shape(), bias));
  }

  private static double[] times(Tensor matrix, double[] vector) {
    double[] product = new double[matrix.shape().sizes().get(0)];
    for (int row = 0; row < product.length; row++) {
      for (int i = 0; i < vector.length; i++) {
        product[row] += matrix.at(row * vector.length + i) * vector[i];
      }
    }
    return product;
  }
}
