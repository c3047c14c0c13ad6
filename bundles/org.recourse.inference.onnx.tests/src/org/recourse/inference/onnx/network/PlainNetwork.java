/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;

/**
 * The network by its definition in double precision, one loop per axis: the oracle for the graphs.
 * Knows neither phases nor variants of kernels.
 */
record PlainNetwork(NetworkVariant variant, NetworkSize size, NetworkWeights weights) {

  /** Channels of a volume. */
  private record Volume(double[][] channels, int[] sizes) {}

  double score(double[] dose, double[] features) {
    var volume = new Volume(new double[][] {dose}, size.halved(0));
    for (int block = 1; block <= NetworkLayout.BLOCKS; block++) {
      volume = block(volume, "block" + block + ".");
    }
    Volume mixed = convolution(volume, weights.tensor("dose.mix"), 1, "dose.mix.bias");
    double[] dosePooled = new double[mixed.channels.length];
    for (int c = 0; c < dosePooled.length; c++) {
      for (double value : mixed.channels[c]) {
        dosePooled[c] += Math.max(0, value) / mixed.channels[c].length;
      }
    }
    double[] projectedDose = linear("dose.project", dosePooled);
    double[] projectedFeatures = linear("features.project", features);
    double[] pooled = new double[NetworkLayout.FUSED];
    for (int position = 0; position < NetworkLayout.FUSED; position++) {
      double joined =
          position < NetworkLayout.PROJECTED
              ? projectedDose[position]
              : projectedFeatures[position - NetworkLayout.PROJECTED];
      double[] fused = linear("fusion", new double[] {joined});
      for (int c = 0; c < pooled.length; c++) {
        pooled[c] += Math.max(0, fused[c]) / NetworkLayout.FUSED;
      }
    }
    return 1 / (1 + Math.exp(-linear("output", pooled)[0]));
  }

  private Volume block(Volume input, String name) {
    Volume widened = convolution(input, weights.tensor(name + "widen"), variant.widenStride(), "");
    for (double[] channel : widened.channels) {
      normaliseAndRectify(channel);
    }
    Volume reduced =
        convolution(
            widened, weights.tensor(name + "reduce"), variant.reduceStride(), name + "reduce.bias");
    Volume skip = convolution(input, weights.tensor(name + "skip"), 2, "");
    for (int c = 0; c < reduced.channels.length; c++) {
      for (int i = 0; i < reduced.channels[c].length; i++) {
        reduced.channels[c][i] += skip.channels[c][i];
      }
    }
    return reduced;
  }

  private static void normaliseAndRectify(double[] channel) {
    double mean = 0;
    for (double value : channel) {
      mean += value / channel.length;
    }
    double variance = 0;
    for (double value : channel) {
      variance += (value - mean) * (value - mean) / channel.length;
    }
    for (int i = 0; i < channel.length; i++) {
      channel[i] = Math.max(0, (channel[i] - mean) / Math.sqrt(variance + 1e-5));
    }
  }

  private Volume convolution(Volume input, Tensor kernel, int stride, String biasName) {
    int out = kernel.shape().sizes().get(0);
    int side = kernel.shape().sizes().get(2);
    int[] sizes = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      sizes[axis] = (input.sizes[axis] + stride - 1) / stride;
    }
    double[][] channels = new double[out][sizes[0] * sizes[1] * sizes[2]];
    for (int o = 0; o < out; o++) {
      double bias = biasName.isEmpty() ? 0 : weights.tensor(biasName).at(o);
      for (int i = 0; i < channels[o].length; i++) {
        int z = i / (sizes[1] * sizes[2]) * stride - side / 2;
        int y = i / sizes[2] % sizes[1] * stride - side / 2;
        int x = i % sizes[2] * stride - side / 2;
        channels[o][i] = bias + sum(input, kernel, o, new int[] {z, y, x});
      }
    }
    return new Volume(channels, sizes);
  }

  private static double sum(Volume input, Tensor kernel, int out, int[] from) {
    int in = input.channels.length;
    int side = kernel.shape().sizes().get(2);
    int volume = side * side * side;
    double sum = 0;
    for (int k = 0; k < volume; k++) {
      int z = from[0] + k / (side * side);
      int y = from[1] + k / side % side;
      int x = from[2] + k % side;
      boolean inside =
          z >= 0
              && y >= 0
              && x >= 0
              && z < input.sizes[0]
              && y < input.sizes[1]
              && x < input.sizes[2];
      for (int c = 0; inside && c < in; c++) {
        double value = input.channels[c][(z * input.sizes[1] + y) * input.sizes[2] + x];
        sum += value * kernel.at((out * in + c) * volume + k);
      }
    }
    return sum;
  }

  private double[] linear(String name, double[] input) {
    Tensor matrix = weights.tensor(name);
    double[] output = new double[matrix.shape().sizes().get(0)];
    for (int o = 0; o < output.length; o++) {
      output[o] = weights.tensor(name + ".bias").at(o);
      for (int i = 0; i < input.length; i++) {
        output[o] += matrix.at(o * input.length + i) * input[i];
      }
    }
    return output;
  }
}
