/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import java.util.Map;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** Operators of the network in terms of ONNX nodes. Not thread-safe. */
final class Layers {

  private static final String KERNEL = "kernel_shape";
  private static final String STRIDES = "strides";
  private static final String PADS = "pads";

  private final OnnxGraph graph;

  Layers(OnnxGraph graph) {
    this.graph = graph;
  }

  /** Convolution over z, y, x with the same step and padding on every axis. */
  String convolution(
      String input, Tensor kernel, String bias, int stride, int padBefore, int padAfter) {
    int side = kernel.shape().sizes().get(2);
    Map<String, Object> attributes =
        Map.of(
            KERNEL,
            cube(side),
            STRIDES,
            cube(stride),
            PADS,
            new long[] {padBefore, padBefore, padBefore, padAfter, padAfter, padAfter});
    String weights = graph.constant(kernel);
    return bias.isEmpty()
        ? graph.node("Conv", attributes, input, weights)
        : graph.node("Conv", attributes, input, weights, bias);
  }

  String convolution(String input, Tensor kernel, int stride, int pad) {
    return convolution(input, kernel, "", stride, pad, pad);
  }

  /** Fully connected layer on a row: x W^T + b. */
  String linear(String input, Tensor weights, Tensor bias) {
    return graph.node(
        "Gemm", Map.of("transB", 1), input, graph.constant(weights), graph.constant(bias));
  }

  /** Mean over all axes from the given one, which keep the size 1. */
  String mean(String input, long... axes) {
    return graph.node("ReduceMean", Map.of("axes", axes, "keepdims", 1), input);
  }

  String reshape(String input, long... sizes) {
    return graph.node("Reshape", input, graph.integers(sizes));
  }

  String scalar(double value) {
    return graph.constant(Tensor.of(TensorShape.of(1), (float) value));
  }

  /** Interleaves 8 phases per channel and cuts the result to the sizes z, y, x. */
  String shuffled(String phases, int channels, int[] halfSizes, int[] sizes) {
    long z = halfSizes[0];
    long y = halfSizes[1];
    long x = halfSizes[2];
    String split = reshape(phases, channels, 2, 2, 2, z, y, x);
    String mixed = graph.node("Transpose", Map.of("perm", new long[] {0, 4, 1, 5, 2, 6, 3}), split);
    String whole = reshape(mixed, 1, channels, 2 * z, 2 * y, 2 * x);
    if (2 * z == sizes[0] && 2 * y == sizes[1] && 2 * x == sizes[2]) {
      return whole;
    }
    return graph.node(
        "Slice",
        whole,
        graph.integers(0, 0, 0),
        graph.integers(sizes[0], sizes[1], sizes[2]),
        graph.integers(2, 3, 4));
  }

  /** Returns one part of an axis. */
  String part(String input, int axis, int from, int to) {
    return graph.node(
        "Slice", input, graph.integers(from), graph.integers(to), graph.integers(axis));
  }

  /**
   * Moves values along an axis by one voxel, towards larger (+1) or smaller (−1) positions; zeros
   * come in at the end.
   */
  String moved(String input, int axis, int rank, int by) {
    long[] pads = new long[2 * rank];
    pads[axis] = by;
    pads[rank + axis] = -by;
    return graph.node("Pad", input, graph.integers(pads));
  }

  private static long[] cube(long size) {
    return new long[] {size, size, size};
  }
}
