/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.cohort.figure.SurvivalGroup;
import org.recourse.cohort.learned.LearnedModelPackage;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.learned.SystemResult.ModelScores;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.performance.RocCurve;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.ui.cohort.internal.EvaluatedModel;
import org.recourse.ui.cohort.internal.Evaluation;
import org.recourse.ui.cohort.internal.OpenCohort;

/**
 * Brings the result of a training onto the desk. Threshold (Youden) and recalibration of a model
 * come from its scores of training patients out of fold, never from the patients they are shown on.
 * Stateless.
 */
final class SystemEvaluation {

  private static final String TRAINING = "train"; // as in the three systems: scored out of fold

  private SystemEvaluation() {}

  /**
   * Every model on every sample; the sample stands in the name.
   *
   * @param outcome outcome of the survival curves
   */
  static Evaluation of(SystemResult result, OpenCohort cohort, String outcome) {
    Map<String, CohortPatient> patients = new HashMap<>();
    cohort.folder().cohort().patients().patients().forEach(one -> patients.put(one.id(), one));
    List<EvaluatedModel> models = new ArrayList<>();
    for (ModelScores scores : result.scores()) {
      result
          .scores(scores.model(), TRAINING)
          .map(ModelScores::scores)
          .filter(ScoredOutcomes::hasBothOutcomes)
          .ifPresent(training -> models.add(model(scores, training, outcome, patients)));
    }
    return new Evaluation(
        "%s on %s".formatted(result.system(), cohort.path().getFileName()),
        outcome,
        cohort.folder().cohort().synthetic(),
        models,
        pipeline(result),
        Optional.of(
            new Evaluation.Trained(
                result.tables(),
                result.audits().stream()
                    .collect(
                        Collectors.toMap(
                            SystemResult.Audit::model,
                            SystemResult.Audit::result,
                            (first, second) -> first)),
                result.findings())));
  }

  /** The steps of every learned model; networks tell theirs in their cards. */
  private static List<String> pipeline(SystemResult result) {
    return result.models().stream()
        .filter(LearnedModelPackage.class::isInstance)
        .map(LearnedModelPackage.class::cast)
        .map(LearnedModelPackage::model)
        .map(
            model ->
                model.title() + ": " + model.facts().procedure() + "; seed " + model.facts().seed())
        .toList();
  }

  private static EvaluatedModel model(
      ModelScores scores,
      ScoredOutcomes outOfFold,
      String outcome,
      Map<String, CohortPatient> patients) {
    double threshold = RocCurve.of(outOfFold).youdenPoint().threshold();
    Optional<Recalibration> recalibration = recalibration(outOfFold);
    String name =
        scores.sample().equals(TRAINING)
            ? scores.model() + ", train (out of fold)"
            : scores.model() + ", " + scores.sample();
    return new EvaluatedModel(
        new NamedScores(
            name,
            recalibration.map(own -> probabilities(scores.scores(), own)).orElse(scores.scores()),
            recalibration.isPresent()),
        recalibration.map(own -> own.probability(threshold)).orElse(threshold),
        groups(scores, threshold, outcome, patients));
  }

  /** Empty where the scores do not allow it; then the model stays a score. */
  private static Optional<Recalibration> recalibration(ScoredOutcomes outOfFold) {
    try {
      return Optional.of(Recalibration.of(outOfFold)).filter(own -> own.slope() > 0);
    } catch (NotFittedException e) {
      return Optional.empty();
    }
  }

  private static ScoredOutcomes probabilities(ScoredOutcomes scores, Recalibration own) {
    double[] fraction = new double[scores.size()];
    boolean[] event = new boolean[fraction.length];
    for (int i = 0; i < fraction.length; i++) {
      fraction[i] = own.probability(scores.score(i));
      event[i] = scores.event(i);
    }
    return new ScoredOutcomes(fraction, event);
  }

  private static List<SurvivalGroup> groups(
      ModelScores scores, double threshold, String outcome, Map<String, CohortPatient> patients) {
    List<CohortPatient> low = new ArrayList<>();
    List<CohortPatient> high = new ArrayList<>();
    for (int i = 0; i < scores.patientIds().size(); i++) {
      Optional<CohortPatient> patient =
          Optional.ofNullable(patients.get(scores.patientIds().get(i)))
              .filter(one -> one.outcome(outcome).isPresent());
      List<CohortPatient> group = scores.scores().score(i) >= threshold ? high : low;
      patient.ifPresent(group::add);
    }
    return low.isEmpty() || high.isEmpty()
        ? List.of()
        : List.of(
            new SurvivalGroup("below the threshold", Endpoint.survival(outcome, low)),
            new SurvivalGroup("at or above it", Endpoint.survival(outcome, high)));
  }
}
