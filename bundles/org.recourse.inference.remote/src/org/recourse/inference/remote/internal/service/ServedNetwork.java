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
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.remote.internal.protocol.Datatype;
import org.recourse.inference.remote.internal.protocol.InferenceRequest;
import org.recourse.inference.remote.internal.protocol.InferenceResponse;
import org.recourse.inference.remote.internal.protocol.ModelMetadata;
import org.recourse.inference.remote.internal.protocol.NetworkPart;
import org.recourse.inference.remote.internal.protocol.RequestedOutput;
import org.recourse.inference.remote.internal.protocol.TensorMetadata;
import org.recourse.inference.remote.internal.protocol.Text;
import org.recourse.inference.remote.internal.protocol.WireTensor;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** One network of a loaded model under the name clients use. Thread-safe. */
final class ServedNetwork {

  private final NetworkPart part;
  private final LoadedModel model;
  private final int ensembleCount;

  private ServedNetwork(NetworkPart part, LoadedModel model, int ensembleCount) {
    this.part = part;
    this.model = model;
    this.ensembleCount = ensembleCount;
  }

  /**
   * Returns the networks of models by the names of clients. Each runs once on zeros, so that the
   * first client does not wait longer than the others.
   *
   * @throws InferenceException if a network does not run
   */
  static Map<String, ServedNetwork> byName(List<LoadedModel> models) throws InferenceException {
    Map<String, ServedNetwork> byName = new LinkedHashMap<>();
    for (LoadedModel model : models) {
      NamedTensors zeros = zeros(model.description());
      int ensembleCount = model.ensembleScores(zeros, null).size();
      model.run(zeros, null);
      put(byName, new ServedNetwork(NetworkPart.FORWARD, model, ensembleCount));
      if (model.capabilities().contains(Capability.GRADIENT)) {
        model.gradient(zeros, null);
        put(byName, new ServedNetwork(NetworkPart.GRADIENT, model, ensembleCount));
      }
      if (ensembleCount > 0) {
        put(byName, new ServedNetwork(NetworkPart.ENSEMBLE, model, ensembleCount));
      }
    }
    return byName;
  }

  private static NamedTensors zeros(ModelDescription description) {
    Map<String, Tensor> zeros = new LinkedHashMap<>();
    for (TensorSpecification input : description.inputs()) {
      zeros.put(input.name(), Tensor.filled(input.shape(), 0));
    }
    return new NamedTensors(zeros);
  }

  private static void put(Map<String, ServedNetwork> byName, ServedNetwork network) {
    if (byName.putIfAbsent(network.name(), network) != null) {
      throw new IllegalArgumentException("two models have the name " + network.name());
    }
  }

  String name() {
    return part.nameOf(model.description());
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
    part.file(description)
        .ifPresent(file -> parameters.put(ModelMetadata.CHECKSUM_PARAMETER, file.sha256()));
    return new ModelMetadata(
        name(),
        List.of(version()),
        description.networkFormat().equals("onnx") ? "onnx_onnxv1" : description.networkFormat(),
        tensors(description.inputs()),
        part == NetworkPart.ENSEMBLE
            ? List.of(
                new TensorMetadata(
                    NetworkPart.ENSEMBLE_OUTPUT,
                    Datatype.FP32.name(),
                    List.of((long) ensembleCount)))
            : tensors(part.outputs(description)),
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

  private List<String> outputNames() {
    return part == NetworkPart.ENSEMBLE
        ? List.of(NetworkPart.ENSEMBLE_OUTPUT)
        : part.outputs(model.description()).stream().map(TensorSpecification::name).toList();
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
      if (!outputNames().contains(output.name())) {
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
            ? outputNames()
            : request.outputs().stream().map(RequestedOutput::name).distinct().toList();
    for (String output : wanted) {
      answered.add(WireTensor.of(output, computed.get(output)));
    }
    return new InferenceResponse(
        Optional.of(name()), Optional.of(version()), request.id(), answered);
  }

  private Map<String, Tensor> compute(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    return switch (part) {
      case FORWARD -> model.run(inputs, monitor).tensors();
      case GRADIENT -> gradient(model.gradient(inputs, monitor));
      case ENSEMBLE ->
          Map.of(NetworkPart.ENSEMBLE_OUTPUT, ensemble(model.ensembleScores(inputs, monitor)));
    };
  }

  private Map<String, Tensor> gradient(ScoreGradient gradient) {
    Map<String, Tensor> computed = new LinkedHashMap<>();
    for (TensorSpecification output : part.outputs(model.description())) {
      computed.put(
          output.name(),
          output.role() == TensorSpecification.Role.DOSE_GRADIENT
              ? gradient.perGy()
              : Tensor.of(output.shape(), (float) gradient.score()));
    }
    return computed;
  }

  private static Tensor ensemble(List<Double> scores) {
    float[] values = new float[scores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scores.get(i).floatValue();
    }
    return Tensor.of(TensorShape.of(values.length), values);
  }
}
