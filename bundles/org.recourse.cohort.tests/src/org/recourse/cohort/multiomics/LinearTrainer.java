/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * A trainer without an engine: a line through the class means of the features and the greatest
 * dose. It remembers what it was asked for.
 */
public final class LinearTrainer implements NetworkTrainer {

  public final List<TrainingRequest> requests = new ArrayList<>();
  private final Map<NetworkWeights, double[]> lines = new IdentityHashMap<>();

  /** Weights that were given last. */
  NetworkWeights lastWeights() {
    return requests.getLast().start();
  }

  @Override
  public TrainedNetwork train(
      TrainingRequest request, String stage, TrainingListener listener, IProgressMonitor monitor) {
    requests.add(request);
    double[] difference = new double[values(request.training().getFirst()).length];
    for (TrainingCase one : request.training()) {
      double[] values = values(one);
      for (int j = 0; j < difference.length; j++) {
        difference[j] += (one.event() ? 2.0 : -2.0) * values[j] / request.training().size();
      }
    }
    NetworkWeights weights = request.start();
    lines.put(weights, difference);
    return new TrainedNetwork(
        weights,
        1,
        List.of(new TrainingEpoch(1, 0.7, OptionalDouble.empty(), OptionalDouble.empty())));
  }

  @Override
  public List<Double> scores(
      NetworkPlan plan,
      NetworkWeights weights,
      List<TrainingCase> cases,
      IProgressMonitor monitor) {
    double[] line = lines.get(weights);
    List<Double> scores = new ArrayList<>();
    for (TrainingCase one : cases) {
      double[] values = values(one);
      double sum = 0;
      for (int j = 0; j < line.length; j++) {
        sum += line[j] * values[j];
      }
      scores.add(1 / (1 + Math.exp(-sum)));
    }
    return scores;
  }

  /** Features and, centred, the dose of the first voxel. */
  private static double[] values(TrainingCase one) {
    double[] features = one.features();
    double[] all = java.util.Arrays.copyOf(features, features.length + 1);
    all[features.length] = one.dose().map(dose -> dose.at(0) - 62.0).orElse(0.0);
    return all;
  }
}
