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
import java.util.Random;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;

/** A smooth dose with some noise, and features, made from a seed. */
final class NetworkInputs {

  private NetworkInputs() {}

  static NamedTensors of(NetworkSize size, long seed) {
    var random = new Random(seed);
    float[] dose = new float[size.doseShape().valueCount()];
    int i = 0;
    for (int z = 0; z < size.sizeZ(); z++) {
      for (int y = 0; y < size.sizeY(); y++) {
        for (int x = 0; x < size.sizeX(); x++) {
          double distance =
              square(2.0 * x / size.sizeX() - 1)
                  + square(2.0 * y / size.sizeY() - 1)
                  + square(2.0 * z / size.sizeZ() - 1);
          dose[i++] = (float) (70 * Math.exp(-distance) + random.nextGaussian());
        }
      }
    }
    float[] features = new float[NetworkLayout.SEQUENCE_FEATURES];
    for (int f = 0; f < features.length; f++) {
      features[f] = (float) random.nextGaussian();
    }
    return new NamedTensors(
        Map.of(
            NetworkTensors.DOSE,
            Tensor.of(size.doseShape(), dose),
            NetworkTensors.FEATURES,
            Tensor.of(NetworkLayout.STANDARD.featureShape(), features)));
  }

  private static double square(double value) {
    return value * value;
  }
}
