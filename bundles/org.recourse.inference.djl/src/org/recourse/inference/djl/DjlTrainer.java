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
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.service.component.annotations.Component;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;

/**
 * Trains with DJL and PyTorch on the processor. Trainings of one process run one after the other,
 * since DJL has one gradient collector.
 *
 * <p>Memory beside the cases themselves is that of one batch: measured for 16 cases of 80 x 120 x
 * 120 voxels it is written in {@code docs/training.md}.
 */
@Component(service = NetworkTrainer.class)
public final class DjlTrainer implements NetworkTrainer {

  private static final int SCORED_AT_ONCE = 8;

  private final DjlRuntime runtime = new DjlRuntime();

  @Override
  public TrainedNetwork train(
      TrainingRequest request, String stage, TrainingListener listener, IProgressMonitor monitor)
      throws InferenceException {
    return new TrainingRun(request, runtime).run(stage, listener, monitor);
  }

  @Override
  public List<Double> scores(
      NetworkPlan plan, NetworkWeights weights, List<TrainingCase> cases, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Scoring", cases.size());
    List<Double> scores = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += SCORED_AT_ONCE) {
      progress.checkCanceled();
      List<TrainingCase> batch = cases.subList(from, Math.min(from + SCORED_AT_ONCE, cases.size()));
      for (float logit : logits(plan, weights, batch)) {
        scores.add(1 / (1 + Math.exp(-logit)));
      }
      progress.worked(batch.size());
    }
    return List.copyOf(scores);
  }

  private float[] logits(NetworkPlan plan, NetworkWeights weights, List<TrainingCase> batch)
      throws InferenceException {
    return runtime.run(
        Runtime.getRuntime().availableProcessors(),
        manager -> {
          Map<String, NDArray> parameters =
              TorchArrays.parameters(manager, weights, DataType.FLOAT32);
          NDArray features = TorchArrays.features(manager, batch);
          NDArray doses =
              plan.layout().dose()
                  ? TorchArrays.doses(manager, batch, plan.size(), 1)
                  : features; // not read
          return new TorchNetwork(plan, parameters, TorchNetwork.Normalisation.FOLDED)
              .logits(doses, features)
              .toFloatArray();
        });
  }
}
