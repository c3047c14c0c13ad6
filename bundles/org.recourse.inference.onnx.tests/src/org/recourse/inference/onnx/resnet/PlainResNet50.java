/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.resnet;

import java.util.ArrayList;
import java.util.List;
import org.recourse.inference.tensor.Tensor;

/**
 * ResNet50 by its definition, in double, one number after the other: convolution, normalisation and
 * rectification as separate steps, the layout written out by hand. The oracle for the graph.
 */
final class PlainResNet50 {

  private static final int[][] GROUPS = {{64, 3, 1}, {128, 4, 2}, {256, 6, 2}, {512, 3, 2}};

  private final ResNet50Weights weights;

  PlainResNet50(ResNet50Weights weights) {
    this.weights = weights;
  }

  /** Channels of square images: value[channel][y][x]. */
  double[] features(double[][][] image) {
    double[][][] x = relu(norm(convolution(image, "conv1.weight", 2, 3), "bn1"));
    x = maximum(x);
    int group = 0;
    for (int[] shape : GROUPS) {
      group++;
      for (int i = 0; i < shape[1]; i++) {
        x = bottleneck(x, "layer" + group + "." + i + ".", i == 0 ? shape[2] : 1, i == 0);
      }
    }
    return linear(x);
  }

  private double[][][] bottleneck(double[][][] x, String name, int stride, boolean first) {
    double[][][] y = relu(norm(convolution(x, name + "conv1.weight", 1, 0), name + "bn1"));
    y = relu(norm(convolution(y, name + "conv2.weight", stride, 1), name + "bn2"));
    y = norm(convolution(y, name + "conv3.weight", 1, 0), name + "bn3");
    double[][][] beside =
        first
            ? norm(convolution(x, name + "downsample.0.weight", stride, 0), name + "downsample.1")
            : x;
    for (int c = 0; c < y.length; c++) {
      for (int row = 0; row < y[c].length; row++) {
        for (int column = 0; column < y[c][row].length; column++) {
          y[c][row][column] += beside[c][row][column];
        }
      }
    }
    return relu(y);
  }

  private double[][][] convolution(double[][][] x, String name, int stride, int pad) {
    Tensor kernel = weights.tensor(name);
    List<Integer> sizes = kernel.shape().sizes();
    int side = sizes.get(2);
    int size = (x[0].length + 2 * pad - side) / stride + 1;
    double[][][] y = new double[sizes.get(0)][size][size];
    float[] k = kernel.toArray();
    for (int o = 0; o < y.length; o++) {
      for (int c = 0; c < x.length; c++) {
        for (int ky = 0; ky < side; ky++) {
          for (int kx = 0; kx < side; kx++) {
            double weight = k[((o * x.length + c) * side + ky) * side + kx];
            for (int row = 0; row < size; row++) {
              int from = row * stride - pad + ky;
              for (int column = 0; column < size && from >= 0 && from < x[c].length; column++) {
                int at = column * stride - pad + kx;
                if (at >= 0 && at < x[c].length) {
                  y[o][row][column] += weight * x[c][from][at];
                }
              }
            }
          }
        }
      }
    }
    return y;
  }

  private double[][][] norm(double[][][] x, String name) {
    for (int c = 0; c < x.length; c++) {
      double mean = weights.tensor(name + ".running_mean").at(c);
      double deviation = Math.sqrt(weights.tensor(name + ".running_var").at(c) + 1e-5);
      for (double[] row : x[c]) {
        for (int i = 0; i < row.length; i++) {
          row[i] =
              (row[i] - mean) / deviation * weights.tensor(name + ".weight").at(c)
                  + weights.tensor(name + ".bias").at(c);
        }
      }
    }
    return x;
  }

  private static double[][][] relu(double[][][] x) {
    for (double[][] channel : x) {
      for (double[] row : channel) {
        for (int i = 0; i < row.length; i++) {
          row[i] = Math.max(0, row[i]);
        }
      }
    }
    return x;
  }

  /** Largest of 3 x 3 with the step 2; outside of the image is nothing. */
  private static double[][][] maximum(double[][][] x) {
    int size = (x[0].length - 1) / 2 + 1;
    double[][][] y = new double[x.length][size][size];
    for (int c = 0; c < x.length; c++) {
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          List<Double> seen = new ArrayList<>();
          for (int i = 0; i < 9; i++) {
            int from = 2 * row - 1 + i / 3;
            int at = 2 * column - 1 + i % 3;
            if (from >= 0 && at >= 0 && from < x[c].length && at < x[c].length) {
              seen.add(x[c][from][at]);
            }
          }
          y[c][row][column] = seen.stream().mapToDouble(v -> v).max().orElseThrow();
        }
      }
    }
    return y;
  }

  private double[] linear(double[][][] x) {
    double[] mean = new double[x.length];
    for (int c = 0; c < x.length; c++) {
      for (double[] row : x[c]) {
        for (double value : row) {
          mean[c] += value / (row.length * x[c].length);
        }
      }
    }
    double[] features = new double[1000];
    for (int o = 0; o < features.length; o++) {
      features[o] = weights.tensor("fc.bias").at(o);
      for (int c = 0; c < mean.length; c++) {
        features[o] += weights.tensor("fc.weight").at(o * mean.length + c) * mean[c];
      }
    }
    return features;
  }
}
