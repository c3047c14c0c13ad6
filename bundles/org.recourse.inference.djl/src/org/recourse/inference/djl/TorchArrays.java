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
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;

/** Moves numbers between Java and DJL. Stateless. */
final class TorchArrays {

  private TorchArrays() {}

  /** Makes the folded parameters of a network; doses are in Gy. */
  static Map<String, NDArray> parameters(NDManager manager, NetworkWeights weights, DataType type) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach((name, tensor) -> arrays.put(name, array(manager, tensor).toType(type, false)));
    return arrays;
  }

  static NDArray array(NDManager manager, Tensor tensor) {
    FloatBuffer buffer = buffer(tensor.shape().valueCount());
    tensor.copyTo(buffer);
    return manager.create(buffer.flip(), new Shape(tensor.shape().toLongArray()));
  }

  /** Makes the parameters of a network in training; those that are trained ask for gradients. */
  static Map<String, NDArray> parameters(NDManager manager, TrainingState state, boolean gradient) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    state
        .values()
        .forEach(
            (name, values) -> {
              FloatBuffer buffer = buffer(values.length);
              buffer.put(values).flip();
              NDArray array = manager.create(buffer, new Shape(state.shape(name).toLongArray()));
              array.setRequiresGradient(gradient && TrainingState.trained(name));
              arrays.put(name, array);
            });
    return arrays;
  }

  /** Makes the doses of a batch, divided by the unit of the kernels. */
  static NDArray doses(
      NDManager manager, List<TrainingCase> batch, NetworkSize size, double unitGy) {
    int voxels = size.doseShape().valueCount();
    FloatBuffer buffer = buffer(voxels * batch.size());
    for (TrainingCase one : batch) {
      one.dose().orElseThrow().copyTo(buffer);
    }
    Shape shape = new Shape(batch.size(), 1, size.sizeZ(), size.sizeY(), size.sizeX());
    NDArray doses = manager.create(buffer.flip(), shape);
    return unitGy == 1 ? doses : doses.divi(unitGy);
  }

  static NDArray features(NDManager manager, List<TrainingCase> batch) {
    int count = batch.getFirst().features().length;
    float[] values = new float[batch.size() * count];
    int i = 0;
    for (TrainingCase one : batch) {
      for (double feature : one.features()) {
        values[i++] = (float) feature;
      }
    }
    return manager.create(values, new Shape(batch.size(), count));
  }

  static NDArray labels(NDManager manager, List<TrainingCase> batch) {
    float[] values = new float[batch.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = batch.get(i).event() ? 1 : 0;
    }
    return manager.create(values, new Shape(batch.size(), 1));
  }

  private static FloatBuffer buffer(int count) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
