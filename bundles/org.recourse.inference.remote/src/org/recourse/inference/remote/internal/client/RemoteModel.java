/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.util.ArrayList;
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
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.remote.internal.protocol.Datatype;
import org.recourse.inference.remote.internal.protocol.InferenceRequest;
import org.recourse.inference.remote.internal.protocol.InferenceResponse;
import org.recourse.inference.remote.internal.protocol.NetworkPart;
import org.recourse.inference.remote.internal.protocol.RequestedOutput;
import org.recourse.inference.remote.internal.protocol.WireTensor;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** A model that runs on a server. Thread-safe. */
final class RemoteModel implements LoadedModel {

  private final ModelDescription description;
  private final RemoteServer server;
  private final Set<Capability> capabilities;
  private final int ensembleCount;
  private final boolean binary;
  private final List<Finding> findings;
  private volatile boolean closed;

  RemoteModel(
      ModelDescription description,
      RemoteServer server,
      Set<Capability> capabilities,
      int ensembleCount,
      boolean binary,
      List<Finding> findings) {
    this.description = description;
    this.server = server;
    this.capabilities = Set.copyOf(capabilities);
    this.ensembleCount = ensembleCount;
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
    return new NamedTensors(ask(NetworkPart.FORWARD, shapes(NetworkPart.FORWARD), inputs, monitor));
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (!capabilities.contains(Capability.GRADIENT)) {
      throw new UnsupportedOperationException(
          "no gradient network: " + description.identity().id());
    }
    Map<String, Tensor> answered =
        ask(NetworkPart.GRADIENT, shapes(NetworkPart.GRADIENT), inputs, monitor);
    return new ScoreGradient(
        score(answered.get(output(TensorSpecification.Role.SCORE).name()).at(0)),
        answered.get(output(TensorSpecification.Role.DOSE_GRADIENT).name()));
  }

  @Override
  public List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (ensembleCount == 0) {
      return List.of();
    }
    Map<String, TensorShape> shapes =
        Map.of(NetworkPart.ENSEMBLE_OUTPUT, TensorShape.of(ensembleCount));
    Tensor answered =
        ask(NetworkPart.ENSEMBLE, shapes, inputs, monitor).get(NetworkPart.ENSEMBLE_OUTPUT);
    List<Double> scores = new ArrayList<>();
    for (float value : answered.toArray()) {
      scores.add(score(value));
    }
    return List.copyOf(scores);
  }

  private double score(float value) throws InferenceException {
    if (!(value >= 0 && value <= 1)) {
      throw wrong(value + " stands where a score lies between 0 and 1");
    }
    return value;
  }

  private Map<String, TensorShape> shapes(NetworkPart part) {
    Map<String, TensorShape> shapes = new LinkedHashMap<>();
    for (TensorSpecification output : part.outputs(description)) {
      shapes.put(output.name(), output.shape());
    }
    return shapes;
  }

  private TensorSpecification output(TensorSpecification.Role role) {
    return description.output(role).orElseThrow();
  }

  private Map<String, Tensor> ask(
      NetworkPart part,
      Map<String, TensorShape> outputs,
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
            outputs.keySet().stream()
                .map(output -> new RequestedOutput(output, Optional.empty()))
                .toList());
    int mostValues = outputs.values().stream().mapToInt(TensorShape::valueCount).max().orElse(1);
    String name = part.nameOf(description);
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

  private Map<String, Tensor> checked(InferenceResponse response, Map<String, TensorShape> expected)
      throws InferenceException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, TensorShape> output : expected.entrySet()) {
      WireTensor answered =
          response.outputs().stream()
              .filter(tensor -> tensor.name().equals(output.getKey()))
              .findFirst()
              .orElseThrow(() -> wrong("it leaves out " + output.getKey()));
      if (answered.datatype() != Datatype.FP32) {
        throw wrong(output.getKey() + " is " + answered.datatype() + " instead of FP32");
      }
      if (!answered.shape().equals(output.getValue())) {
        throw wrong(
            output.getKey()
                + " has the shape "
                + answered.shape()
                + " instead of "
                + output.getValue());
      }
      Tensor tensor = answered.toTensor();
      if (!tensor.isFinite()) {
        throw wrong(output.getKey() + " holds values that are not finite");
      }
      tensors.put(output.getKey(), tensor);
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
