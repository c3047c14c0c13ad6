/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * A kept model on the splits of a cohort. Immutable.
 *
 * @param modelId id of the package
 * @param endpoint what was looked for, in words
 * @param samples figures by split
 * @param findings why a split has none
 */
public record ModelEvaluation(
    String modelId, String endpoint, List<OnSample> samples, List<Finding> findings) {

  public ModelEvaluation {
    samples = List.copyOf(samples);
    findings = List.copyOf(findings);
  }

  /**
   * On the patients of one split.
   *
   * @param split name; empty if the cohort has no splits
   * @param figures discrimination at the threshold of the model
   * @param probability calibration; empty without recalibration
   * @param scores scores and outcomes
   */
  public record OnSample(
      String split,
      Discrimination figures,
      Optional<ProbabilityQuality> probability,
      ScoredOutcomes scores) {}

  /** Judges a learned model; patients that lack a feature or the outcome are left out. */
  public static ModelEvaluation of(LearnedModel model, PreparedCohort cohort) {
    List<OnSample> samples = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (String split : cohort.patients().splits()) {
      try {
        PreparedCohort.Sample sample =
            inputs(model, cohort).split(split).sample(model.score().inputs(), endpoint(model));
        missing(cohort.split(split), sample, model.id(), findings);
        if (sample.set().size() > 0) {
          ScoredOutcomes scores = model.score().adaptedTo(sample).scores(sample);
          samples.add(onSample(split, scores, model));
        }
      } catch (NotFittedException | IllegalArgumentException e) {
        findings.add(
            Finding.error(
                "The patients of \"" + split + "\" were not scored: " + e.getMessage(),
                model.id()));
      }
    }
    return new ModelEvaluation(model.id(), endpoint(model).title(), samples, findings);
  }

  private static org.recourse.cohort.evaluation.Endpoint endpoint(LearnedModel model) {
    return model.facts().endpoint();
  }

  private static PreparedCohort inputs(LearnedModel model, PreparedCohort cohort) {
    List<String> clinical = model.score().inputs().stream().filter(ClinicalColumns::isOne).toList();
    return ClinicalColumns.added(cohort, ClinicalColumns.variables(clinical));
  }

  private static void missing(
      PreparedCohort part, PreparedCohort.Sample sample, String id, List<Finding> findings) {
    int lost = part.patients().size() - sample.patients().size();
    if (lost > 0) {
      findings.add(
          Finding.warning(lost + " patients lack a feature or the outcome and are left out.", id));
    }
  }

  private static OnSample onSample(String split, ScoredOutcomes scores, LearnedModel model) {
    return new OnSample(
        split,
        Discrimination.of(scores, model.threshold()),
        model
            .recalibration()
            .map(own -> ProbabilityQuality.of(ProbabilityQuality.probabilities(scores, own))),
        scores);
  }
}
