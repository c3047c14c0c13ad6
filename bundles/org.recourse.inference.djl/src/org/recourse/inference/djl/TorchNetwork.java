/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.norm.BatchNorm;
import java.util.Map;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.training.NetworkPlan;

/**
 * The network in operations of DJL, for a batch. One definition for two uses: with the batch
 * normalisation of training, and with that folded into the second convolution.
 *
 * <p>DJL has no instance normalisation. It is batch normalisation over the volume reshaped to one
 * case with N · C channels, which is what PyTorch does itself. The pooling after the fusion is the
 * mean: see {@code docs/network.md} of the ONNX engine.
 *
 * @param plan which network
 * @param parameters arrays by name
 * @param normalisation what the batch normalisation does
 */
record TorchNetwork(
    NetworkPlan plan, Map<String, NDArray> parameters, Normalisation normalisation) {

  /** What the batch normalisation of a block does. */
  enum Normalisation {
    /** Uses the statistics of the batch and updates the running ones. */
    LEARNING,
    /** Uses the running statistics. */
    RUNNING,
    /** Is contained in the second convolution. */
    FOLDED
  }

  static final float FLOOR = 1e-5f;

  /** Share of the old running statistics that a batch leaves; DJL's own default. */
  private static final float MOMENTUM = 0.9f;

  /** What DJL calls the native axis of channels, without moving axes first. */
  private static final int CHANNEL_AXIS = -1;

  private static final long[] CUBE = {1, 1, 1};

  /**
   * Returns the logits, one row a case.
   *
   * @param dose doses of the batch in the unit of the first kernels; ignored without dose branch
   * @param features scaled features, one row a case
   */
  NDArray logits(NDArray dose, NDArray features) {
    long batch = features.getShape().get(0);
    NDArray reduced =
        plan.layout().reducesFeatures()
            ? features.matMul(parameter("features.components").transpose())
            : features;
    NDArray joined = linear("features.project", reduced);
    if (plan.layout().dose()) {
      joined = NDArrays.concat(new NDList(doseFeatures(dose), joined), 1);
    }
    long positions = plan.layout().positions();
    NDArray fused =
        linear("fusion", joined.reshape(batch * positions, 1)).getNDArrayInternal().relu();
    NDArray pooled = fused.reshape(batch, positions, NetworkLayout.FUSED).mean(new int[] {1});
    return linear("output", pooled);
  }

  private NDArray doseFeatures(NDArray dose) {
    NDArray volume = dose;
    for (int block = 1; block <= NetworkLayout.BLOCKS; block++) {
      volume = block(volume, "block" + block + ".");
    }
    NDArray mixed =
        convolution(volume, parameter("dose.mix"), parameter("dose.mix.bias"), 1, 0)
            .getNDArrayInternal()
            .relu();
    Shape shape = mixed.getShape();
    NDArray pooled = mixed.reshape(shape.get(0), shape.get(1), voxels(shape)).mean(new int[] {2});
    return linear("dose.project", pooled);
  }

  private NDArray block(NDArray input, String name) {
    int widen = plan.variant().widenStride();
    NDArray widened = convolution(input, parameter(name + "widen"), null, widen, 1);
    NDArray active = instanceNormalised(widened).getNDArrayInternal().relu();
    int reduce = plan.variant().reduceStride();
    NDArray reduced =
        normalisation == Normalisation.FOLDED
            ? convolution(
                active, parameter(name + "reduce"), parameter(name + "reduce.bias"), reduce, 1)
            : batchNormalised(
                convolution(active, parameter(name + "reduce"), null, reduce, 1), name);
    return reduced.add(convolution(input, parameter(name + "skip"), null, 2, 0));
  }

  private NDArray batchNormalised(NDArray volume, String name) {
    return BatchNorm.batchNorm(
            volume,
            parameter(name + TrainingState.MEAN),
            parameter(name + TrainingState.VARIANCE),
            parameter(name + TrainingState.GAIN),
            parameter(name + TrainingState.SHIFT),
            CHANNEL_AXIS,
            MOMENTUM,
            FLOOR,
            normalisation == Normalisation.LEARNING)
        .singletonOrThrow();
  }

  private static NDArray instanceNormalised(NDArray volume) {
    Shape shape = volume.getShape();
    if (voxels(shape) == 1) {
      return volume.mul(0); // a single value minus its mean; PyTorch refuses to compute it
    }
    long rows = shape.get(0) * shape.get(1);
    DataType type = volume.getDataType();
    NDArray ones = volume.getManager().ones(new Shape(rows), type);
    NDArray zeros = volume.getManager().zeros(new Shape(rows), type);
    NDArray unusedMean = volume.getManager().zeros(new Shape(rows), type);
    NDArray unusedVariance = volume.getManager().ones(new Shape(rows), type);
    NDArray channels = volume.reshape(1, rows, shape.get(2), shape.get(3), shape.get(4));
    return BatchNorm.batchNorm(
            channels, unusedMean, unusedVariance, ones, zeros, CHANNEL_AXIS, MOMENTUM, FLOOR, true)
        .singletonOrThrow()
        .reshape(shape);
  }

  private static NDArray convolution(
      NDArray input, NDArray kernel, NDArray bias, int stride, int pad) {
    return Conv3d.conv3d(
            input,
            kernel,
            bias,
            new Shape(stride, stride, stride),
            new Shape(pad, pad, pad),
            new Shape(CUBE),
            1)
        .singletonOrThrow();
  }

  private NDArray linear(String name, NDArray input) {
    return input.matMul(parameter(name).transpose()).add(parameter(name + ".bias"));
  }

  private NDArray parameter(String name) {
    return parameters.get(name);
  }

  private static long voxels(Shape shape) {
    return shape.get(2) * shape.get(3) * shape.get(4);
  }
}
