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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.Folds;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.Smote;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * One network fitted on training patients with everything before it: selection, scaling, principal
 * components, SMOTE. A part of the training patients is kept out of the fit and decides which epoch
 * is kept.
 *
 * @param kind which network
 * @param selection chosen features
 * @param preparation scaling and components, of the patients the network learned from
 * @param network the network
 */
record NetworkFit(
    NetworkKind kind,
    FittedTransform selection,
    FeaturePreparation preparation,
    TrainedNetwork network) {

  /** What fits networks. */
  record Workshop(
      MultiOmicsSettings settings,
      NetworkTrainer trainer,
      DoseVolumes doses,
      Optional<Path> checkpoints,
      TrainingListener listener) {}

  static NetworkFit of(
      Workshop workshop,
      NetworkKind kind,
      PreparedCohort.Sample patients,
      String stage,
      IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, stage, 100);
    MultiOmicsSettings settings = workshop.settings();
    FittedTransform selection =
        new SequenceSelection(settings).fit(patients.set(), settings.seed());
    progress.worked(5);
    List<TrainingCase> cases = cases(workshop, kind, selection, patients);
    Folds parts = Folds.stratified(cases, settings.fit().stoppingFolds(), settings.seed());
    List<TrainingCase> learning = parts.training(0).stream().map(cases::get).toList();
    List<TrainingCase> stopping = parts.validation().getFirst().stream().map(cases::get).toList();
    FeaturePreparation preparation = FeaturePreparation.fit(learning);
    var plan = settings.plan(kind);
    var request =
        new TrainingRequest(
            plan,
            preparation.start(plan.layout(), settings.seed()),
            settings
                .volumes()
                .augmentation()
                .applied(
                    new Smote(settings.fit().smoteNeighbours(), settings.seed())
                        .balanced(preparation.scaled(learning)),
                    settings.volumes().size()),
            preparation.scaled(stopping),
            settings.options(),
            workshop
                .checkpoints()
                .map(folder -> folder.resolve(stage.replaceAll("[^A-Za-z0-9]+", "-") + ".ck")));
    return new NetworkFit(
        kind,
        selection,
        preparation,
        workshop.trainer().train(request, stage, workshop.listener(), progress.split(95)));
  }

  /** Logits and outcomes of patients; a logit, since recalibration is linear in it. */
  ScoredOutcomes logits(Workshop workshop, PreparedCohort.Sample patients, IProgressMonitor monitor)
      throws InferenceException, IOException {
    List<TrainingCase> cases = preparation.scaled(cases(workshop, kind, selection, patients));
    List<Double> scores =
        workshop
            .trainer()
            .scores(workshop.settings().plan(kind), network.weights(), cases, monitor);
    double[] logit = new double[scores.size()];
    for (int i = 0; i < logit.length; i++) {
      logit[i] = logit(scores.get(i));
    }
    return new ScoredOutcomes(logit, patients.set().events());
  }

  /** Finite for scores that were rounded to 0 or 1. */
  private static double logit(double score) {
    double inside = Math.clamp(score, 1e-9, 1 - 1e-9);
    return Math.log(inside) - Math.log1p(-inside);
  }

  /** Features in the order of the network, unscaled, with doses where it reads them. */
  static List<TrainingCase> cases(
      Workshop workshop,
      NetworkKind kind,
      FittedTransform selection,
      PreparedCohort.Sample patients)
      throws IOException {
    List<TrainingCase> cases = new ArrayList<>();
    for (int i = 0; i < patients.set().size(); i++) {
      String id = patients.patients().get(i).id();
      var dose =
          kind.dose()
              ? workshop.doses().of(id, workshop.settings().volumes().size())
              : Optional.<org.recourse.inference.tensor.Tensor>empty();
      if (kind.dose() && dose.isEmpty()) {
        throw new IOException("The patient " + id + " has no dose volume.");
      }
      cases.add(
          new TrainingCase(
              id, dose, selection.apply(patients.set().row(i)), patients.set().event(i)));
    }
    return cases;
  }
}
