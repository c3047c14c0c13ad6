/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.graph.OnnxGraph;

/**
 * Writes the multi-omics network as ONNX.
 *
 * <p>Dose and features are joined as in Gao 2025; where the paper is silent or contradicts itself,
 * the choice is this: no activation follows the sum of a block; the 1 x 1 x 1 convolution to 128
 * dose features is followed by ReLU and the mean over its positions; the fusion takes the 64 joined
 * numbers as positions of one channel, widens it to 64 channels, and ends in ReLU and the mean over
 * the positions. The text of the paper says maximum, its figure says average. A maximum passes the
 * gradient of one position only and so can cut the dose branch off; the mean cannot.
 *
 * @param variant where the resolution is halved
 * @param size size of the dose volume
 * @param weights parameters
 */
public record MultiOmicsNetwork(NetworkVariant variant, NetworkSize size, NetworkWeights weights) {

  private static final long[] SPACE = {2, 3, 4};

  public MultiOmicsNetwork {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(weights, "weights");
  }

  /** Returns the ONNX model that gives score and logit. */
  public byte[] forward() {
    return new Pass(false).write();
  }

  /**
   * Returns the ONNX model that gives score, logit and the gradient of the score in 1/Gy.
   *
   * @throws UnsupportedOperationException if the network takes no dose
   */
  public byte[] gradient() {
    if (!weights.layout().dose()) {
      throw new UnsupportedOperationException("a network without dose has no dose gradient");
    }
    return new Pass(true).write();
  }

  /** Writes one model; holds what the backward pass takes from the forward pass. */
  private final class Pass {

    private final boolean withBackward;
    private final OnnxGraph graph = new OnnxGraph("multi-omics-" + variant);
    private final Layers layers = new Layers(graph);
    private final List<BlockGraph> blocks = new ArrayList<>();
    private String mixed = "";
    private String fused = "";

    Pass(boolean withBackward) {
      this.withBackward = withBackward;
      int blockCount = weights.layout().dose() ? NetworkLayout.BLOCKS : 0;
      for (int block = 1; block <= blockCount; block++) {
        blocks.add(new BlockGraph(graph, variant, size, weights, block));
      }
    }

    byte[] write() {
      String joined = weights.layout().dose() ? withDose() : features();
      String logit = logit(joined);
      String score = graph.node("Sigmoid", logit);
      graph.output(NetworkTensors.SCORE, score, NetworkTensors.SCORE_SHAPE);
      graph.output(NetworkTensors.LOGIT, logit, NetworkTensors.SCORE_SHAPE);
      if (withBackward) {
        graph.output(NetworkTensors.DOSE_GRADIENT, doseGradient(score, logit), size.doseShape());
      }
      return graph.toBytes();
    }

    private String withDose() {
      String dose = graph.input(NetworkTensors.DOSE, size.doseShape());
      String projected = linear("dose.project", doseFeatures(dose));
      return graph.node("Concat", Map.of("axis", 1), projected, features());
    }

    private String features() {
      String features = graph.input(NetworkTensors.FEATURES, weights.layout().featureShape());
      String reduced =
          weights.layout().reducesFeatures()
              ? graph.node(
                  "Gemm",
                  Map.of("transB", 1),
                  features,
                  graph.constant(weights.tensor("features.components")))
              : features;
      return linear("features.project", reduced);
    }

    private String doseFeatures(String dose) {
      String volume = dose;
      for (BlockGraph block : blocks) {
        volume = block.forward(volume, withBackward);
      }
      String bias = graph.constant(weights.tensor("dose.mix.bias"));
      mixed =
          graph.node("Relu", layers.convolution(volume, weights.tensor("dose.mix"), bias, 1, 0, 0));
      return layers.reshape(layers.mean(mixed, SPACE), 1, NetworkLayout.DOSE_FEATURES);
    }

    private String logit(String joined) {
      String positions = layers.reshape(joined, weights.layout().positions(), 1);
      fused = graph.node("Relu", linear("fusion", positions));
      return linear("output", layers.mean(fused, 0));
    }

    private String linear(String name, String input) {
      return layers.linear(input, weights.tensor(name), weights.tensor(name + ".bias"));
    }

    /** The backward pass of {@link #logit} and {@link #doseFeatures}, step by step. */
    private String doseGradient(String score, String logit) {
      // 1 - score has no digits left when the score is near 1; sigmoid(-logit) has all of them
      String slope = graph.node("Mul", score, graph.node("Sigmoid", graph.node("Neg", logit)));
      String pooled = times(slope, "output");
      String perPosition =
          graph.node("Mul", pooled, layers.scalar(1.0 / weights.layout().positions()));
      String active = graph.node("Mul", graph.node("Sign", fused), perPosition);
      String joined = times(active, "fusion");
      String doseRows =
          graph.node(
              "Slice",
              joined,
              graph.integers(0),
              graph.integers(NetworkLayout.PROJECTED),
              graph.integers(0));
      String projected = layers.reshape(doseRows, 1, NetworkLayout.PROJECTED);
      String volume = mixGradient(times(projected, "dose.project"));
      for (BlockGraph block : blocks.reversed()) {
        volume = block.backward(volume);
      }
      return volume;
    }

    private String mixGradient(String doseFeatures) {
      int[] sizes = size.halved(NetworkLayout.BLOCKS);
      double share = 1.0 / ((double) sizes[0] * sizes[1] * sizes[2]);
      String perVoxel = graph.node("Mul", doseFeatures, layers.scalar(share));
      String everywhere = layers.reshape(perVoxel, 1, NetworkLayout.DOSE_FEATURES, 1, 1, 1);
      String active = graph.node("Mul", graph.node("Sign", mixed), everywhere);
      return layers.convolution(active, Kernels.transposed(weights.tensor("dose.mix")), 1, 0);
    }

    /** Gradient before a fully connected layer: g W. */
    private String times(String gradient, String name) {
      return graph.node("MatMul", gradient, graph.constant(weights.tensor(name)));
    }
  }
}
