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
 * Scaling of the features and, for several sequences, their principal components, fitted on
 * training cases. Immutable; the arrays never leave this class.
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

  /**
   * Fits mean and standard deviation of every feature and, with more than {@link
   * NetworkLayout#SEQUENCE_FEATURES} features, the leading principal components of the scaled ones.
   */
  public static FeaturePreparation fit(List<TrainingCase> cases) {
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
    double[][] rows =
        cases.stream().map(one -> scaling.scaled(one).features()).toArray(double[][]::new);
    double[][] axes = PrincipalComponents.of(rows, NetworkLayout.SEQUENCE_FEATURES);
    return new FeaturePreparation(mean, deviation, axes);
  }

  public double mean(int feature) {
    return mean[feature];
  }

  public double deviation(int feature) {
    return deviation[feature];
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
