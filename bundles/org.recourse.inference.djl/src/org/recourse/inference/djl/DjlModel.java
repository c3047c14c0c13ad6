/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;
import org.recourse.inference.training.NetworkPlan;

/**
 * A network in PyTorch. Holds numbers in Java only: native arrays live for one call, and calls run
 * one after the other.
 */
final class DjlModel implements LoadedModel {

  private final ModelDescription description;
  private final NetworkFile file;
  private final NetworkPlan plan;
  private final int threads;
  private final List<Finding> findings;
  private final DataType type;
  private final DjlRuntime runtime = new DjlRuntime();
  private volatile boolean closed;

  DjlModel(ModelDescription description, NetworkFile file, int threads, List<Finding> findings) {
    this(description, file, threads, findings, DataType.FLOAT32);
  }

  /**
   * Makes a model in another precision.
   *
   * @param type 64-bit floats for reference values of gradients, else 32-bit ones
   */
  DjlModel(
      ModelDescription description,
      NetworkFile file,
      int threads,
      List<Finding> findings,
      DataType type) {
    this.description = description;
    this.file = file;
    this.plan = new NetworkPlan(file.variant(), file.size(), file.model().layout());
    this.threads = threads;
    this.findings = List.copyOf(findings);
    this.type = type;
    requireInput(TensorSpecification.Role.FEATURES, plan.layout().featureShape());
    if (plan.layout().dose()) {
      requireInput(TensorSpecification.Role.DOSE, plan.size().doseShape());
    }
  }

  private void requireInput(TensorSpecification.Role role, TensorShape shape) {
    if (description.input(role).filter(input -> input.shape().equals(shape)).isEmpty()) {
      throw new IllegalArgumentException(
          "the description must have an input " + role + " of " + shape);
    }
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public Set<Capability> capabilities() {
    return plan.layout().dose()
        ? EnumSet.of(Capability.FORWARD, Capability.GRADIENT)
        : EnumSet.of(Capability.FORWARD);
  }

  @Override
  public Device device() {
    return runtime.card().devices().getFirst();
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public NamedTensors run(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    SubMonitor.convert(monitor, "Running network", 1).checkCanceled();
    return runtime.run(
        threads,
        manager -> {
          double logit = value(logit(manager, file.model(), inputs(manager, inputs)));
          return outputs(logit);
        });
  }

  @Override
  public List<Double> ensembleScores(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Running ensemble", file.ensemble().size());
    List<Double> scores = new ArrayList<>();
    for (NetworkWeights member : file.ensemble()) {
      progress.checkCanceled();
      scores.add(
          runtime.run(
              threads, manager -> sigmoid(value(logit(manager, member, inputs(manager, inputs))))));
      progress.worked(1);
    }
    return List.copyOf(scores);
  }

  @Override
  public ScoreGradient gradient(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    if (!plan.layout().dose()) {
      throw new UnsupportedOperationException("no dose: " + description.identity().id());
    }
    SubMonitor.convert(monitor, "Running network", 1).checkCanceled();
    return runtime.run(
        threads,
        manager -> {
          Map<TensorSpecification.Role, NDArray> given = inputs(manager, inputs);
          NDArray dose = given.get(TensorSpecification.Role.DOSE);
          dose.setRequiresGradient(true);
          double score;
          try (GradientCollector collector = DjlRuntime.collector()) {
            NDArray logit = logit(manager, file.model(), given);
            collector.backward(logit.getNDArrayInternal().sigmoid().sum());
            score = sigmoid(value(logit));
          }
          NDArray gradient = dose.getGradient().toType(DataType.FLOAT32, false);
          return new ScoreGradient(
              score, Tensor.of(plan.size().doseShape(), gradient.toFloatArray()));
        });
  }

  /** Returns the score in the precision of this model, for differences that rounding would hide. */
  double logit(NamedTensors inputs) throws InferenceException {
    return runtime.run(
        threads, manager -> value(logit(manager, file.model(), inputs(manager, inputs))));
  }

  private NDArray logit(
      NDManager manager, NetworkWeights weights, Map<TensorSpecification.Role, NDArray> given) {
    var network =
        new TorchNetwork(
            plan,
            TorchArrays.parameters(manager, weights, type),
            TorchNetwork.Normalisation.FOLDED);
    NDArray features = given.get(TensorSpecification.Role.FEATURES);
    return network.logits(given.getOrDefault(TensorSpecification.Role.DOSE, features), features);
  }

  private Map<TensorSpecification.Role, NDArray> inputs(NDManager manager, NamedTensors inputs) {
    if (closed) {
      throw new IllegalStateException("the model is closed: " + description.identity().id());
    }
    Map<TensorSpecification.Role, NDArray> arrays = new LinkedHashMap<>();
    for (TensorSpecification input : description.inputs()) {
      Tensor tensor = inputs.tensor(input.name());
      if (!tensor.shape().equals(input.shape()) || !tensor.isFinite()) {
        throw new IllegalArgumentException(
            input.name() + " must be finite and of " + input.shape() + ": " + tensor);
      }
      arrays.put(input.role(), TorchArrays.array(manager, tensor).toType(type, false));
    }
    return arrays;
  }

  private NamedTensors outputs(double logit) throws InferenceException {
    if (!Double.isFinite(logit)) {
      throw new InferenceException("The network returned a number that is not finite.");
    }
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (TensorSpecification output : description.outputs()) {
      switch (output.role()) {
        case SCORE -> outputs.put(output.name(), Tensor.of(output.shape(), (float) sigmoid(logit)));
        case LOGIT -> outputs.put(output.name(), Tensor.of(output.shape(), (float) logit));
        case DOSE, FEATURES, DOSE_GRADIENT -> {
          // not an output of this pass
        }
      }
    }
    return new NamedTensors(outputs);
  }

  private static double value(NDArray logit) {
    return logit.getDataType() == DataType.FLOAT64 ? logit.getDouble() : logit.getFloat();
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  @Override
  public void close() {
    closed = true;
  }
}
