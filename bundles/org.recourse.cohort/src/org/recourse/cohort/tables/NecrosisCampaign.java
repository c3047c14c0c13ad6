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
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.multiomics.DosiomicModel;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.multiomics.NetworkKind;
import org.recourse.inference.engine.InferenceException;
import org.recourse.learning.performance.Bootstrap;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * The learning curve of the networks on synthetic patients against the oracle that knows the true
 * risk, the networks with dose against their twins without, and the calibration after
 * recalibration.
 *
 * <p>The last patients of the cohort are the test patients, those before them are kept for
 * recalibration, the first ones are learned from; nobody is in two parts.
 *
 * @param training networks and engine
 * @param steps trainings, in order; the twin of a network with dose before it
 * @param recalibrationCount patients for recalibration
 * @param testCount test patients
 * @param truth name of the clinical value that holds the true risk
 * @param regression a simple model of features and figures of the dose beside the networks
 */
public record NecrosisCampaign(
    MultiOmicsTraining training,
    List<Step> steps,
    int recalibrationCount,
    int testCount,
    String truth,
    Optional<DosiomicModel> regression) {

  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 400;
  private static final String REGRESSION = "regression T1+T1C+T2";
  private static final String REGRESSION_DOSE = "regression T1+T1C+T2+Dose";

  public NecrosisCampaign {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || recalibrationCount < 1 || testCount < 1) {
      throw new IllegalArgumentException(
          "steps %s, recalibration %d, test %d".formatted(steps, recalibrationCount, testCount));
    }
  }

  /**
   * One training.
   *
   * @param kind which network
   * @param trainingCount patients it learns from, the first of the cohort
   */
  public record Step(NetworkKind kind, int trainingCount) {

    /** Every network at every number of patients, by ascending number. */
    public static List<Step> of(List<NetworkKind> kinds, List<Integer> counts) {
      return counts.stream()
          .sorted()
          .flatMap(count -> kinds.stream().map(kind -> new Step(kind, count)))
          .toList();
    }
  }

  /**
   * One model at one number of training patients.
   *
   * @param model which
   * @param twin the model without dose that it is compared with; empty for one without dose
   * @param trainingCount patients it learned from
   * @param auc on the test patients
   * @param way part of the way from 0.5 to the AUC of the oracle
   * @param slope calibration slope on the test patients after recalibration
   * @param scores of the test patients
   */
  public record Point(
      String model,
      Optional<String> twin,
      int trainingCount,
      Estimate auc,
      Estimate way,
      Estimate slope,
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
        curve.add(
            List.of(
                point.model(),
                Integer.toString(point.trainingCount()),
                FigureText.of(point.auc()),
                FigureText.of(point.way()),
                FigureText.of(point.slope())));
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
              List.of("model", "training patients", "AUC", "way to the oracle", "slope"),
              curve,
              "AUC of the oracle on the same test patients: " + FigureText.of(oracle)),
          new ReportTable(
              "Models with dose against their twins",
              List.of("model", "training patients", "difference of AUC", "p (paired DeLong)"),
              twins,
              ""));
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
      points.add(
          point(
              step.kind(),
              step.trainingCount(),
              samples.get(step.kind()),
              oracle,
              progress.split(1)));
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
    ScoredOutcomes kept =
        regression
            .orElseThrow()
            .trainAndScore(range(all, 0, size), kept(all), withDose, training.settings().seed());
    return judged(
        withDose ? REGRESSION_DOSE : REGRESSION,
        withDose ? Optional.of(REGRESSION) : Optional.empty(),
        size,
        kept,
        oracle);
  }

  /** Patients for recalibration and test. */
  private PreparedCohort.Sample kept(PreparedCohort.Sample all) {
    return range(all, all.set().size() - testCount - recalibrationCount, all.set().size());
  }

  private void requireEnough(int available) {
    int most = steps.stream().mapToInt(Step::trainingCount).max().orElseThrow();
    int needed = most + recalibrationCount + testCount;
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
      NetworkKind kind,
      int size,
      PreparedCohort.Sample all,
      ScoredOutcomes oracle,
      IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    ScoredOutcomes kept =
        training.trainAndScore(
            kind, range(all, 0, size), kept(all), "curve " + kind + " " + size, monitor);
    return judged(
        kind.title(),
        kind.dose() ? Optional.of(kind.withoutDose().title()) : Optional.empty(),
        size,
        kept,
        oracle);
  }

  private Point judged(
      String model, Optional<String> twin, int size, ScoredOutcomes kept, ScoredOutcomes oracle) {
    ScoredOutcomes own = kept.drawn(IntStream.range(0, recalibrationCount).toArray());
    ScoredOutcomes test =
        kept.drawn(IntStream.range(recalibrationCount, recalibrationCount + testCount).toArray());
    return new Point(
        model,
        twin,
        size,
        DeLong.areaUnderCurve(test, LEVEL),
        WayToOracle.of(test, oracle, RESAMPLES, training.settings().seed()),
        slope(own, test),
        test);
  }

  /** With the interval of the test patients; the recalibration is taken as it is. */
  private Estimate slope(ScoredOutcomes recalibration, ScoredOutcomes test) {
    try {
      Recalibration fitted = Recalibration.of(recalibration);
      return Bootstrap.interval(
          test,
          drawn -> ProbabilityQuality.of(ProbabilityQuality.probabilities(drawn, fitted)).slope(),
          RESAMPLES,
          LEVEL,
          training.settings().seed(),
          null);
    } catch (NotFittedException e) {
      return Estimate.undefined(e.getMessage());
    }
  }
}
