/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Cross-validation of whole pipelines: every patient is scored by a model that never saw the
 * patient.
 */
public final class CrossValidation {

  private CrossValidation() {}

  /**
   * Out-of-fold scores in the order of the patients.
   *
   * @throws NotFittedException if the pipeline cannot be fitted on a fold
   */
  public static ScoredOutcomes outOfFold(
      TrainingSet patients,
      Pipeline pipeline,
      StratifiedFolds folds,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    return outOfFold(patients, training -> pipeline, folds, seed, monitor);
  }

  /**
   * Nested cross-validation: in each outer fold the pipeline with the greatest inner AUC is chosen
   * on the training patients alone; the first of equals.
   *
   * @param candidates the grid to search
   * @param innerFoldCount folds inside the training patients
   */
  public static ScoredOutcomes nested(
      TrainingSet patients,
      List<Pipeline> candidates,
      StratifiedFolds outer,
      int innerFoldCount,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    return outOfFold(
        patients,
        training -> best(training, candidates, innerFoldCount, seed),
        outer,
        seed,
        monitor);
  }

  /** The pipeline with the greatest cross-validated AUC on these patients; the first of equals. */
  public static Pipeline best(
      TrainingSet training, List<Pipeline> candidates, int foldCount, long seed)
      throws NotFittedException {
    var folds = StratifiedFolds.of(training.events(), foldCount, seed);
    Pipeline best = null;
    double bestAuc = Double.NEGATIVE_INFINITY;
    var refusals = new ArrayList<String>();
    for (Pipeline candidate : candidates) {
      try {
        ScoredOutcomes scores = outOfFold(training, candidate, folds, seed, null);
        double auc = DeLong.areaUnderCurve(scores, 0.95).asOptional().orElseThrow();
        if (auc > bestAuc) {
          bestAuc = auc;
          best = candidate;
        }
      } catch (NotFittedException e) {
        refusals.add(candidate.description() + ": " + e.getMessage());
      }
    }
    if (best == null) {
      throw new NotFittedException("No candidate could be fitted. " + String.join(" ", refusals));
    }
    return best;
  }

  private interface Choice {
    Pipeline pipeline(TrainingSet training) throws NotFittedException;
  }

  private static ScoredOutcomes outOfFold(
      TrainingSet patients,
      Choice choice,
      StratifiedFolds folds,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", folds.foldCount());
    double[] score = new double[patients.size()];
    for (int k = 0; k < folds.foldCount(); k++) {
      progress.checkCanceled();
      TrainingSet training = patients.patients(folds.trainingPatients(k));
      Pipeline.Fitted model = choice.pipeline(training).fit(training, seed);
      for (int patient : folds.testPatients(k)) {
        score[patient] = model.score(patients.row(patient));
      }
      progress.worked(1);
    }
    return new ScoredOutcomes(score, patients.events());
  }
}
