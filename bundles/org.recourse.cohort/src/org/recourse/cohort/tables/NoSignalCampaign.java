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
import org.hipparchus.distribution.continuous.TDistribution;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.inference.engine.InferenceException;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.Interval;
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
  private static final double LEVEL = 0.99;

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
   * What the campaign came to.
   *
   * @param rows every model on every cohort
   * @param audits the leakage audits of the systems on these cohorts
   */
  public record Result(List<Row> rows, List<SystemResult.Audit> audits) {

    public Result {
      rows = List.copyOf(rows);
      audits = List.copyOf(audits);
    }
  }

  /**
   * @param all patients to take from; with fewer than all cohorts need, some are taken again with
   *     other outcomes
   * @throws NotFittedException if a cohort does not allow a system
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public Result run(PreparedCohort all, List<Run> systems, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Cohorts without signal", cohortCount * systems.size());
    record Judged(String model, long seed, ScoredOutcomes scores) {}
    List<Judged> judged = new ArrayList<>();
    List<SystemResult.Audit> audits = new ArrayList<>();
    for (int k = 0; k < cohortCount; k++) {
      PreparedCohort cohort = NoSignal.of(window(all, k), seed + k);
      for (Run system : systems) {
        progress.checkCanceled();
        SystemResult result = system.run(cohort, seed + k, progress.split(1));
        audits.addAll(result.audits());
        for (SystemResult.ModelScores own : result.scores()) {
          if (own.sample().equals(TEST) && own.scores().hasBothOutcomes()) {
            judged.add(new Judged(own.model(), seed + k, own.scores()));
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Judged one : judged) {
      double auc = DeLong.areaUnderCurve(one.scores(), LEVEL).asOptional().orElseThrow();
      double half =
          NoSignal.halfWidth(
              one.scores().eventCount(), one.scores().nonEventCount(), judged.size());
      rows.add(new Row(one.model(), one.seed(), auc, half));
    }
    return new Result(rows, audits);
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

  private static Interval meanInterval(double[] values, double level) {
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double squares = java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (values.length - 1) / values.length);
    double t = new TDistribution(values.length - 1.0).inverseCumulativeProbability(0.5 + level / 2);
    return new Interval(mean - t * error, mean + t * error, level, false);
  }

  /**
   * Per model: the mean of its audits over the cohorts, with the interval by Student's t over
   * cohorts in which all models lie together.
   */
  public static ReportTable auditTable(List<SystemResult.Audit> audits) {
    List<String> models = audits.stream().map(SystemResult.Audit::model).distinct().toList();
    List<List<String>> lines = new ArrayList<>();
    for (String model : models) {
      List<SystemResult.Audit> own = audits.stream().filter(a -> a.model().equals(model)).toList();
      double[] mean = own.stream().mapToDouble(a -> a.result().meanAuc()).toArray();
      int permutations = own.stream().mapToInt(a -> a.result().permutationCount()).sum();
      String interval = "–";
      String holds = "–";
      if (mean.length > 1) {
        Interval around = meanInterval(mean, 1 - (1 - LEVEL) / models.size());
        interval = FigureText.of(around.lower()) + "–" + FigureText.of(around.upper());
        holds = around.contains(0.5) ? "yes" : "no";
      }
      lines.add(
          List.of(
              model,
              Integer.toString(permutations),
              FigureText.of(java.util.Arrays.stream(mean).average().orElseThrow()),
              interval,
              holds));
    }
    return new ReportTable(
        "Leakage audits on these cohorts",
        List.of("model", "permutations", "mean AUC", "99 % interval", "holds 0.5"),
        lines,
        "Interval of the mean over cohorts; 99 % that all models hold 0.5 together.");
  }
}
