/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.inference.engine.InferenceException;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Whole systems on cohorts in which nothing can be learned: each cohort takes other patients and
 * draws their outcomes anew; the AUC of every model on its test patients must lie in the
 * simultaneous 99 % interval around 0.5.
 *
 * @param cohortCount cohorts, at least one; twenty are asked for
 * @param trainingCount training patients of each
 * @param testCount test patients of each
 * @param seed of the first cohort; the others count on
 */
public record NoSignalCampaign(int cohortCount, int trainingCount, int testCount, long seed) {

  private static final String TRAINING = "train";
  private static final String TEST = "test";

  /** A system to be trained and judged. */
  @FunctionalInterface
  public interface Run {
    SystemResult run(PreparedCohort cohort, long seed, IProgressMonitor monitor)
        throws NotFittedException, InferenceException, IOException;
  }

  /**
   * One model on one cohort.
   *
   * @param model name of the model
   * @param seed of the cohort
   * @param auc on its test patients
   * @param halfWidth of the simultaneous interval
   */
  public record Row(String model, long seed, double auc, double halfWidth) {

    public boolean inside() {
      return Math.abs(auc - 0.5) <= halfWidth;
    }
  }

  /**
   * @param all patients to take from; with fewer than all cohorts need, some are taken again with
   *     other outcomes
   * @throws NotFittedException if a cohort does not allow a system
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public List<Row> run(PreparedCohort all, List<Run> systems, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Cohorts without signal", cohortCount * systems.size());
    record Judged(String model, long seed, ScoredOutcomes scores) {}
    List<Judged> judged = new ArrayList<>();
    for (int k = 0; k < cohortCount; k++) {
      PreparedCohort cohort = NoSignal.of(window(all, k), seed + k);
      for (Run system : systems) {
        progress.checkCanceled();
        for (SystemResult.ModelScores own :
            system.run(cohort, seed + k, progress.split(1)).scores()) {
          if (own.sample().equals(TEST) && own.scores().hasBothOutcomes()) {
            judged.add(new Judged(own.model(), seed + k, own.scores()));
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      double auc = DeLong.areaUnderCurve(one.scores(), 0.99).asOptional().orElseThrow();
      double half =
          NoSignal.halfWidth(
              one.scores().eventCount(), one.scores().nonEventCount(), judged.size());
      rows.add(new Row(one.model(), one.seed(), auc, half));
    }
    return rows;
  }

  /** Patients of cohort k, with their splits. */
  private PreparedCohort window(PreparedCohort all, int k) {
    int each = trainingCount + testCount;
    List<CohortPatient> patients = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      CohortPatient own = all.patients().patient((k * each + i) % all.patients().size());
      patients.add(own.inSplit(i < trainingCount ? TRAINING : TEST));
    }
    return new PreparedCohort(
        new CohortTable(patients), all.features(), all.readings(), all.synthetic());
  }

  /** Per model: cohorts, mean, extremes, how many lie inside. */
  public static ReportTable table(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    for (String model : rows.stream().map(Row::model).distinct().toList()) {
      List<Row> own = rows.stream().filter(row -> row.model().equals(model)).toList();
      var aucs = own.stream().mapToDouble(Row::auc).summaryStatistics();
      lines.add(
          List.of(
              model,
              Integer.toString(own.size()),
              FigureText.of(aucs.getAverage()),
              FigureText.of(aucs.getMin()) + " to " + FigureText.of(aucs.getMax()),
              own.stream().filter(Row::inside).count() + " of " + own.size()));
    }
    return new ReportTable(
        "Cohorts without signal",
        List.of("model", "cohorts", "mean AUC", "from", "inside"),
        lines,
        "Inside of the 99 % interval around 0.5 that holds for all " + rows.size() + " at once.");
  }
}
