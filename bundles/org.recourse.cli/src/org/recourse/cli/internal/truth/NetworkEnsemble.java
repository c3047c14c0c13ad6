/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.nio.file.Path;
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
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.tensor.Tensor;

/**
 * Loaded networks that were trained on different patients. A member is a committee of networks and
 * scores their mean, the number of the ensemble is the mean of its members; each network is asked
 * about the dose in several places of the box ({@link VolumeMove}). It holds native memory until it
 * is closed. Thread-safe.
 */
final class NetworkEnsemble implements AutoCloseable {

  private static final List<VolumeMove> MOVES = VolumeMove.all(PatientInputs.SIZE);

  private final List<List<LoadedModel>> members;

  /**
   * Makes an ensemble of loaded networks.
   *
   * @param members networks of each member, at least one each
   */
  NetworkEnsemble(List<List<LoadedModel>> members) {
    this.members = members.stream().map(List::copyOf).toList();
  }

  /**
   * Loads every network with one thread on the processor.
   *
   * @throws ModelPackageException if a package is damaged
   * @throws InferenceException if no installed engine can run it
   */
  static NetworkEnsemble load(
      EnsembleFolder folder, EngineCatalogue engines, IProgressMonitor monitor)
      throws ModelPackageException, InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Loading networks", EnsembleFolder.MEMBERS);
    List<List<LoadedModel>> members = new ArrayList<>();
    for (List<Path> member : folder.members()) {
      SubMonitor own = progress.split(1).setWorkRemaining(2 * member.size());
      List<LoadedModel> networks = new ArrayList<>();
      for (Path network : member) {
        var model = new ModelPackageReader().read(network, own.split(1));
        networks.add(engines.load(model, EngineOptions.cpu(1), own.split(1)));
      }
      members.add(networks);
    }
    return new NetworkEnsemble(members);
  }

  /**
   * Returns the score of each member.
   *
   * @param features unscaled
   * @param dose as {@link NetworkDose} gives it
   */
  List<Double> scores(double[] features, float[] dose, IProgressMonitor monitor)
      throws InferenceException {
    List<Tensor> volumes = MOVES.stream().map(move -> tensor(move.of(dose))).toList();
    List<Double> scores = new ArrayList<>();
    for (List<LoadedModel> member : members) {
      double sum = 0;
      for (LoadedModel network : member) {
        for (Tensor volume : volumes) {
          NamedTensors outputs = network.run(inputs(network, features, volume), monitor);
          sum += outputs.tensor(NetworkTensors.SCORE).at(0);
        }
      }
      scores.add(sum / (member.size() * MOVES.size()));
    }
    return scores;
  }

  /**
   * A score with its gradient.
   *
   * @param score of the ensemble
   * @param perUnit change of it per unit of the dose given, voxel by voxel
   */
  record Slope(double score, double[] perUnit) {}

  /** Returns the score of the ensemble and its gradient per unit of the dose given. */
  Slope slope(double[] features, float[] dose, IProgressMonitor monitor) throws InferenceException {
    double score = 0;
    double[] perUnit = new double[dose.length];
    for (VolumeMove move : MOVES) {
      Tensor volume = tensor(move.of(dose));
      for (List<LoadedModel> member : members) {
        for (LoadedModel network : member) {
          double part = 1.0 / (MOVES.size() * members.size() * member.size());
          ScoreGradient own = network.gradient(inputs(network, features, volume), monitor);
          score += part * own.score();
          move.addPulledBack(own.perGy().toArray(), part, perUnit);
        }
      }
    }
    return new Slope(Math.clamp(score, 0, 1), perUnit);
  }

  static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static Tensor tensor(float[] dose) {
    return Tensor.of(PatientInputs.SIZE.doseShape(), dose);
  }

  private static NamedTensors inputs(LoadedModel network, double[] features, Tensor dose) {
    List<FeatureScaling> scalings = network.description().features();
    float[] scaled = new float[features.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) scalings.get(i).scaled(features[i]);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(NetworkTensors.DOSE, dose);
    tensors.put(
        NetworkTensors.FEATURES,
        Tensor.of(EnsembleTraining.plan().layout().featureShape(), scaled));
    return new NamedTensors(tensors);
  }

  @Override
  public void close() {
    members.forEach(member -> member.forEach(LoadedModel::close));
  }
}
