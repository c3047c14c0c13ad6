/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.resnet;

import java.util.Map;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * ResNet50 as an ONNX graph that takes any number of images at once. Each normalisation is folded
 * into the convolution before it: with γ, β, mean μ and variance σ² kept in training, γ (w·x − μ) /
 * √(σ² + 1e-5) + β is a convolution with the kernel w γ / √(σ² + 1e-5) and the bias β − μ γ / √(σ²
 * + 1e-5).
 */
public final class ResNet50Graph {

  /** Name of the input: images, three channels, row by row. */
  public static final String INPUT = "images";

  /** Name of the output: the numbers before the softmax. */
  public static final String OUTPUT = "features";

  private static final double VARIANCE_FLOOR = 1e-5;
  private static final int CHANNELS = 3;

  private final ResNet50Weights weights;
  private final OnnxGraph graph = new OnnxGraph("resnet50");

  private ResNet50Graph(ResNet50Weights weights) {
    this.weights = weights;
  }

  /**
   * Writes the graph.
   *
   * @param side pixels along each side of the images, at least 32
   * @return content of an ONNX file
   */
  public static byte[] of(ResNet50Weights weights, int side) {
    if (side < 32) {
      throw new IllegalArgumentException("a ResNet50 needs images of at least 32 pixels: " + side);
    }
    return new ResNet50Graph(weights).write(side);
  }

  private byte[] write(int side) {
    String images = graph.batchInput(INPUT, TensorShape.of(CHANNELS, side, side));
    String stem = graph.node("Relu", convolution(images, "conv1", "bn1", 2, 3));
    String value =
        graph.node(
            "MaxPool",
            Map.of(
                "kernel_shape", square(3), "strides", square(2), "pads", new long[] {1, 1, 1, 1}),
            stem);
    for (ResNet50Layout.Block block : ResNet50Layout.blocks()) {
      value = block(value, block);
    }
    String mean = graph.node("Flatten", Map.of("axis", 1), graph.node("GlobalAveragePool", value));
    String features =
        graph.node(
            "Gemm",
            Map.of("transB", 1),
            mean,
            graph.constant(weights.tensor("fc.weight")),
            graph.constant(weights.tensor("fc.bias")));
    graph.batchOutput(OUTPUT, features, TensorShape.of(ResNet50Layout.OUTPUTS));
    return graph.toBytes();
  }

  private String block(String input, ResNet50Layout.Block block) {
    String name = block.name() + ".";
    String first = graph.node("Relu", convolution(input, name + "conv1", name + "bn1", 1, 0));
    String second =
        graph.node("Relu", convolution(first, name + "conv2", name + "bn2", block.stride(), 1));
    String third = convolution(second, name + "conv3", name + "bn3", 1, 0);
    String beside =
        block.projects()
            ? convolution(input, name + "downsample.0", name + "downsample.1", block.stride(), 0)
            : input;
    return graph.node("Relu", graph.node("Add", third, beside));
  }

  private String convolution(String input, String name, String norm, int stride, int pad) {
    Tensor kernel = weights.tensor(name + ".weight");
    int out = kernel.shape().sizes().getFirst();
    int each = kernel.shape().valueCount() / out;
    float[] folded = kernel.toArray();
    float[] bias = new float[out];
    for (int o = 0; o < out; o++) {
      double scale =
          weights.tensor(norm + ".weight").at(o)
              / Math.sqrt(weights.tensor(norm + ".running_var").at(o) + VARIANCE_FLOOR);
      bias[o] =
          (float)
              (weights.tensor(norm + ".bias").at(o)
                  - weights.tensor(norm + ".running_mean").at(o) * scale);
      for (int i = o * each; i < (o + 1) * each; i++) {
        folded[i] = (float) (folded[i] * scale);
      }
    }
    return graph.node(
        "Conv",
        Map.of(
            "kernel_shape",
            square(kernel.shape().sizes().get(2)),
            "strides",
            square(stride),
            "pads",
            new long[] {pad, pad, pad, pad}),
        input,
        graph.constant(Tensor.of(kernel.shape(), folded)),
        graph.constant(Tensor.of(TensorShape.of(out), bias)));
  }

  private static long[] square(long side) {
    return new long[] {side, side};
  }
}
