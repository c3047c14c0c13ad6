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
 * blockN.reduce}, as it is a fixed linear map once training has ended. The dose is given in Gy.
 *
 * @param layout what the network takes
 * @param tensors every parameter of {@link NetworkLayout#shapes()}, in its shape
 */
public record NetworkWeights(NetworkLayout layout, Map<String, Tensor> tensors) {

  /** Typical dose: the first kernels take Gy, the deeper ones numbers around 1. */
  public static final double TYPICAL_DOSE_GY = 70;

  public NetworkWeights {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    Map<String, TensorShape> shapes = layout.shapes();
    for (Map.Entry<String, TensorShape> expected : shapes.entrySet()) {
      Tensor tensor = tensors.get(expected.getKey());
      if (tensor == null || !tensor.shape().equals(expected.getValue()) || !tensor.isFinite()) {
        throw new IllegalArgumentException(
            expected.getKey() + " must be finite and of " + expected.getValue() + ": " + tensor);
      }
    }
    if (tensors.size() != shapes.size()) {
      throw new IllegalArgumentException("unknown parameters among " + tensors.keySet());
    }
  }

  /** Returns the parameters an untrained network of the standard layout starts with. */
  public static NetworkWeights initial(long seed) {
    return initial(NetworkLayout.STANDARD, seed);
  }

  /**
   * Returns the parameters an untrained network starts with: He (2015), doi:10.1109/ICCV.2015.123.
   * A map of the features is that of the first features, to be replaced by principal components.
   */
  public static NetworkWeights initial(NetworkLayout layout, long seed) {
    var random = new Random(seed);
    var tensors = new LinkedHashMap<String, Tensor>();
    layout
        .shapes()
        .forEach(
            (name, shape) ->
                tensors.put(
                    name,
                    name.equals("features.components")
                        ? firstOnes(shape)
                        : random(name, shape, random)));
    return new NetworkWeights(layout, tensors);
  }

  private static Tensor random(String name, TensorShape shape, Random random) {
    int inputs = shape.valueCount() / shape.sizes().get(0);
    double deviation = name.endsWith("bias") ? 0.1 : Math.sqrt(2.0 / inputs);
    if (name.equals("block1.widen") || name.equals("block1.skip")) {
      deviation /= TYPICAL_DOSE_GY;
    }
    float[] values = new float[shape.valueCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return Tensor.of(shape, values);
  }

  private static Tensor firstOnes(TensorShape shape) {
    float[] values = new float[shape.valueCount()];
    int columns = shape.sizes().get(1);
    for (int row = 0; row < shape.sizes().get(0); row++) {
      values[row * columns + row] = 1;
    }
    return Tensor.of(shape, values);
  }

  /** Returns the parameter of this name, which must be one of the layout. */
  public Tensor tensor(String name) {
    if (!tensors.containsKey(name)) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return tensors.get(name);
  }

  /** Returns these parameters with one exchanged for another of its shape. */
  public NetworkWeights with(String name, Tensor tensor) {
    tensor(name);
    var changed = new LinkedHashMap<>(tensors);
    changed.put(name, tensor);
    return new NetworkWeights(layout, changed);
  }
}
