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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReaderAgreement;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.cohort.learned.KeptScores;
import org.recourse.cohort.learned.LearnedModel;
import org.recourse.cohort.learned.LearnedModelPackage;
import org.recourse.cohort.learned.LearnedScore;
import org.recourse.cohort.learned.Procedure;
import org.recourse.cohort.learned.ProcedureValidation;
import org.recourse.cohort.learned.SlimPipeline;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.learned.TrainingFacts;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.performance.RocCurve;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Makes the signature from the training patients of a cohort and judges it on the others.
 *
 * <p>Scores of training patients are out of fold, so thresholds, cut-offs, recalibration and what
 * is reported of them rest on models that had not seen the patient.
 *
 * @param settings how it is made
 * @param outcomes names in the cohort
 * @param kept where a training that was killed goes on
 */
public record SignatureTraining(
    SignatureSettings settings, SignatureOutcomes outcomes, KeptScores kept) {

  /** Name of the system. */
  public static final String SYSTEM = "signature";

  /** Split that is trained on. */
  public static final String TRAINING = "train";

  private static final int LEAST_AUDIT = 3;
  private static final String WITHOUT_DOSE =
      "The signature is made from images before treatment; it does not depend on the planned dose.";

  /** Keeps nothing: a training that is killed is begun again. */
  public SignatureTraining(SignatureSettings settings, SignatureOutcomes outcomes) {
    this(settings, outcomes, KeptScores.NONE);
  }

  /**
   * Trains and judges.
   *
   * @throws NotFittedException if the training patients do not allow it
   */
  public SystemResult run(PreparedCohort cohort, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Radiomic signature", 100);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.info(WITHOUT_DOSE, SYSTEM));
    PreparedCohort trainingPart = cohort.split(TRAINING);
    List<String> stable = stable(trainingPart, findings);
    PreparedCohort.Sample training = trainingPart.sample(stable, outcomes.oneYear());
    missing(trainingPart, training, findings);
    KeptScores reached = kept.of(training, SYSTEM + " " + settings);
    CandidateComparison comparison =
        CandidateComparison.of(training.set(), settings, reached, progress.split(50));
    Pipeline pipeline = SignatureCandidate.PUBLISHED.pipeline(settings, settings.featureCount());
    Procedure procedure = Procedure.of(pipeline);
    ScoredOutcomes outOfFold = outOfFold(training, procedure, reached, progress.split(10));
    Pipeline.Fitted fitted = pipeline.fit(training.set(), settings.seed());
    LearnedScore score = SlimPipeline.of(training.set().featureNames(), fitted);
    List<SystemResult.Audit> audits = audits(training, procedure, reached, progress.split(30));
    var model =
        new LearnedModel(
            "signature.prnn-1-year",
            "Radiomic signature of necrosis within a year",
            SYSTEM,
            score,
            RocCurve.of(outOfFold).youdenPoint().threshold(),
            recalibration(outOfFold, findings),
            facts(cohort, training, pipeline, outOfFold, audits));
    Map<String, PreparedCohort.Sample> samples = samples(cohort, training, score, findings);
    StudyFacts study = StudyFacts.of(cohort, TRAINING, false, false, true, true, !audits.isEmpty());
    var analysis =
        new SignatureAnalysis(
            this, model, stable.size(), comparison, outOfFold, samples, audits, findings);
    return analysis.result(
        List.of(new LearnedModelPackage(model, training.set(), study)), progress.split(10));
  }

  private ScoredOutcomes outOfFold(
      PreparedCohort.Sample training,
      Procedure procedure,
      KeptScores reached,
      IProgressMonitor monitor)
      throws NotFittedException {
    return reached.scores(
        "signature out of fold",
        training.set().events(),
        () ->
            ProcedureValidation.outOfFold(
                training, procedure, settings.foldCount(), settings.seed(), monitor));
  }

  private List<String> stable(PreparedCohort training, List<Finding> findings) {
    List<String> names = new ArrayList<>();
    settings.sequences().forEach(sequence -> names.addAll(training.sequenceFeatures(sequence)));
    try {
      ReaderAgreement agreement = ReaderAgreement.of(training, names, settings.leastIcc());
      findings.add(
          Finding.info(
              "%d of %d features have ICC(2,1) above %s in %d patients drawn again."
                  .formatted(
                      agreement.stable().size(),
                      names.size(),
                      settings.leastIcc(),
                      agreement.patientCount()),
              SYSTEM));
      return agreement.stable();
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.warning(
              "No training patient was drawn twice, so features were not checked for agreement"
                  + " between readers.",
              SYSTEM));
      return names;
    }
  }

  static void missing(PreparedCohort cohort, PreparedCohort.Sample sample, List<Finding> findings) {
    int lost = cohort.patients().size() - sample.patients().size();
    if (lost > 0) {
      findings.add(
          Finding.warning(
              lost + " patients lack a feature or the outcome and are left out.", SYSTEM));
    }
  }

  private List<SystemResult.Audit> audits(
      PreparedCohort.Sample training,
      Procedure procedure,
      KeptScores reached,
      IProgressMonitor monitor)
      throws NotFittedException {
    if (settings.permutationCount() < LEAST_AUDIT) {
      return List.of();
    }
    return List.of(
        new SystemResult.Audit(
            SYSTEM,
            ProcedureValidation.audit(
                training,
                procedure,
                settings.foldCount(),
                settings.permutationCount(),
                settings.seed(),
                reached,
                monitor)));
  }

  static Optional<Recalibration> recalibration(ScoredOutcomes outOfFold, List<Finding> findings) {
    try {
      return Optional.of(Recalibration.of(outOfFold));
    } catch (NotFittedException e) {
      findings.add(
          Finding.warning("There is no probability, only a score: " + e.getMessage(), SYSTEM));
      return Optional.empty();
    }
  }

  private TrainingFacts facts(
      PreparedCohort cohort,
      PreparedCohort.Sample training,
      Pipeline pipeline,
      ScoredOutcomes outOfFold,
      List<SystemResult.Audit> audits) {
    List<String> figures = new ArrayList<>();
    figures.add(
        "AUC out of fold in training: " + FigureText.of(DeLong.areaUnderCurve(outOfFold, 0.95)));
    for (SystemResult.Audit audit : audits) {
      figures.add("Leakage audit: " + audit.result().sentence());
    }
    return new TrainingFacts(
        outcomes.oneYear(),
        training.set().size(),
        training.set().eventCount(),
        training.centres().stream().distinct().sorted().toList(),
        cohort.synthetic(),
        "ICC(2,1) > " + settings.leastIcc() + "; " + pipeline.description(),
        settings.seed(),
        figures);
  }

  /** The other splits with the few features that the signature asks for. */
  private Map<String, PreparedCohort.Sample> samples(
      PreparedCohort cohort,
      PreparedCohort.Sample training,
      LearnedScore score,
      List<Finding> findings) {
    Map<String, PreparedCohort.Sample> samples = new LinkedHashMap<>();
    samples.put(TRAINING, training.features(score.inputs()));
    for (String split : cohort.patients().splits()) {
      if (!split.equals(TRAINING)) {
        PreparedCohort part = cohort.split(split);
        PreparedCohort.Sample sample = part.sample(score.inputs(), outcomes.oneYear());
        missing(part, sample, findings);
        samples.put(split, sample);
      }
    }
    return samples;
  }
}
