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
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingListener;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.LeakageAudit;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * Cross-validates and fits the networks and judges them on patients that were kept apart. Scores
 * are logits; positive from a recalibrated probability equal to the incidence, since SMOTE shifts
 * the level of the scores.
 *
 * @param settings how they are made
 * @param trainer the engine
 * @param doses dose volumes
 * @param checkpoints folder in which an interrupted training goes on; empty: none
 * @param listener hears every epoch
 */
public record MultiOmicsTraining(
    MultiOmicsSettings settings,
    NetworkTrainer trainer,
    DoseVolumes doses,
    Optional<Path> checkpoints,
    TrainingListener listener) {

  /** Name of the system. */
  public static final String SYSTEM = "multiomics";

  /** Split that is trained on: dataset A. */
  public static final String TRAINING = "train";

  private static final String CODE = MultiOmicsTraining.class.getName();
  private static final double AUDIT_LEVEL = 0.99;
  private static final int AUDIT_FOLDS = 2;
  private static final int LEAST_AUDIT = 3;

  private NetworkFit.Workshop workshop() {
    return new NetworkFit.Workshop(settings, trainer, doses, checkpoints, listener);
  }

  /**
   * Trains and judges.
   *
   * @throws NotFittedException if the training patients do not allow it
   * @throws InferenceException if the engine fails
   * @throws IOException if a dose volume is missing or cannot be read
   */
  public SystemResult run(PreparedCohort cohort, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Multi-omics networks", settings.kinds().size());
    List<PackagedModel> models = new ArrayList<>();
    List<SystemResult.ModelScores> scores = new ArrayList<>();
    List<TableCell> cells = new ArrayList<>();
    List<SystemResult.Audit> audits = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (NetworkKind kind : settings.kinds()) {
      SubMonitor own = progress.split(1).setWorkRemaining(100);
      List<String> names = columns(cohort, kind);
      PreparedCohort.Sample training = cohort.split(TRAINING).sample(names, settings.endpoint());
      ScoredOutcomes outOfFold = outOfFold(kind, training, kind.title(), own.split(60));
      Optional<Recalibration> recalibration = recalibration(kind, outOfFold, findings);
      double threshold = recalibration.map(MultiOmicsTraining::atIncidence).orElse(0.0);
      List<SystemResult.Audit> audited = audits(kind, training, own.split(20));
      audits.addAll(audited);
      own.setWorkRemaining(100);
      NetworkFit fit =
          NetworkFit.of(workshop(), kind, training, kind.title() + " final", own.split(90));
      add(kind, TRAINING, training, outOfFold, threshold, recalibration, scores, cells, rows);
      for (String split : cohort.patients().splits()) {
        if (!split.equals(TRAINING)) {
          PreparedCohort.Sample sample = cohort.split(split).sample(names, settings.endpoint());
          ScoredOutcomes judged = fit.logits(workshop(), sample, own.split(1));
          add(kind, split, sample, judged, threshold, recalibration, scores, cells, rows);
        }
      }
      models.add(
          new NetworkPackage(
              settings,
              fit,
              training,
              NetworkFit.cases(workshop(), kind, fit.selection(), training),
              outOfFold,
              recalibration,
              threshold,
              StudyFacts.of(cohort, TRAINING, false, kind.dose(), false, false, !audited.isEmpty()),
              audited));
    }
    return new SystemResult(SYSTEM, models, scores, cells, tables(rows, scores), audits, findings);
  }

  private static List<String> columns(PreparedCohort cohort, NetworkKind kind) {
    PreparedCohort training = cohort.split(TRAINING);
    List<String> names = new ArrayList<>();
    for (String sequence : kind.sequences()) {
      names.addAll(training.sequenceFeatures(sequence));
    }
    return names;
  }

  /** Logits of patients that neither the network nor anything before it had seen. */
  public ScoredOutcomes outOfFold(
      NetworkKind kind, PreparedCohort.Sample patients, String name, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    return outOfFold(kind, patients, settings.validation().foldCount(), name, monitor);
  }

  private ScoredOutcomes outOfFold(
      NetworkKind kind,
      PreparedCohort.Sample patients,
      int foldCount,
      String name,
      IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", foldCount);
    boolean[] events = patients.set().events();
    StratifiedFolds folds = StratifiedFolds.of(events, foldCount, settings.seed());
    double[] logit = new double[events.length];
    for (int k = 0; k < foldCount; k++) {
      progress.checkCanceled();
      String stage = name + ", fold " + (k + 1) + " of " + foldCount;
      NetworkFit fit =
          NetworkFit.of(
              workshop(),
              kind,
              patients.chosen(folds.trainingPatients(k)),
              stage,
              progress.split(1));
      int[] left = folds.testPatients(k);
      ScoredOutcomes own = fit.logits(workshop(), patients.chosen(left), null);
      for (int i = 0; i < left.length; i++) {
        logit[left[i]] = own.score(i);
      }
    }
    return new ScoredOutcomes(logit, events);
  }

  /** Fits a network on all training patients and scores others. */
  public ScoredOutcomes trainAndScore(
      NetworkKind kind,
      PreparedCohort.Sample training,
      PreparedCohort.Sample others,
      String name,
      IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, name, 100);
    NetworkFit fit = NetworkFit.of(workshop(), kind, training, name, progress.split(95));
    return fit.logits(workshop(), others, progress.split(5));
  }

  /**
   * The audit of one network: the same steps on permuted outcomes, in {@value #AUDIT_FOLDS} folds,
   * since each fold costs a training.
   */
  private List<SystemResult.Audit> audits(
      NetworkKind kind, PreparedCohort.Sample training, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    if (settings.validation().permutationCount() < LEAST_AUDIT) {
      return List.of();
    }
    try {
      LeakageAudit audit =
          LeakageAudit.run(
              training.set(),
              (permuted, own) -> permutedScores(kind, training, permuted.events(), own),
              settings.validation().permutationCount(),
              AUDIT_LEVEL,
              settings.seed(),
              monitor);
      return List.of(new SystemResult.Audit(kind.title(), audit));
    } catch (WrappedFailure e) {
      throw e.unwrapped();
    }
  }

  private ScoredOutcomes permutedScores(
      NetworkKind kind, PreparedCohort.Sample training, boolean[] events, long seed)
      throws NotFittedException {
    try {
      return outOfFold(
          kind, training.withEvents(events), AUDIT_FOLDS, "audit " + seed + " " + kind, null);
    } catch (InferenceException | IOException e) {
      throw new WrappedFailure(e);
    }
  }

  /** Carries a failure through an interface that does not know it. */
  private static final class WrappedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrappedFailure(Exception cause) {
      super(cause);
    }

    InferenceException unwrapped() throws IOException {
      if (getCause() instanceof IOException failure) {
        throw failure;
      }
      return (InferenceException) getCause();
    }
  }

  private static Optional<Recalibration> recalibration(
      NetworkKind kind, ScoredOutcomes outOfFold, List<Finding> findings) {
    try {
      return Optional.of(Recalibration.of(outOfFold));
    } catch (NotFittedException e) {
      findings.add(
          Finding.warning(
              "There is no probability, only a score: " + e.getMessage(), kind.title()));
      return Optional.empty();
    }
  }

  private static double atIncidence(Recalibration own) {
    double incidence = Math.log(own.incidenceFraction()) - Math.log1p(-own.incidenceFraction());
    return (incidence - own.intercept()) / own.slope();
  }

  private void add(
      NetworkKind kind,
      String split,
      PreparedCohort.Sample patients,
      ScoredOutcomes judged,
      double threshold,
      Optional<Recalibration> recalibration,
      List<SystemResult.ModelScores> scores,
      List<TableCell> cells,
      List<List<String>> rows) {
    scores.add(new SystemResult.ModelScores(kind.title(), split, patients.ids(), judged));
    Discrimination d = Discrimination.of(judged, threshold);
    boolean crossValidation = split.equals(TRAINING);
    for (CellMetric metric : CellMetric.values()) {
      cells.add(
          new TableCell(
              crossValidation ? MultiOmicsPublished.CROSS_VALIDATION : MultiOmicsPublished.TEST,
              kind.title(),
              crossValidation ? "A" : split,
              metric,
              MultiOmicsPublished.figure(crossValidation, kind, metric),
              d.of(metric),
              CODE,
              settings.seed()));
    }
    String slope =
        recalibration
            .map(
                own ->
                    FigureText.of(
                        ProbabilityQuality.of(ProbabilityQuality.probabilities(judged, own))
                            .slope()))
            .orElse("–");
    rows.add(
        List.of(
            kind.title(),
            split,
            d.patientCount() + " / " + d.eventCount(),
            FigureText.of(d.auc()),
            FigureText.of(d.accuracy()),
            FigureText.of(d.f1()),
            slope));
  }

  private List<ReportTable> tables(List<List<String>> rows, List<SystemResult.ModelScores> scores) {
    List<List<String>> twins = new ArrayList<>();
    for (SystemResult.ModelScores own : scores) {
      for (NetworkKind kind : settings.kinds()) {
        if (kind.dose() && kind.title().equals(own.model())) {
          scores.stream()
              .filter(
                  other ->
                      other.model().equals(kind.withoutDose().title())
                          && other.sample().equals(own.sample()))
              .findFirst()
              .ifPresent(twin -> twins.add(twin(kind, own, twin)));
        }
      }
    }
    return List.of(
        new ReportTable(
            "Multi-omics networks",
            List.of("network", "patients", "number / events", "AUC", "ACC", "F1", "slope"),
            rows,
            "train: out of fold, everything fitted again in each fold. Positive from a recalibrated"
                + " probability equal to the incidence. Slope: calibration slope after"
                + " recalibration."),
        new ReportTable(
            "Networks with dose against their twins without",
            List.of("network", "patients", "difference of AUC", "p (paired DeLong)"),
            twins,
            ""));
  }

  private static List<String> twin(
      NetworkKind kind, SystemResult.ModelScores own, SystemResult.ModelScores twin) {
    try {
      DeLong.PairedDifference d = DeLong.compare(own.scores(), twin.scores());
      return List.of(
          kind.title(), own.sample(), FigureText.of(d.difference()), FigureText.pValue(d.pValue()));
    } catch (IllegalArgumentException e) {
      return List.of(kind.title(), own.sample(), "–", "–");
    }
  }
}
