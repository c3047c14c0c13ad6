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
import java.util.Arrays;
import java.util.Map;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.TensorShape;

/** The rate of plain matrix products on this machine, with which networks are compared. */
public final class MatrixProduct {

  private static final int SIDE = 1024;
  private static final int RUNS = 20;

  private MatrixProduct() {}

  /**
   * Returns the times of products of two matrices of 1024 x 1024 single-precision numbers, scaled
   * to a number of operations, in ms.
   *
   * @param operations multiplications and additions, two a pair
   * @param threads processor threads
   */
  public static double[] timesMs(double operations, int threads) throws InferenceException {
    var graph = new OnnxGraph("product");
    TensorShape shape = TensorShape.of(SIDE, SIDE);
    String left = graph.input("a", shape);
    String right = graph.input("b", shape);
    graph.output("c", graph.node("MatMul", left, right), shape);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, 1);
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      try (OrtSession session = environment.createSession(graph.toBytes(), options);
          OnnxTensor ones =
              OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape.toLongArray())) {
        double[] ms = new double[RUNS];
        for (int i = -2; i < RUNS; i++) {
          long start = System.nanoTime();
          session.run(Map.of("a", ones, "b", ones)).close();
          if (i >= 0) {
            ms[i] = (System.nanoTime() - start) / 1e6 * operations / (2.0 * SIDE * SIDE * SIDE);
          }
        }
        return ms;
      }
    } catch (OrtException e) {
      throw new InferenceException("The matrix product failed: " + e.getMessage(), e);
    }
  }
}
