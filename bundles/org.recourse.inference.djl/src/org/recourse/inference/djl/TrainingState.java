/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * Everything that training changes, in Java arrays: parameters with unfolded batch normalisation,
 * the moments of Adam, the running statistics and the number of steps. Mutable, not thread-safe.
 *
 * <p>The kernels that see the dose are kept for doses in units of 70 Gy, so that their steps are as
 * large as those of the others; {@link #weights} turns them into kernels for Gy.
 */
final class TrainingState {

  static final String GAIN = "reduce.gain";
  static final String SHIFT = "reduce.shift";
  static final String MEAN = "reduce.mean";
  static final String VARIANCE = "reduce.variance";

  private static final String BIAS = "reduce.bias";

  private final NetworkLayout layout;
  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Map<String, float[]> first = new LinkedHashMap<>();
  private final Map<String, float[]> second = new LinkedHashMap<>();
  private int steps;

  private TrainingState(NetworkLayout layout) {
    this.layout = layout;
  }

  /** Starts from weights: gain 1, shift as their bias, statistics of mean 0 and variance 1. */
  static TrainingState of(NetworkWeights start) {
    var state = new TrainingState(start.layout());
    start
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.endsWith(BIAS)) {
                int channels = tensor.shape().valueCount();
                String block = name.substring(0, name.length() - BIAS.length());
                state.values.put(block + GAIN, filled(channels, 1));
                state.values.put(block + SHIFT, tensor.toArray());
                state.values.put(block + MEAN, new float[channels]);
                state.values.put(block + VARIANCE, filled(channels, 1));
              } else {
                state.values.put(name, scaled(name, tensor.toArray(), factor(name)));
              }
            });
    state.values.forEach(
        (name, array) -> {
          if (trained(name)) {
            state.first.put(name, new float[array.length]);
            state.second.put(name, new float[array.length]);
          }
        });
    return state;
  }

  /** Returns the arrays by name; the caller may write into them. */
  Map<String, float[]> values() {
    return values;
  }

  Map<String, float[]> firstMoments() {
    return first;
  }

  Map<String, float[]> secondMoments() {
    return second;
  }

  int steps() {
    return steps;
  }

  void steps(int count) {
    steps = count;
  }

  /** Whether gradients change the array; running statistics and components are not trained. */
  static boolean trained(String name) {
    return !name.endsWith(MEAN) && !name.endsWith(VARIANCE) && !name.equals("features.components");
  }

  /** Returns the shape of an array. */
  TensorShape shape(String name) {
    TensorShape shape = layout.shapes().get(name);
    return shape == null ? TensorShape.of(values.get(name).length) : shape;
  }

  /** Folds the batch normalisation: w · g / √(v + ε), bias s − m · g / √(v + ε). */
  NetworkWeights weights() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    layout
        .shapes()
        .forEach(
            (name, shape) -> {
              float[] folded;
              if (name.endsWith(BIAS)) {
                folded = foldedBias(name.substring(0, name.length() - BIAS.length()));
              } else if (name.startsWith("block") && name.endsWith("reduce")) {
                folded = foldedKernel(name.substring(0, name.length() - "reduce".length()));
              } else {
                folded = scaled(name, values.get(name).clone(), 1 / factor(name));
              }
              tensors.put(name, Tensor.of(shape, folded));
            });
    return new NetworkWeights(layout, tensors);
  }

  private float[] foldedBias(String block) {
    float[] bias = values.get(block + SHIFT).clone();
    for (int c = 0; c < bias.length; c++) {
      bias[c] = (float) (bias[c] - values.get(block + MEAN)[c] * slope(block, c));
    }
    return bias;
  }

  private float[] foldedKernel(String block) {
    float[] kernel = values.get(block + "reduce").clone();
    int perChannel = kernel.length / values.get(block + GAIN).length;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) (kernel[i] * slope(block, i / perChannel));
    }
    return kernel;
  }

  private double slope(String block, int channel) {
    double variance = values.get(block + VARIANCE)[channel];
    return values.get(block + GAIN)[channel] / Math.sqrt(variance + TorchNetwork.FLOOR);
  }

  /** Kernels are inputs per 70 Gy here and inputs per Gy outside. */
  private static double factor(String name) {
    boolean seesDose = name.equals("block1.widen") || name.equals("block1.skip");
    return seesDose ? NetworkWeights.TYPICAL_DOSE_GY : 1;
  }

  private static float[] scaled(String name, float[] array, double factor) {
    for (int i = 0; factor(name) != 1 && i < array.length; i++) {
      array[i] = (float) (array[i] * factor);
    }
    return array;
  }

  private static float[] filled(int count, float value) {
    float[] array = new float[count];
    Arrays.fill(array, value);
    return array;
  }
}
