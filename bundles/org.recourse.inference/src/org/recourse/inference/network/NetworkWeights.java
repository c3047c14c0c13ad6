/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * Parameters of the network by name. Immutable. Batch normalisation is folded into {@code
 * blockN.reduce}, as it is a fixed linear map once training has ended.
 *
 * @param tensors every parameter of {@link #shapes()}, in its shape
 */
public record NetworkWeights(Map<String, Tensor> tensors) {

  /** Features of one MR sequence that are joined with the dose. */
  public static final int FEATURE_COUNT = 32;

  /** Numbers that dose and features are each projected to before they are joined. */
  public static final int PROJECTED = 32;

  /** Positions of the fusion, and its channels. */
  public static final int FUSED = 64;

  /** Typical dose: the first kernels take Gy, the deeper ones numbers around 1. */
  private static final double TYPICAL_DOSE_GY = 70;

  private static final int[] CHANNELS = {1, 8, 16, 32, 64, 128};

  public NetworkWeights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    for (Map.Entry<String, TensorShape> expected : shapes().entrySet()) {
      Tensor tensor = tensors.get(expected.getKey());
      if (tensor == null || !tensor.shape().equals(expected.getValue())) {
        throw new IllegalArgumentException(
            expected.getKey() + " must be a tensor of " + expected.getValue() + ": " + tensor);
      }
    }
    if (tensors.size() != shapes().size()) {
      throw new IllegalArgumentException("unknown parameters among " + tensors.keySet());
    }
  }

  /**
   * Returns the parameters an untrained network starts with: He (2015), doi:10.1109/ICCV.2015.123.
   */
  public static NetworkWeights initial(long seed) {
    var random = new Random(seed);
    var tensors = new LinkedHashMap<String, Tensor>();
    shapes()
        .forEach(
            (name, shape) -> {
              int inputs = shape.valueCount() / shape.sizes().get(0);
              double deviation = name.endsWith("bias") ? 0.1 : Math.sqrt(2.0 / inputs);
              if (name.equals("block1.widen") || name.equals("block1.skip")) {
                deviation /= TYPICAL_DOSE_GY;
              }
              float[] values = new float[shape.valueCount()];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
              }
              tensors.put(name, Tensor.of(shape, values));
            });
    return new NetworkWeights(tensors);
  }

  /** Returns the parameters with their shapes: outputs first, then inputs, then z, y, x. */
  public static Map<String, TensorShape> shapes() {
    var shapes = new LinkedHashMap<String, TensorShape>();
    for (int block = 1; block <= blockCount(); block++) {
      int in = channels(block - 1);
      int out = channels(block);
      shapes.put("block" + block + ".widen", TensorShape.of(out, in, 3, 3, 3));
      shapes.put("block" + block + ".reduce", TensorShape.of(out, out, 3, 3, 3));
      shapes.put("block" + block + ".reduce.bias", TensorShape.of(out));
      shapes.put("block" + block + ".skip", TensorShape.of(out, in, 1, 1, 1));
    }
    int dose = channels(blockCount());
    shapes.put("dose.mix", TensorShape.of(dose, dose, 1, 1, 1));
    shapes.put("dose.mix.bias", TensorShape.of(dose));
    shapes.put("dose.project", TensorShape.of(PROJECTED, dose));
    shapes.put("dose.project.bias", TensorShape.of(PROJECTED));
    shapes.put("features.project", TensorShape.of(PROJECTED, FEATURE_COUNT));
    shapes.put("features.project.bias", TensorShape.of(PROJECTED));
    shapes.put("fusion", TensorShape.of(FUSED, 1));
    shapes.put("fusion.bias", TensorShape.of(FUSED));
    shapes.put("output", TensorShape.of(1, FUSED));
    shapes.put("output.bias", TensorShape.of(1));
    return shapes;
  }

  /** Returns the parameter of this name, which must be one of {@link #shapes()}. */
  public Tensor tensor(String name) {
    if (!tensors.containsKey(name)) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return tensors.get(name);
  }

  /** Returns the number of blocks. */
  public static int blockCount() {
    return CHANNELS.length - 1;
  }

  /** Returns the channels after so many blocks. */
  public static int channels(int block) {
    return CHANNELS[block];
  }
}
