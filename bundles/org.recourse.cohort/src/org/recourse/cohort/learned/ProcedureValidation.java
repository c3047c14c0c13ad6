/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.LeakageAudit;
import org.recourse.learning.validation.StratifiedFolds;

/** Cross-validation and leakage audit of whole procedures. */
public final class ProcedureValidation {

  private static final double LEVEL = 0.99;

  private ProcedureValidation() {}

  /**
   * Scores of patients that the model had not seen, in their order.
   *
   * @throws NotFittedException if the procedure cannot be fitted on a fold
   */
  public static ScoredOutcomes outOfFold(
      PreparedCohort.Sample patients,
      Procedure procedure,
      int foldCount,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", foldCount);
    StratifiedFolds folds = StratifiedFolds.of(patients.set().events(), foldCount, seed);
    double[] score = new double[patients.set().size()];
    for (int k = 0; k < foldCount; k++) {
      progress.checkCanceled();
      LearnedScore model = procedure.fit(patients.chosen(folds.trainingPatients(k)), seed);
      for (int i : folds.testPatients(k)) {
        score[i] = model.score(patients.set().row(i), patients.patients().get(i).centre());
      }
      progress.worked(1);
    }
    return new ScoredOutcomes(score, patients.set().events());
  }

  /**
   * Runs the whole cross-validation on permuted outcomes; the mean AUC must be 0.5 within its 99 %
   * interval.
   *
   * @param permutationCount at least 3, stated in the result
   * @param kept keeps the scores of each permutation
   */
  public static LeakageAudit audit(
      PreparedCohort.Sample patients,
      Procedure procedure,
      int foldCount,
      int permutationCount,
      long seed,
      KeptScores kept,
      IProgressMonitor monitor)
      throws NotFittedException {
    return LeakageAudit.run(
        patients.set(),
        (permuted, own) ->
            kept.scores(
                "audit " + own,
                permuted.events(),
                () ->
                    outOfFold(
                        patients.withEvents(permuted.events()), procedure, foldCount, own, null)),
        permutationCount,
        LEVEL,
        seed,
        monitor);
  }
}
