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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.multiomics.DosiomicModel;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.multiomics.NetworkKind;
import org.recourse.inference.engine.InferenceException;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * The learning curve of the networks on synthetic patients against the oracle that knows the true
 * risk, the networks with dose against their twins without, and the calibration after
 * recalibration.
 *
 * <p>The last patients of the cohort are the test patients, the first ones are learned from, those
 * between them are kept; nobody is in two parts. A score is recalibrated in two ways, and the slope
 * on the test patients is given for both: on the kept patients, of whom a hospital has none to
 * spare, and, where a step asks for it, on the training patients themselves, each scored by a model
 * that was fitted without them, as {@code cohort train} does.
 *
 * @param training networks and engine
 * @param steps trainings, in order; the twin of a network with dose before it
 * @param leastKept fewest patients that are kept for recalibration
 * @param testCount test patients
 * @param truth name of the clinical value that holds the true risk
 * @param regression a simple model of features and figures of the dose beside the networks
 */
public record NecrosisCampaign(
    MultiOmicsTraining training,
    List<Step> steps,
    int leastKept,
    int testCount,
    String truth,
    Optional<DosiomicModel> regression) {

  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 400;
  private static final String REGRESSION = "regression T1+T1C+T2";
  private static final String REGRESSION_DOSE = "regression T1+T1C+T2+Dose";

  public NecrosisCampaign {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || leastKept < 1 || testCount < 1) {
      throw new IllegalArgumentException(
          "steps %s, kept %d, test %d".formatted(steps, leastKept, testCount));
    }
  }

  /**
   * One training.
   *
   * @param kind which network
   * @param trainingCount patients it learns from, the first of the cohort
   * @param outOfFold whether it is also recalibrated on them out of fold, which costs a training in
   *     each fold
   */
  public record Step(NetworkKind kind, int trainingCount, boolean outOfFold) {

    /**
     * Every network at every number of patients, by ascending number.
     *
     * @param outOfFold number of patients at which networks are recalibrated out of fold as well
     */
    public static List<Step> of(List<NetworkKind> kinds, List<Integer> counts, int outOfFold) {
      return counts.stream()
          .sorted()
          .flatMap(count -> kinds.stream().map(kind -> new Step(kind, count, count == outOfFold)))
          .toList();
    }
  }

  /**
   * Calibration slopes on the test patients after recalibration.
   *
   * @param keptCount kept patients
   * @param kept after recalibration on them
   * @param outOfFold after recalibration on the training patients out of fold
   */
  public record Slopes(int keptCount, Estimate kept, Estimate outOfFold) {}

  /**
   * One model at one number of training patients.
   *
   * @param model which
   * @param twin the model without dose that it is compared with; empty for one without dose
   * @param trainingCount patients it learned from
   * @param auc on the test patients
   * @param way part of the way from 0.5 to the AUC of the oracle
   * @param slopes calibration slopes on the test patients
   * @param scores of the test patients
   */
  public record Point(
      String model,
      Optional<String> twin,
      int trainingCount,
      Estimate auc,
      Estimate way,
      Slopes slopes,
      ScoredOutcomes scores) {}

  /**
   * What the campaign came to.
   *
   * @param oracle AUC of the true risk on the test patients
   * @param points in the order in which they were made
   */
  public record Result(Estimate oracle, List<Point> points) {

    public Result {
      points = List.copyOf(points);
    }

    /** A model with dose against its twin at the same number of patients. */
    public Optional<DeLong.PairedDifference> twins(Point own) {
      return own.twin()
          .flatMap(name -> point(name, own.trainingCount()))
          .map(twin -> DeLong.compare(own.scores(), twin.scores()));
    }

    private Optional<Point> point(String model, int trainingCount) {
      return points.stream()
          .filter(p -> p.model().equals(model) && p.trainingCount() == trainingCount)
          .findFirst();
    }

    /** For people. */
    public List<ReportTable> tables() {
      List<List<String>> curve = new ArrayList<>();
      List<List<String>> twins = new ArrayList<>();
      for (Point point : points) {
        curve.add(row(point));
        twins(point)
            .ifPresent(
                d ->
                    twins.add(
                        List.of(
                            point.model(),
                            Integer.toString(point.trainingCount()),
                            FigureText.of(d.difference()),
                            String.format(java.util.Locale.ROOT, "%.2g", d.pValue()))));
      }
      return List.of(
          new ReportTable(
              "Learning curve",
              List.of(
                  "model",
                  "training patients",
                  "AUC",
                  "way to the oracle",
                  "slope, recalibrated out of fold",
                  "kept patients",
                  "slope, recalibrated on them"),
              curve,
              "AUC of the oracle on the same test patients: "
                  + FigureText.of(oracle)
                  + ". Intervals of slopes hold the chance of the recalibration and of the test."),
          new ReportTable(
              "Models with dose against their twins",
              List.of("model", "training patients", "difference of AUC", "p (paired DeLong)"),
              twins,
              ""));
    }

    private static List<String> row(Point point) {
      return List.of(
          point.model(),
          Integer.toString(point.trainingCount()),
          FigureText.of(point.auc()),
          FigureText.of(point.way()),
          FigureText.of(point.slopes().outOfFold()),
          Integer.toString(point.slopes().keptCount()),
          FigureText.of(point.slopes().kept()));
    }
  }

  /**
   * @throws NotFittedException if the training patients do not allow it
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public Result run(PreparedCohort cohort, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Learning curve", steps.size());
    List<Point> points = new ArrayList<>();
    Map<NetworkKind, PreparedCohort.Sample> samples = new LinkedHashMap<>();
    for (Step step : steps) {
      samples.computeIfAbsent(step.kind(), kind -> sample(cohort, kind));
    }
    PreparedCohort.Sample any = sample(cohort, NetworkKind.ALL);
    requireEnough(any.set().size());
    ScoredOutcomes oracle = truth(test(any));
    if (regression.isPresent()) {
      for (int size : steps.stream().map(Step::trainingCount).distinct().sorted().toList()) {
        points.add(regression(false, size, any, oracle));
        points.add(regression(true, size, any, oracle));
      }
    }
    for (Step step : steps) {
      progress.checkCanceled();
      progress.subTask(step.kind().title() + ", " + step.trainingCount() + " patients");
      points.add(point(step, samples.get(step.kind()), oracle, progress.split(1)));
    }
    return new Result(DeLong.areaUnderCurve(oracle, LEVEL), points);
  }

  /** All patients with the features that a network reads. */
  private PreparedCohort.Sample sample(PreparedCohort cohort, NetworkKind kind) {
    List<String> names = new ArrayList<>();
    kind.sequences().forEach(s -> names.addAll(cohort.sequenceFeatures(s)));
    return cohort.sample(names, training.settings().endpoint());
  }

  private Point regression(
      boolean withDose, int size, PreparedCohort.Sample all, ScoredOutcomes oracle)
      throws NotFittedException, IOException {
    DosiomicModel model = regression.orElseThrow();
    long seed = training.settings().seed();
    PreparedCohort.Sample learned = range(all, 0, size);
    return judged(
        withDose ? REGRESSION_DOSE : REGRESSION,
        withDose ? Optional.of(REGRESSION) : Optional.empty(),
        size,
        model.trainAndScore(learned, others(all, size), withDose, seed),
        Optional.of(model.outOfFold(learned, withDose, seed)),
        oracle);
  }

  /** Kept patients, then test patients. */
  private static PreparedCohort.Sample others(PreparedCohort.Sample all, int trainingCount) {
    return range(all, trainingCount, all.set().size());
  }

  private void requireEnough(int available) {
    int most = steps.stream().mapToInt(Step::trainingCount).max().orElseThrow();
    int needed = most + leastKept + testCount;
    if (available < needed) {
      throw new IllegalArgumentException(needed + " patients are needed, there are " + available);
    }
  }

  private static PreparedCohort.Sample range(PreparedCohort.Sample all, int from, int to) {
    return all.chosen(IntStream.range(from, to).toArray());
  }

  private PreparedCohort.Sample test(PreparedCohort.Sample all) {
    return range(all, all.set().size() - testCount, all.set().size());
  }

  private ScoredOutcomes truth(PreparedCohort.Sample patients) {
    double[] risk = new double[patients.set().size()];
    for (int i = 0; i < risk.length; i++) {
      CohortPatient patient = patients.patients().get(i);
      risk[i] =
          patient
              .clinicalNumber(truth)
              .orElseThrow(
                  () -> new IllegalArgumentException(patient.id() + " has no true risk " + truth));
    }
    return new ScoredOutcomes(risk, patients.set().events());
  }

  private Point point(
      Step step, PreparedCohort.Sample all, ScoredOutcomes oracle, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    NetworkKind kind = step.kind();
    PreparedCohort.Sample learned = range(all, 0, step.trainingCount());
    String name = "curve " + kind + " " + step.trainingCount();
    ScoredOutcomes others =
        training.trainAndScore(
            kind, learned, others(all, step.trainingCount()), name, progress.split(20));
    Optional<ScoredOutcomes> outOfFold =
        step.outOfFold()
            ? Optional.of(training.outOfFold(kind, learned, name, progress.split(80)))
            : Optional.empty();
    return judged(
        kind.title(),
        kind.dose() ? Optional.of(kind.withoutDose().title()) : Optional.empty(),
        step.trainingCount(),
        others,
        outOfFold,
        oracle);
  }

  private Point judged(
      String model,
      Optional<String> twin,
      int size,
      ScoredOutcomes others,
      Optional<ScoredOutcomes> outOfFold,
      ScoredOutcomes oracle) {
    int keptCount = others.size() - testCount;
    ScoredOutcomes kept = others.drawn(IntStream.range(0, keptCount).toArray());
    ScoredOutcomes test = others.drawn(IntStream.range(keptCount, others.size()).toArray());
    return new Point(
        model,
        twin,
        size,
        DeLong.areaUnderCurve(test, LEVEL),
        WayToOracle.of(test, oracle, RESAMPLES, training.settings().seed()),
        new Slopes(
            keptCount,
            RecalibratedSlope.of(kept, test),
            outOfFold
                .map(own -> RecalibratedSlope.of(own, test))
                .orElse(Estimate.undefined("not asked for"))),
        test);
  }
}
