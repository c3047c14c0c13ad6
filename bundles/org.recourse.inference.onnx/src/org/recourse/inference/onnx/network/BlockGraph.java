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
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * One block: y = reduce(relu(norm(widen(x)))) + skip(x), forward and backward.
 *
 * <p>The norm is instance normalisation without parameters, n = (c − mean) / sqrt(variance + 1e-5)
 * per channel. Its backward pass is dc = (dn − mean(dn) − n · mean(dn · n)) / sqrt(variance +
 * 1e-5). Between the convolutions a channel is one long row, so that the order of its voxels does
 * not matter: the first block of the paper variant keeps them as phases (see {@link Kernels}).
 */
final class BlockGraph {

  private static final double VARIANCE_FLOOR = 1e-5;
  private static final int ROW_AXIS = 2;

  private final OnnxGraph graph;
  private final Layers layers;
  private final NetworkVariant variant;
  private final NetworkWeights weights;
  private final NetworkSize size;
  private final int block;
  private final int in;
  private final int out;

  private String normalised = ""; // values of the forward pass that the backward pass needs
  private String rectified = "";
  private String inverseDeviation = "";

  BlockGraph(
      OnnxGraph graph,
      NetworkVariant variant,
      NetworkSize size,
      NetworkWeights weights,
      int block) {
    this.graph = graph;
    this.layers = new Layers(graph);
    this.variant = variant;
    this.size = size;
    this.weights = weights;
    this.block = block;
    this.in = weights.layout().channels(block - 1);
    this.out = weights.layout().channels(block);
  }

  /** Adds the forward pass; the parts of the norm are kept when there is a backward pass. */
  String forward(String input, boolean withBackward) {
    String widened =
        phased()
            ? layers.convolution(input, Kernels.toPhases(widen()), 2, 1)
            : layers.convolution(input, widen(), variant.widenStride(), 1);
    String row = layers.reshape(widened, 1, out, innerVoxels());
    normalised = withBackward ? normalise(row) : instanceNormalisation(row);
    rectified = graph.node("Relu", normalised);
    String skipped = layers.convolution(input, tensor("skip"), 2, 0);
    return graph.node("Add", reduced(rectified), skipped);
  }

  private String reduced(String row) {
    if (phased()) {
      return reducedFromPhases(row);
    }
    String bias = graph.constant(tensor("reduce.bias"));
    String volume = layers.reshape(row, shape(out, innerSizes()));
    return layers.convolution(volume, tensor("reduce"), bias, variant.reduceStride(), 1, 1);
  }

  /** All taps of the kernel at once, then moved into place and added, axis by axis. */
  private String reducedFromPhases(String row) {
    int[] half = size.halved(block);
    String phases = layers.reshape(row, shape(out * 8, half));
    Tensor kernel = Kernels.fromPhasesToTaps(tensor("reduce"));
    String taps = layers.convolution(phases, kernel, 1, 0);
    String sum = layers.reshape(taps, 2, 2, 2, out, half[0], half[1], half[2]);
    for (int axis = 0; axis < 3; axis++) {
      String before = layers.moved(layers.part(sum, axis, 0, 1), axis + 4, 7, 1);
      sum = graph.node("Add", layers.part(sum, axis, 1, 2), before);
    }
    Tensor bias = Tensor.of(TensorShape.of(1, out, 1, 1, 1), tensor("reduce.bias").toArray());
    return graph.node("Add", layers.reshape(sum, shape(out, half)), graph.constant(bias));
  }

  private String widenedToPhases(String row) {
    int[] half = size.halved(block);
    String phases = layers.reshape(row, shape(out * 8, half));
    String taps = layers.convolution(phases, Kernels.phasesToTaps(widen()), 1, 0);
    String sum = layers.reshape(taps, 4, 4, 4, half[0], half[1], half[2]);
    for (int axis = 0; axis < 3; axis++) {
      String up = layers.moved(layers.part(sum, axis, 2, 3), axis + 3, 6, 1);
      String down = layers.moved(layers.part(sum, axis, 3, 4), axis + 3, 6, -1);
      String moved = graph.node("Concat", Map.of("axis", axis), up, down);
      sum = graph.node("Add", layers.part(sum, axis, 0, 2), moved);
    }
    return layers.reshape(sum, shape(8, half));
  }

  private String instanceNormalisation(String row) {
    String ones = graph.constant(Tensor.filled(TensorShape.of(out), 1));
    String zeros = graph.constant(Tensor.filled(TensorShape.of(out), 0));
    return graph.node(
        "InstanceNormalization", Map.of("epsilon", (float) VARIANCE_FLOOR), row, ones, zeros);
  }

  private String normalise(String row) {
    String centred = graph.node("Sub", row, layers.mean(row, ROW_AXIS));
    String squares =
        graph.node(
            "ReduceSumSquare", Map.of("axes", new long[] {ROW_AXIS}, "keepdims", 1), centred);
    String variance = graph.node("Mul", squares, layers.scalar(1.0 / innerVoxels()));
    String floored = graph.node("Add", variance, layers.scalar(VARIANCE_FLOOR));
    inverseDeviation = graph.node("Reciprocal", graph.node("Sqrt", floored));
    return graph.node("Mul", centred, inverseDeviation);
  }

  /** Adds the backward pass from the gradient of the output to that of the input. */
  String backward(String gradient) {
    String rowGradient = layers.reshape(reduceBackward(gradient), 1, out, innerVoxels());
    String active = graph.node("Mul", rowGradient, graph.node("Sign", rectified));
    String projection = layers.mean(graph.node("Mul", rowGradient, rectified), ROW_AXIS);
    String centred = graph.node("Sub", active, layers.mean(active, ROW_AXIS));
    String orthogonal = graph.node("Sub", centred, graph.node("Mul", normalised, projection));
    String widenedGradient = graph.node("Mul", orthogonal, inverseDeviation);
    return widenBackward(widenedGradient, gradient);
  }

  private String reduceBackward(String gradient) {
    if (variant.reduceStride() == 1) {
      return layers.convolution(gradient, Kernels.transposed(tensor("reduce")), 1, 1);
    }
    String phases =
        layers.convolution(gradient, Kernels.transposedToPhases(tensor("reduce")), "", 1, 0, 1);
    return phased()
        ? phases
        : layers.shuffled(phases, out, size.halved(block), size.halved(block - 1));
  }

  private String widenBackward(String row, String gradient) {
    int[] half = size.halved(block);
    int[] whole = size.halved(block - 1);
    String skip =
        layers.convolution(gradient, Kernels.transposedPointToPhases(tensor("skip")), 1, 0);
    if (phased()) {
      return layers.shuffled(graph.node("Add", widenedToPhases(row), skip), in, half, whole);
    }
    String volume = layers.reshape(row, shape(out, innerSizes()));
    if (variant.widenStride() == 1) {
      String main = layers.convolution(volume, Kernels.transposed(widen()), 1, 1);
      return graph.node("Add", main, layers.shuffled(skip, in, half, whole));
    }
    String main = layers.convolution(volume, Kernels.transposedToPhases(widen()), "", 1, 0, 1);
    return layers.shuffled(graph.node("Add", main, skip), in, half, whole);
  }

  /** One channel at full resolution is where phases pay off: the kernel has one input channel. */
  private boolean phased() {
    return block == 1 && variant.widenStride() == 1;
  }

  private int[] innerSizes() {
    return size.halved(variant.widenStride() == 1 ? block - 1 : block);
  }

  private long innerVoxels() {
    int[] sizes = innerSizes();
    return (long) sizes[0] * sizes[1] * sizes[2];
  }

  private Tensor widen() {
    return tensor("widen");
  }

  private Tensor tensor(String name) {
    return weights.tensor("block" + block + "." + name);
  }

  private static long[] shape(int channels, int[] sizes) {
    return new long[] {1, channels, sizes[0], sizes[1], sizes[2]};
  }
}
