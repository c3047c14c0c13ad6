/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingCase;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * A kept network on the splits of a cohort. Patients are positive from the threshold of the
 * package; for a package without one, made by an earlier version, from a score of one half, and a
 * finding says so.
 *
 * @param trainer runs networks
 * @param doses dose volumes
 */
public record NetworkEvaluation(NetworkTrainer trainer, DoseVolumes doses) {

  private static final double WITHOUT_DECISION = 0.5;

  /**
   * @param source of the format {@value NetworkPackage#FORMAT}
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume cannot be read
   */
  public ModelEvaluation of(
      ModelPackage source, PreparedCohort cohort, Endpoint endpoint, IProgressMonitor monitor)
      throws InferenceException, IOException {
    NetworkFile file =
        NetworkFile.of(
            source
                .content(FileRole.PARAMETERS)
                .orElseThrow(() -> new IllegalArgumentException("no parameters")));
    ModelDescription description = source.description();
    List<String> names = description.features().stream().map(FeatureScaling::name).toList();
    var plan = new NetworkPlan(file.variant(), file.size(), file.model().layout());
    List<ModelEvaluation.OnSample> samples = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    double threshold = threshold(source, findings);
    SubMonitor progress =
        SubMonitor.convert(monitor, "Evaluating", cohort.patients().splits().size());
    for (String split : cohort.patients().splits()) {
      SubMonitor own = progress.split(1);
      try {
        PreparedCohort.Sample sample = cohort.split(split).sample(names, endpoint);
        if (sample.set().size() > 0) {
          List<Double> scores =
              trainer.scores(plan, file.model(), cases(description, plan, sample), own);
          samples.add(onSample(split, scores, sample, threshold, description.calibration()));
        }
      } catch (IllegalArgumentException e) {
        findings.add(
            Finding.error(
                "The patients of \"" + split + "\" were not scored: " + e.getMessage(),
                description.identity().id()));
      }
    }
    return new ModelEvaluation(description.identity().id(), endpoint.title(), samples, findings);
  }

  private static double threshold(ModelPackage source, List<Finding> findings) {
    Optional<byte[]> kept = source.content(FileRole.DECISION);
    if (kept.isEmpty()) {
      findings.add(
          Finding.info(
              "The package keeps no threshold; patients are positive from a score of one half.",
              source.description().identity().id()));
      return WITHOUT_DECISION;
    }
    return NetworkDecision.of(kept.get()).scoreThreshold();
  }

  private List<TrainingCase> cases(
      ModelDescription description, NetworkPlan plan, PreparedCohort.Sample sample)
      throws IOException {
    List<TrainingCase> cases = new ArrayList<>();
    for (int i = 0; i < sample.set().size(); i++) {
      String id = sample.patients().get(i).id();
      double[] row = sample.set().row(i).clone();
      for (int j = 0; j < row.length; j++) {
        row[j] = description.features().get(j).scaled(row[j]);
      }
      var dose =
          plan.layout().dose()
              ? doses.of(id, plan.size())
              : Optional.<org.recourse.inference.tensor.Tensor>empty();
      if (plan.layout().dose() && dose.isEmpty()) {
        throw new IllegalArgumentException("the patient " + id + " has no dose volume");
      }
      cases.add(new TrainingCase(id, dose, row, sample.set().event(i)));
    }
    return cases;
  }

  private static ModelEvaluation.OnSample onSample(
      String split,
      List<Double> scores,
      PreparedCohort.Sample sample,
      double threshold,
      Optional<Calibration> calibration) {
    double[] own = scores.stream().mapToDouble(Double::doubleValue).toArray();
    var judged = new ScoredOutcomes(own, sample.set().events());
    return new ModelEvaluation.OnSample(
        split,
        Discrimination.of(judged, threshold),
        calibration.map(
            c ->
                ProbabilityQuality.of(
                    new ScoredOutcomes(
                        scores.stream().mapToDouble(c::probabilityFraction).toArray(),
                        sample.set().events()))),
        judged);
  }
}
