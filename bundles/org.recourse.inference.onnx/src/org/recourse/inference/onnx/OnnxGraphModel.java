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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.GraphSignature;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** A graph in ONNX Runtime. Runs share the native session; closing waits for them to end. */
final class OnnxGraphModel implements LoadedGraph {

  /** Cases in one run; bounds the memory, which grows with it. */
  private static final int MOST_CASES = 8;

  private final OrtSession session;
  private final GraphSignature signature;
  private final int casesAtOnce;
  private final ReadWriteLock use = new ReentrantReadWriteLock(); // read: running, write: closing
  private boolean closed;

  OnnxGraphModel(OrtSession session, GraphSignature signature, boolean anyNumber) {
    this.session = session;
    this.signature = signature;
    this.casesAtOnce = anyNumber ? MOST_CASES : 1;
  }

  @Override
  public List<Tensor> run(List<Tensor> cases, IProgressMonitor monitor) throws InferenceException {
    for (Tensor one : cases) {
      if (!one.shape().equals(signature.input()) || !one.isFinite()) {
        throw new IllegalArgumentException(
            "a case must be finite and of " + signature.input() + ": " + one);
      }
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Running network", cases.size());
    List<Tensor> answers = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += casesAtOnce) {
      progress.checkCanceled();
      List<Tensor> some = cases.subList(from, Math.min(cases.size(), from + casesAtOnce));
      answers.addAll(batch(some));
      progress.worked(some.size());
    }
    return List.copyOf(answers);
  }

  private List<Tensor> batch(List<Tensor> cases) throws InferenceException {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the graph is closed");
      }
      return compute(cases);
    } catch (OrtException e) {
      throw new InferenceException("The network failed: " + e.getMessage(), e);
    } finally {
      use.readLock().unlock();
    }
  }

  private List<Tensor> compute(List<Tensor> cases) throws OrtException, InferenceException {
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor given = together(cases);
        OrtSession.Result result = session.run(Map.of(input, given))) {
      if (!(result.get(0) instanceof OnnxTensor tensor)) {
        throw new InferenceException("The network returned no tensor.");
      }
      FloatBuffer values = tensor.getFloatBuffer();
      TensorShape shape = signature.output();
      if (values.remaining() != cases.size() * shape.valueCount()) {
        throw new InferenceException(
            "The network returned %d numbers for %d cases of %s."
                .formatted(values.remaining(), cases.size(), shape));
      }
      List<Tensor> answers = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        float[] own = new float[shape.valueCount()];
        values.get(own);
        answers.add(Tensor.of(shape, own));
        if (!answers.getLast().isFinite()) {
          throw new InferenceException("The network returned a number that is not finite.");
        }
      }
      return answers;
    }
  }

  private OnnxTensor together(List<Tensor> cases) throws OrtException {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(cases.size() * signature.input().valueCount() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    cases.forEach(one -> one.copyTo(buffer));
    long[] one = signature.input().toLongArray();
    long[] all = new long[one.length + 1];
    all[0] = cases.size();
    System.arraycopy(one, 0, all, 1, one.length);
    return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer.rewind(), all);
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        OnnxModel.close(List.of(session));
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
