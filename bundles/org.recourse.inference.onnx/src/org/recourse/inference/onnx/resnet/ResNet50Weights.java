/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.resnet;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.inference.weights.SafetensorsFile;
import org.recourse.inference.weights.WeightsFileException;

/** Every tensor of a ResNet50, in the shapes of {@link ResNet50Layout}. Immutable. */
public final class ResNet50Weights {

  private final Map<String, Tensor> tensors;

  private ResNet50Weights(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /**
   * Reads the weights from a file with the names of torchvision's state dictionary.
   *
   * @throws WeightsFileException if a tensor is missing or wrong; the sentence names it
   * @throws IOException if the file cannot be read
   */
  public static ResNet50Weights of(SafetensorsFile file) throws WeightsFileException, IOException {
    var tensors = new LinkedHashMap<String, Tensor>();
    for (Map.Entry<String, TensorShape> own : ResNet50Layout.shapes().entrySet()) {
      Tensor tensor = file.tensor(own.getKey(), own.getValue());
      if (own.getKey().endsWith("running_var")) {
        requireVariances(own.getKey(), tensor);
      }
      tensors.put(own.getKey(), tensor);
    }
    return new ResNet50Weights(tensors);
  }

  private static void requireVariances(String name, Tensor tensor) throws WeightsFileException {
    for (int i = 0; i < tensor.shape().valueCount(); i++) {
      if (tensor.at(i) < 0) {
        throw new WeightsFileException("The tensor " + name + " holds a negative variance.");
      }
    }
  }

  /**
   * Makes random weights, <b>not trained on anything</b>, to try a computation out where nobody has
   * supplied a network. Evenly distributed, of a size that keeps the signal about equal from block
   * to block; the same for the same seed on every machine.
   */
  public static ResNet50Weights random(long seed) {
    var tensors = new LinkedHashMap<String, Tensor>();
    var random = new SplittableRandom(seed);
    ResNet50Layout.shapes()
        .forEach((name, shape) -> tensors.put(name, random(name, shape, random.split())));
    return new ResNet50Weights(tensors);
  }

  private static Tensor random(String name, TensorShape shape, SplittableRandom random) {
    double middle = 0;
    double half;
    if (shape.sizes().size() > 1) { // variance 2 over the inputs of one output
      int inputs = shape.valueCount() / shape.sizes().getFirst();
      half = Math.sqrt(6.0 / inputs);
    } else if (name.endsWith("running_var")) {
      middle = 1;
      half = 0.5;
    } else if (name.endsWith("weight")) { // blocks add up, so each adds little
      middle = name.endsWith("bn3.weight") ? 0.3 : 0.9;
      half = middle / 3;
    } else {
      half = 0.1;
    }
    float[] values = new float[shape.valueCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (middle + half * (2 * random.nextDouble() - 1));
    }
    return Tensor.of(shape, values);
  }

  /** Returns a tensor by its name in {@link ResNet50Layout}. */
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) { // absent from the map
      throw new IllegalArgumentException("ResNet50 has no tensor " + name);
    }
    return tensor;
  }
}
