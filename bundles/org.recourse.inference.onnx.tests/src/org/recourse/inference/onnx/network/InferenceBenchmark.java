/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.OnnxEngine;
import org.recourse.inference.onnx.graph.OnnxGraph;
import org.recourse.inference.tensor.TensorShape;

/** Prints times of one patient: minimum and median of 30 runs, and the rate of a matrix product. */
final class InferenceBenchmark {

  private static final int RUNS = 30;
  private static final int MATRIX = 1024;

  private InferenceBenchmark() {}

  /**
   * @param arguments number of threads
   */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
    try (out) {
      out.printf("threads %d, GEMM %.1f GFLOP/s%n", threads, gemmGflops(threads));
      for (NetworkVariant variant : NetworkVariant.values()) {
        measure(variant, threads, out);
      }
      out.printf("GEMM again %.1f GFLOP/s%n", gemmGflops(threads));
    }
  }

  private static void measure(NetworkVariant variant, int threads, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("untrained");
    var network = new MultiOmicsNetwork(variant, NetworkSize.PAPER, NetworkWeights.initial(1));
    NamedTensors inputs = NetworkInputs.of(NetworkSize.PAPER, 1);
    try (LoadedModel model =
        new OnnxEngine()
            .load(UntrainedPackage.of(network).in(folder), EngineOptions.cpu(threads), null)) {
      report(out, variant + " forward", () -> model.run(inputs, null));
      report(out, variant + " forward + gradient", () -> model.gradient(inputs, null));
    } finally {
      delete(folder);
    }
  }

  private static void report(PrintStream out, String what, Callable<?> call) throws Exception {
    long start = System.nanoTime();
    call.call();
    double firstMs = (System.nanoTime() - start) / 1e6;
    double[] ms = timesMs(call);
    out.printf(
        "%s: first %.1f ms, min %.1f ms, median %.1f ms%n", what, firstMs, ms[0], ms[RUNS / 2]);
  }

  private static double[] timesMs(Callable<?> call) throws Exception {
    double[] ms = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      call.call();
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(ms);
    return ms;
  }

  private static double gemmGflops(int threads) throws Exception {
    var graph = new OnnxGraph("gemm");
    TensorShape shape = TensorShape.of(MATRIX, MATRIX);
    String left = graph.input("a", shape);
    String right = graph.input("b", shape);
    graph.output("c", graph.node("MatMul", left, right), shape);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      try (OrtSession session = environment.createSession(graph.toBytes(), options);
          OnnxTensor ones = ones(environment, shape)) {
        double bestMs = timesMs(() -> closed(session.run(Map.of("a", ones, "b", ones))))[0];
        return 2.0 * MATRIX * MATRIX * MATRIX / bestMs / 1e6;
      }
    }
  }

  private static String closed(OrtSession.Result result) {
    result.close();
    return "";
  }

  private static OnnxTensor ones(OrtEnvironment environment, TensorShape shape)
      throws OrtException {
    float[] values = new float[shape.valueCount()];
    Arrays.fill(values, 1);
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape.toLongArray());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
