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
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.RocCurve;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;

/**
 * One training. The order of the cases in an epoch follows from the seed and the number of the
 * epoch alone, so that a run that goes on from a checkpoint sees the same batches.
 */
final class TrainingRun {

  private final TrainingRequest request;
  private final DjlRuntime runtime;
  private final Checkpoint checkpoint;
  private final Adam adam;

  TrainingRun(TrainingRequest request, DjlRuntime runtime) {
    this.request = request;
    this.runtime = runtime;
    this.checkpoint = new Checkpoint(request);
    this.adam = new Adam(request.options());
  }

  TrainedNetwork run(String stage, TrainingListener listener, IProgressMonitor monitor)
      throws InferenceException {
    int epochs = request.options().epochs();
    SubMonitor progress = SubMonitor.convert(monitor, "Training " + stage, epochs);
    TrainingProgress reached = checkpoint.read().orElseGet(() -> TrainingProgress.start(request));
    progress.worked(reached.epochs().size());
    while (reached.epochs().size() < epochs && !exhausted(reached)) {
      reached.add(epoch(reached, progress.split(1)));
      checkpoint.write(reached);
      listener.onEpoch(stage, reached.epochs().getLast());
    }
    return new TrainedNetwork(reached.keptWeights(), reached.keptEpoch(), reached.epochs());
  }

  private boolean exhausted(TrainingProgress reached) {
    int patience = request.options().patience();
    return patience > 0
        && !request.validation().isEmpty()
        && reached.epochs().size() - reached.keptEpoch() >= patience;
  }

  private TrainingEpoch epoch(TrainingProgress reached, IProgressMonitor monitor)
      throws InferenceException {
    int number = reached.epochs().size() + 1;
    List<List<TrainingCase>> batches = batches(number);
    SubMonitor progress = SubMonitor.convert(monitor, batches.size());
    double loss = 0;
    for (List<TrainingCase> batch : batches) {
      progress.checkCanceled();
      loss += step(reached.state(), batch) * batch.size() / request.training().size();
      progress.worked(1);
    }
    if (!Double.isFinite(loss)) {
      throw new InferenceException(
          "Training diverged in epoch " + number + ": the loss is not finite. Lower its rate.");
    }
    return validated(number, loss, reached.state());
  }

  /** Batches of nearly equal size, none above that of the options. */
  private List<List<TrainingCase>> batches(int epoch) {
    var order = new ArrayList<>(request.training());
    Collections.shuffle(order, new Random(request.options().seed() * 1_000_003L + epoch));
    int count = Math.ceilDiv(order.size(), request.options().batchSize());
    var batches = new ArrayList<List<TrainingCase>>();
    for (int b = 0; b < count; b++) {
      batches.add(order.subList(b * order.size() / count, (b + 1) * order.size() / count));
    }
    return batches;
  }

  private double step(TrainingState state, List<TrainingCase> batch) throws InferenceException {
    return runtime.run(
        request.options().threads(),
        manager -> {
          Map<String, NDArray> arrays = TorchArrays.parameters(manager, state, true);
          double loss;
          try (GradientCollector collector = DjlRuntime.collector()) {
            NDArray mean = loss(manager, arrays, batch);
            collector.backward(mean);
            loss = mean.getFloat();
          }
          Map<String, float[]> gradients = new LinkedHashMap<>();
          arrays.forEach(
              (name, array) -> {
                if (TrainingState.trained(name)) {
                  gradients.put(name, array.getGradient().toFloatArray());
                } else if (!name.equals("features.components")) {
                  state.values().put(name, array.toFloatArray()); // running statistics
                }
              });
          adam.step(state, gradients);
          return loss;
        });
  }

  /** Mean of max(l, 0) − l · y + ln(1 + e^−|l|), the cross-entropy of a logit without overflow. */
  private NDArray loss(NDManager manager, Map<String, NDArray> arrays, List<TrainingCase> batch) {
    NDArray logits = logits(manager, arrays, batch, TorchNetwork.Normalisation.LEARNING);
    NDArray labels = TorchArrays.labels(manager, batch);
    NDArray tail = logits.abs().neg().exp().add(1).log();
    return logits.maximum(0).sub(logits.mul(labels)).add(tail).mean();
  }

  private NDArray logits(
      NDManager manager,
      Map<String, NDArray> arrays,
      List<TrainingCase> batch,
      TorchNetwork.Normalisation normalisation) {
    var network = new TorchNetwork(request.plan(), arrays, normalisation);
    boolean dose = request.plan().layout().dose();
    NDArray doses =
        dose
            ? TorchArrays.doses(
                manager, batch, request.plan().size(), NetworkWeights.TYPICAL_DOSE_GY)
            : TorchArrays.features(manager, batch); // not read
    return network.logits(doses, TorchArrays.features(manager, batch));
  }

  private TrainingEpoch validated(int number, double trainingLoss, TrainingState state)
      throws InferenceException {
    if (request.validation().isEmpty()) {
      return new TrainingEpoch(
          number, trainingLoss, OptionalDouble.empty(), OptionalDouble.empty());
    }
    List<Double> scores = new ArrayList<>();
    double loss = 0;
    int size = request.options().batchSize();
    for (int from = 0; from < request.validation().size(); from += size) {
      List<TrainingCase> batch =
          request.validation().subList(from, Math.min(from + size, request.validation().size()));
      for (float logit : validationLogits(state, batch)) {
        boolean event = request.validation().get(scores.size()).event();
        loss += Math.max(logit, 0) - (event ? logit : 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        scores.add((double) logit);
      }
    }
    List<Boolean> events = request.validation().stream().map(TrainingCase::event).toList();
    return new TrainingEpoch(
        number,
        trainingLoss,
        OptionalDouble.of(loss / scores.size()),
        RocCurve.area(scores, events));
  }

  private float[] validationLogits(TrainingState state, List<TrainingCase> batch)
      throws InferenceException {
    return runtime.run(
        request.options().threads(),
        manager ->
            logits(
                    manager,
                    TorchArrays.parameters(manager, state, false),
                    batch,
                    TorchNetwork.Normalisation.RUNNING)
                .toFloatArray());
  }
}
