/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Collection;
import org.osgi.service.component.annotations.Component;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.engine.GraphSignature;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedGraph;
import org.recourse.inference.tensor.TensorShape;

/** Runs graphs that users supply with ONNX Runtime on the processor. Thread-safe. */
@Component(service = GraphRuntime.class)
public final class OnnxGraphRuntime implements GraphRuntime {

  /** Size of the axis of the cases where a graph takes any number of them. */
  static final long ANY_NUMBER = -1;

  @Override
  public LoadedGraph load(byte[] graph, GraphSignature signature, int threadCount)
      throws InferenceException {
    if (threadCount < 1) {
      throw new IllegalArgumentException("threadCount must be >= 1: " + threadCount);
    }
    if (new OnnxEngine().state() instanceof EngineState.Unavailable unavailable) {
      throw new InferenceException(unavailable.sentence());
    }
    NetworkInspection.requireSelfContained(graph);
    try {
      OrtSession session = session(graph, threadCount);
      try {
        long batch =
            Math.max(
                batch("input", session.getInputInfo().values(), signature.input()),
                batch("output", session.getOutputInfo().values(), signature.output()));
        return new OnnxGraphModel(session, signature, batch == ANY_NUMBER);
      } catch (InferenceException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new InferenceException("The network cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static OrtSession session(byte[] graph, int threadCount) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threadCount);
      options.setInterOpNumThreads(1);
      // Waiting threads that spin take the processor from everything else on a small machine.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return OrtEnvironment.getEnvironment().createSession(graph, options);
    }
  }

  /** Returns the size of the axis of the cases, 1 or {@link #ANY_NUMBER}. */
  private static long batch(String what, Collection<NodeInfo> nodes, TensorShape wanted)
      throws InferenceException {
    if (nodes.size() != 1) {
      throw new InferenceException(
          "The network must have one " + what + " and has " + nodes.size() + ".");
    }
    NodeInfo node = nodes.iterator().next();
    if (node.getInfo() instanceof TensorInfo info
        && info.type == OnnxJavaType.FLOAT
        && info.getShape().length == wanted.sizes().size() + 1
        && (info.getShape()[0] == 1 || info.getShape()[0] == ANY_NUMBER)
        && Arrays.equals(
            Arrays.copyOfRange(info.getShape(), 1, info.getShape().length), wanted.toLongArray())) {
      return info.getShape()[0];
    }
    throw new InferenceException(
        "The %s %s of the network should hold cases of %s floats and is %s."
            .formatted(what, node.getName(), wanted, node.getInfo()));
  }
}
