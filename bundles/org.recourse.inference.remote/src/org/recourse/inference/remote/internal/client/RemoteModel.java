/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.recourse.inference.remote.internal.protocol.Datatype;
import org.recourse.inference.remote.internal.protocol.InferenceRequest;
import org.recourse.inference.remote.internal.protocol.InferenceResponse;
import org.recourse.inference.remote.internal.protocol.RequestedOutput;
import org.recourse.inference.remote.internal.protocol.WireTensor;
import org.recourse.inference.tensor.Tensor;

/** A model that runs on a server. Thread-safe. */
final class RemoteModel implements LoadedModel {

  private final ModelDescription description;
  private final RemoteServer server;
  private final Set<Capability> capabilities;
  private final boolean binary;
  private final List<Finding> findings;
  private volatile boolean closed;

  RemoteModel(
      ModelDescription description,
      RemoteServer server,
      Set<Capability> capabilities,
      boolean binary,
      List<Finding> findings) {
    this.description = description;
    this.server = server;
    this.capabilities = Set.copyOf(capabilities);
    this.binary = binary;
    this.findings = List.copyOf(findings);
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Device device() {
    return server.device();
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    return new NamedTensors(
        ask(
            FileRole.FORWARD,
            RemoteModels.outputs(FileRole.FORWARD, description),
            inputs,
            monitor));
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (!capabilities.contains(Capability.GRADIENT)) {
      throw new UnsupportedOperationException(
          "no gradient network: " + description.identity().id());
    }
    TensorSpecification score = output(TensorSpecification.Role.SCORE);
    TensorSpecification gradient = output(TensorSpecification.Role.DOSE_GRADIENT);
    Map<String, Tensor> answered =
        ask(FileRole.GRADIENT, List.of(score, gradient), inputs, monitor);
    float value = answered.get(score.name()).at(0);
    if (!(value >= 0 && value <= 1)) {
      throw new InferenceException(
          server.where() + " answers with " + value + " where a score lies between 0 and 1.");
    }
    return new ScoreGradient(value, answered.get(gradient.name()));
  }

  private TensorSpecification output(TensorSpecification.Role role) {
    return description.output(role).orElseThrow();
  }

  private Map<String, Tensor> ask(
      FileRole role,
      List<TensorSpecification> outputs,
      NamedTensors inputs,
      IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, 1);
    progress.checkCanceled();
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    var request =
        new InferenceRequest(
            Optional.empty(),
            binary,
            wireInputs(inputs),
            outputs.stream()
                .map(output -> new RequestedOutput(output.name(), Optional.empty()))
                .toList());
    int mostValues = outputs.stream().mapToInt(o -> o.shape().valueCount()).max().orElse(1);
    String name = RemoteModels.nameOf(role, description);
    InferenceResponse response = server.infer(name, request, binary, mostValues, progress);
    if (!response.modelName().orElse(name).equals(name)) {
      throw new InferenceException(
          server.where() + " answers for another model than " + name + ".");
    }
    return checked(response, outputs);
  }

  private List<WireTensor> wireInputs(NamedTensors inputs) {
    return description.inputs().stream()
        .map(
            input -> {
              Tensor tensor = inputs.tensor(input.name());
              if (!tensor.shape().equals(input.shape()) || !tensor.isFinite()) {
                throw new IllegalArgumentException(
                    "%s should be finite numbers of the shape %s: %s"
                        .formatted(input.name(), input.shape(), tensor));
              }
              return WireTensor.of(input.name(), tensor);
            })
        .toList();
  }

  private Map<String, Tensor> checked(
      InferenceResponse response, List<TensorSpecification> expected) throws InferenceException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpecification output : expected) {
      WireTensor answered =
          response.outputs().stream()
              .filter(tensor -> tensor.name().equals(output.name()))
              .findFirst()
              .orElseThrow(() -> wrong("it leaves out " + output.name()));
      if (answered.datatype() != Datatype.FP32) {
        throw wrong(output.name() + " is " + answered.datatype() + " instead of FP32");
      }
      if (!answered.shape().equals(output.shape())) {
        throw wrong(
            output.name() + " has the shape " + answered.shape() + " instead of " + output.shape());
      }
      Tensor tensor = answered.toTensor();
      if (!tensor.isFinite()) {
        throw wrong(output.name() + " holds values that are not finite");
      }
      tensors.put(output.name(), tensor);
    }
    if (response.outputs().size() != expected.size()) {
      throw wrong("it holds tensors that nobody asked for");
    }
    return tensors;
  }

  private InferenceException wrong(String what) {
    return new InferenceException(
        "The answer of "
            + server.device().name()
            + " for "
            + description.identity().title()
            + " is refused: "
            + what
            + ".");
  }

  @Override
  public void close() {
    closed = true;
    server.close();
  }
}
