/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.TensorShape;

/** Multiplies two small matrices on a graphics card. */
final class CudaTrial {

  private static final int SIDE = 4;

  private CudaTrial() {}

  /** Returns if a matrix of ones times itself is a matrix of fours; all numbers are exact. */
  static void run(OnnxEngine.Cuda cuda) throws OrtException, InferenceException {
    var graph = new OnnxGraph("trial");
    TensorShape shape = TensorShape.of(SIDE, SIDE);
    String left = graph.input("a", shape);
    String right = graph.input("b", shape);
    graph.output("c", graph.node("MatMul", left, right), shape);
    float[] ones = new float[SIDE * SIDE];
    java.util.Arrays.fill(ones, 1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      cuda.use(options);
      try (OrtSession session = environment.createSession(graph.toBytes(), options);
          OnnxTensor given =
              OnnxTensor.createTensor(environment, FloatBuffer.wrap(ones), shape.toLongArray());
          OrtSession.Result result = session.run(Map.of("a", given, "b", given))) {
        FloatBuffer product = ((OnnxTensor) result.get(0)).getFloatBuffer();
        for (int i = 0; i < SIDE * SIDE; i++) {
          if (product.get(i) != SIDE) {
            throw new InferenceException("it multiplies wrongly: " + product.get(i));
          }
        }
      }
    }
  }
}
