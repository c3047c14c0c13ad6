/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;

/**
 * Loaded networks that were trained on different parts of the same patients. The number of the
 * ensemble is the mean of their scores. It holds native memory until it is closed. Thread-safe.
 */
final class NetworkEnsemble implements AutoCloseable {

  private final List<LoadedModel> networks;

  NetworkEnsemble(List<LoadedModel> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Loads every member with one thread on the processor.
   *
   * @throws ModelPackageException if a package is damaged
   * @throws InferenceException if no installed engine can run it
   */
  static NetworkEnsemble load(
      EnsembleFolder folder, EngineCatalogue engines, IProgressMonitor monitor)
      throws ModelPackageException, InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Loading networks", EnsembleFolder.MEMBERS);
    List<LoadedModel> networks = new ArrayList<>();
    for (var member : folder.members()) {
      SubMonitor own = progress.split(1).setWorkRemaining(2);
      var model = new ModelPackageReader().read(member, own.split(1));
      networks.add(engines.load(model, EngineOptions.cpu(1), own.split(1)));
    }
    return new NetworkEnsemble(networks);
  }

  /**
   * Returns the score of each member.
   *
   * @param features unscaled
   * @param dose as {@link NetworkDose} gives it
   */
  List<Double> scores(double[] features, float[] dose, IProgressMonitor monitor)
      throws InferenceException {
    List<Double> scores = new ArrayList<>();
    for (LoadedModel network : networks) {
      NamedTensors outputs = network.run(inputs(network, features, dose), monitor);
      scores.add((double) outputs.tensor(NetworkTensors.SCORE).at(0));
    }
    return scores;
  }

  /** Returns the gradient of the mean score per unit of the dose given. */
  double[] gradient(double[] features, float[] dose, IProgressMonitor monitor)
      throws InferenceException {
    double[] mean = new double[dose.length];
    for (LoadedModel network : networks) {
      Tensor own = network.gradient(inputs(network, features, dose), monitor).perGy();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (double) own.at(i) / networks.size();
      }
    }
    return mean;
  }

  static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static NamedTensors inputs(LoadedModel network, double[] features, float[] dose) {
    List<FeatureScaling> scalings = network.description().features();
    float[] scaled = new float[features.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) scalings.get(i).scaled(features[i]);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    var layout = EnsembleTraining.plan().layout();
    tensors.put(NetworkTensors.DOSE, Tensor.of(PatientInputs.SIZE.doseShape(), dose));
    tensors.put(NetworkTensors.FEATURES, Tensor.of(layout.featureShape(), scaled));
    return new NamedTensors(tensors);
  }

  @Override
  public void close() {
    networks.forEach(LoadedModel::close);
  }
}
