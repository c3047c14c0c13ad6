/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;

/** A trainer that learns nothing: its scores follow the first feature. */
final class NoLearning implements NetworkTrainer {

  @Override
  public TrainedNetwork train(
      TrainingRequest request, String stage, TrainingListener listener, IProgressMonitor monitor) {
    var epoch = new TrainingEpoch(1, 0.7, OptionalDouble.of(0.7), OptionalDouble.empty());
    listener.onEpoch(stage, epoch);
    return new TrainedNetwork(request.start(), 1, List.of(epoch));
  }

  @Override
  public List<Double> scores(
      NetworkPlan plan,
      NetworkWeights weights,
      List<TrainingCase> cases,
      IProgressMonitor monitor) {
    return cases.stream().map(one -> 1 / (1 + Math.exp(-one.features()[0]))).toList();
  }
}
