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
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.tensor.Tensor;

/** A network in ONNX Runtime. Runs share the native session; closing waits for them to end. */
final class OnnxModel implements LoadedModel {

  private final ModelDescription description;
  private final Map<FileRole, OrtSession> sessions;
  private final List<OrtSession> ensemble;
  private final Device device;
  private final List<Finding> findings;
  private final ReadWriteLock use = new ReentrantReadWriteLock(); // read: running, write: closing
  private boolean closed;

  OnnxModel(
      ModelDescription description,
      Map<FileRole, OrtSession> sessions,
      List<OrtSession> ensemble,
      Device device,
      List<Finding> findings) {
    this.description = description;
    this.sessions = sessions;
    this.ensemble = ensemble;
    this.device = device;
    this.findings = List.copyOf(findings);
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public Set<Capability> capabilities() {
    var capabilities = EnumSet.of(Capability.FORWARD);
    if (sessions.containsKey(FileRole.GRADIENT)) {
      capabilities.add(Capability.GRADIENT);
    }
    return capabilities;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    return run(sessions.get(FileRole.FORWARD), inputs, monitor);
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (!sessions.containsKey(FileRole.GRADIENT)) {
      throw new UnsupportedOperationException(
          "no gradient network: " + description.identity().id());
    }
    NamedTensors outputs = run(sessions.get(FileRole.GRADIENT), inputs, monitor);
    return new ScoreGradient(
        outputs.tensor(nameOf(TensorSpecification.Role.SCORE)).at(0),
        outputs.tensor(nameOf(TensorSpecification.Role.DOSE_GRADIENT)));
  }

  @Override
  public List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Running ensemble", ensemble.size());
    List<Double> scores = new ArrayList<>();
    for (OrtSession member : ensemble) {
      NamedTensors outputs = run(member, inputs, progress.split(1));
      scores.add((double) outputs.tensor(nameOf(TensorSpecification.Role.SCORE)).at(0));
    }
    return List.copyOf(scores);
  }

  private String nameOf(TensorSpecification.Role role) {
    return description.output(role).orElseThrow().name();
  }

  private NamedTensors run(OrtSession session, NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor.convert(monitor, "Running network", 1).checkCanceled();
    requireInputs(inputs);
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model is closed: " + description.identity().id());
      }
      return compute(session, inputs);
    } catch (OrtException e) {
      throw new InferenceException(
          "The network of " + description.identity().title() + " failed: " + e.getMessage(), e);
    } finally {
      use.readLock().unlock();
    }
  }

  private NamedTensors compute(OrtSession session, NamedTensors inputs)
      throws OrtException, InferenceException {
    Map<String, OnnxTensor> given = new LinkedHashMap<>();
    try {
      for (TensorSpecification input : description.inputs()) {
        given.put(input.name(), nativeTensor(inputs.tensor(input.name())));
      }
      try (OrtSession.Result result = session.run(given)) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (TensorSpecification output : description.outputs()) {
          if (session.getOutputNames().contains(output.name())) {
            outputs.put(output.name(), value(output, result.get(output.name()).orElseThrow()));
          }
        }
        return new NamedTensors(outputs);
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  private static OnnxTensor nativeTensor(Tensor tensor) throws OrtException {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(tensor.shape().valueCount() * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    tensor.copyTo(buffer);
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), buffer.rewind(), tensor.shape().toLongArray());
  }

  private static Tensor value(TensorSpecification output, OnnxValue value)
      throws InferenceException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new InferenceException("The network returned no tensor for " + output.name() + ".");
    }
    Tensor numbers = Tensor.of(output.shape(), tensor.getFloatBuffer());
    if (!numbers.isFinite()) {
      throw new InferenceException(
          "The network returned a number that is not finite for " + output.name() + ".");
    }
    return numbers;
  }

  private void requireInputs(NamedTensors inputs) {
    for (TensorSpecification input : description.inputs()) {
      Tensor tensor = inputs.tensor(input.name());
      if (!tensor.shape().equals(input.shape()) || !tensor.isFinite()) {
        throw new IllegalArgumentException(
            input.name() + " must be finite and of " + input.shape() + ": " + tensor);
      }
    }
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        close(sessions.values());
        close(ensemble);
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  /** Closes sessions; a failure to free memory is a defect of the runtime. */
  static void close(Collection<OrtSession> sessions) {
    for (OrtSession session : sessions) {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime could not close a session", e);
      }
    }
  }
}
