/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.LearnedModel;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Puts the analyses of the paper together.
 *
 * @param training settings and names
 * @param model the signature
 * @param stableCount features that passed the agreement
 * @param comparison the candidates
 * @param outOfFold scores of the training patients
 * @param samples patients by split, the training patients first
 * @param audits leakage audits
 * @param findings reservations so far; more are added
 */
record SignatureAnalysis(
    SignatureTraining training,
    LearnedModel model,
    int stableCount,
    CandidateComparison comparison,
    ScoredOutcomes outOfFold,
    Map<String, PreparedCohort.Sample> samples,
    List<SystemResult.Audit> audits,
    List<Finding> findings) {

  private static final String CODE = SignatureTraining.class.getName();

  SystemResult result(List<PackagedModel> models, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Analyses of the signature", 3);
    List<SystemResult.ModelScores> scores = scores();
    var clinical = new SignatureClinical(training, scores, samples, findings);
    clinical.addTo(scores);
    progress.worked(1);
    var survival = new SignatureSurvival(training, model, scores, samples, findings);
    List<ReportTable> tables = new ArrayList<>();
    tables.add(candidates());
    tables.add(features());
    tables.add(discrimination(scores));
    tables.addAll(clinical.tables(scores));
    tables.addAll(survival.tables());
    progress.worked(1);
    tables.addAll(new SignatureUtility(training, model, scores, samples).tables());
    progress.worked(1);
    return new SystemResult(
        SignatureTraining.SYSTEM, models, scores, cells(scores), tables, audits, findings);
  }

  /** Of training patients out of fold, of all others by the final model. */
  private List<SystemResult.ModelScores> scores() throws NotFittedException {
    List<SystemResult.ModelScores> scores = new ArrayList<>();
    for (Map.Entry<String, PreparedCohort.Sample> entry : samples.entrySet()) {
      ScoredOutcomes own =
          entry.getKey().equals(SignatureTraining.TRAINING)
              ? outOfFold
              : model.score().scores(entry.getValue());
      scores.add(
          new SystemResult.ModelScores(
              SignatureTraining.SYSTEM, entry.getKey(), entry.getValue().ids(), own));
    }
    return scores;
  }

  private ReportTable candidates() {
    List<List<String>> rows = new ArrayList<>();
    for (SignatureCandidate candidate : SignatureCandidate.all()) {
      CandidateComparison.Row best = comparison.best(candidate);
      rows.add(
          List.of(
              candidate.ranking().title(),
              candidate.elimination().title(),
              candidate.classifier().title(),
              Integer.toString(best.featureCount()),
              FigureText.of(best.meanAuc()),
              best.failedFolds() == 0 ? "" : best.failedFolds() + " folds not fitted"));
    }
    CandidateComparison.Row best = comparison.best();
    return new ReportTable(
        "Candidate pipelines, training patients out of fold",
        List.of("ranking", "elimination", "classifier", "features", "mean AUC", "remark"),
        rows,
        "Best here: "
            + best.candidate().title()
            + ", "
            + best.featureCount()
            + " features. The signature follows the paper: "
            + SignatureCandidate.PUBLISHED.title()
            + ", "
            + training.settings().featureCount()
            + " features. Choosing the best of 18 makes its figure optimistic.");
  }

  private ReportTable features() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : model.score().inputs()) {
      rows.add(List.of(name));
    }
    return new ReportTable(
        "Features of the signature",
        List.of("feature"),
        rows,
        rows.size() + " of " + stableCount + " stable features, best first.");
  }

  private ReportTable discrimination(List<SystemResult.ModelScores> scores) {
    List<List<String>> rows = new ArrayList<>();
    for (SystemResult.ModelScores own : scores) {
      if (own.model().equals(SignatureTraining.SYSTEM)) {
        Discrimination d = Discrimination.of(own.scores(), model.threshold());
        List<String> row = new ArrayList<>();
        row.add(own.sample());
        row.add(d.patientCount() + " / " + d.eventCount());
        for (CellMetric metric : CellMetric.values()) {
          row.add(FigureText.of(d.of(metric)));
        }
        rows.add(row);
      }
    }
    return new ReportTable(
        "Signature: discrimination",
        List.of(
            "patients", "number / events", "AUC", "accuracy", "F1", "sensitivity", "specificity"),
        rows,
        "Threshold "
            + FigureText.of(model.threshold())
            + " by Youden on out-of-fold scores of the training patients. The published 0.732"
            + " belongs to a forest nobody published and is not used.");
  }

  private List<TableCell> cells(List<SystemResult.ModelScores> scores) {
    List<TableCell> cells = new ArrayList<>();
    for (SystemResult.ModelScores own : scores) {
      boolean signature = own.model().equals(SignatureTraining.SYSTEM);
      Discrimination d =
          Discrimination.of(own.scores(), signature ? model.threshold() : Double.MAX_VALUE);
      for (CellMetric metric : CellMetric.values()) {
        if (signature || metric == CellMetric.AUC) {
          OptionalDouble published = SignaturePublished.figure(own.model(), own.sample(), metric);
          cells.add(
              new TableCell(
                  SignaturePublished.TABLE,
                  own.model(),
                  own.sample(),
                  metric,
                  published,
                  d.of(metric),
                  CODE,
                  training.settings().seed()));
        }
      }
    }
    return cells;
  }
}
