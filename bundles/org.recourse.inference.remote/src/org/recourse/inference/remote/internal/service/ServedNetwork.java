/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.inference.engine.Capability;
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
import org.recourse.inference.remote.internal.protocol.ModelMetadata;
import org.recourse.inference.remote.internal.protocol.RequestedOutput;
import org.recourse.inference.remote.internal.protocol.TensorMetadata;
import org.recourse.inference.remote.internal.protocol.Text;
import org.recourse.inference.remote.internal.protocol.WireTensor;
import org.recourse.inference.tensor.Tensor;

/** One network of a loaded model under the name clients use. Thread-safe. */
final class ServedNetwork {

  private final String name;
  private final LoadedModel model;
  private final FileRole role;

  private ServedNetwork(String name, LoadedModel model, FileRole role) {
    this.name = name;
    this.model = model;
    this.role = role;
  }

  /** Returns the networks of models by the names of clients. */
  static Map<String, ServedNetwork> byName(List<LoadedModel> models) {
    Map<String, ServedNetwork> byName = new LinkedHashMap<>();
    for (LoadedModel model : models) {
      String id = model.description().identity().id();
      put(byName, new ServedNetwork(id, model, FileRole.FORWARD));
      if (model.capabilities().contains(Capability.GRADIENT)) {
        put(byName, new ServedNetwork(id + ".gradient", model, FileRole.GRADIENT));
      }
    }
    return byName;
  }

  private static void put(Map<String, ServedNetwork> byName, ServedNetwork network) {
    if (byName.putIfAbsent(network.name, network) != null) {
      throw new IllegalArgumentException("two models have the name " + network.name);
    }
  }

  String name() {
    return name;
  }

  String version() {
    return model.description().identity().version();
  }

  /** Returns the values of the largest input. */
  int mostInputValues() {
    return model.description().inputs().stream()
        .mapToInt(input -> input.shape().valueCount())
        .max()
        .orElse(1);
  }

  /** Returns the values of all inputs together. */
  long inputValues() {
    return model.description().inputs().stream()
        .mapToLong(input -> input.shape().valueCount())
        .sum();
  }

  ModelMetadata metadata() {
    ModelDescription description = model.description();
    Map<String, String> parameters = new LinkedHashMap<>();
    description
        .file(role)
        .ifPresent(file -> parameters.put(ModelMetadata.CHECKSUM_PARAMETER, file.sha256()));
    return new ModelMetadata(
        name,
        List.of(version()),
        description.networkFormat().equals("onnx") ? "onnx_onnxv1" : description.networkFormat(),
        tensors(description.inputs()),
        tensors(outputs()),
        parameters);
  }

  private static List<TensorMetadata> tensors(List<TensorSpecification> tensors) {
    return tensors.stream()
        .map(
            tensor ->
                new TensorMetadata(
                    tensor.name(),
                    Datatype.FP32.name(),
                    tensor.shape().sizes().stream().map(Integer::longValue).toList()))
        .toList();
  }

  /** The gradient network is asked for score and gradient, the forward network for all others. */
  private List<TensorSpecification> outputs() {
    return model.description().outputs().stream()
        .filter(
            output ->
                role == FileRole.GRADIENT
                    ? output.role() == TensorSpecification.Role.SCORE
                        || output.role() == TensorSpecification.Role.DOSE_GRADIENT
                    : output.role() != TensorSpecification.Role.DOSE_GRADIENT)
        .toList();
  }

  /** Returns the inputs as the engine takes them. */
  NamedTensors inputs(InferenceRequest request) throws Refusal {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpecification input : model.description().inputs()) {
      WireTensor given =
          request.inputs().stream()
              .filter(tensor -> tensor.name().equals(input.name()))
              .findFirst()
              .orElseThrow(() -> wrong("the input " + input.name() + " is missing"));
      if (given.datatype() != Datatype.FP32 || !given.shape().equals(input.shape())) {
        throw wrong(
            "the input %s should be FP32 %s, not %s %s"
                .formatted(input.name(), input.shape(), given.datatype(), given.shape()));
      }
      Tensor tensor = given.toTensor();
      if (!tensor.isFinite()) {
        throw wrong("the input " + input.name() + " holds values that are not finite");
      }
      tensors.put(input.name(), tensor);
    }
    if (request.inputs().size() != tensors.size()) {
      throw wrong("the model takes " + tensors.keySet());
    }
    for (RequestedOutput output : request.outputs()) {
      if (outputs().stream().noneMatch(known -> known.name().equals(output.name()))) {
        throw wrong("the model has no output " + Text.shortened(output.name()));
      }
    }
    return new NamedTensors(tensors);
  }

  private static Refusal wrong(String sentence) {
    return new Refusal(Reply.BAD_REQUEST, sentence);
  }

  /** Runs the network and returns the outputs that were asked for. */
  InferenceResponse run(InferenceRequest request, NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    Map<String, Tensor> computed = compute(inputs, monitor);
    List<WireTensor> answered = new ArrayList<>();
    List<String> wanted =
        request.outputs().isEmpty()
            ? outputs().stream().map(TensorSpecification::name).toList()
            : request.outputs().stream().map(RequestedOutput::name).distinct().toList();
    for (String output : wanted) {
      answered.add(WireTensor.of(output, computed.get(output)));
    }
    return new InferenceResponse(Optional.of(name), Optional.of(version()), request.id(), answered);
  }

  private Map<String, Tensor> compute(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (role == FileRole.FORWARD) {
      return model.run(inputs, monitor).tensors();
    }
    ScoreGradient gradient = model.gradient(inputs, monitor);
    Map<String, Tensor> computed = new LinkedHashMap<>();
    for (TensorSpecification output : outputs()) {
      computed.put(
          output.name(),
          output.role() == TensorSpecification.Role.DOSE_GRADIENT
              ? gradient.perGy()
              : Tensor.of(output.shape(), (float) gradient.score()));
    }
    return computed;
  }
}
