/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.outcomes.registry.AnsweringModel;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.Statement;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * What the risk models say of a case, as entries of the outcome registry. Immutable.
 *
 * @param assessments entries, one a model that answered
 * @param leftOut a sentence for each model without an entry, and why
 */
public record AssessmentIntake(List<Assessment> assessments, List<String> leftOut) {

  public AssessmentIntake {
    assessments = List.copyOf(assessments);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * What the numbers do not hold.
   *
   * @param recordId name of the audit record, or another unique name
   * @param assessedAt when
   * @param centre hospital
   * @param checksums digests of model weights by model id; a closed form has none
   */
  public record Circumstances(
      String recordId, Instant assessedAt, String centre, Map<String, String> checksums) {
    public Circumstances {
      Objects.requireNonNull(assessedAt, "assessedAt");
      Objects.requireNonNull(centre, "centre");
      checksums = Map.copyOf(checksums);
      if (recordId.isBlank()) {
        throw new IllegalArgumentException("the record has a name");
      }
    }
  }

  /**
   * Makes the entries.
   *
   * @throws IllegalArgumentException if the case has no patient ID or the assessed course no start
   *     date, without which nothing can be followed up; the sentence says what to enter where
   */
  public static AssessmentIntake of(
      PlanNumbers numbers, OutcomeRegistry registry, Circumstances circumstances) {
    String patientId = numbers.snapshot().patient().patientId();
    if (patientId.isBlank()) {
      throw new IllegalArgumentException(
          "The case has no Patient ID, so its outcome could never be found again. Enter one.");
    }
    LocalDate start = treatmentStart(numbers.snapshot());
    List<Assessment> assessments = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (RiskAssessment risk : numbers.risks()) {
      String title =
          risk.description().map(RiskModelDescription::title).orElse(risk.model().toString());
      switch (risk.result()) {
        case RiskResult.NotApplicable none -> leftOut.add(title + ": does not apply.");
        case RiskResult.Failed failed -> leftOut.add(title + ": " + failed.sentence());
        case RiskResult.Assessed assessed -> {
          RiskModelDescription model = risk.description().orElseThrow();
          if (assessed.value().bound() == RiskValue.Bound.UPPER_BOUND) {
            leftOut.add(title + ": gave an upper bound, which is no prediction to be judged.");
          } else {
            assessments.add(
                new Assessment(
                    circumstances.recordId(),
                    registry.pseudonym(patientId),
                    circumstances.assessedAt(),
                    start,
                    circumstances.centre(),
                    new AnsweringModel(
                        model.id(),
                        model.version(),
                        circumstances.checksums().getOrDefault(model.id(), "")),
                    model.outcome(),
                    statement(assessed.value(), model.calibrated()),
                    assessed.inDomain(),
                    numbers.snapshot().synthetic()));
          }
        }
      }
    }
    return new AssessmentIntake(assessments, leftOut);
  }

  /** A number that was not fitted as a probability counts as a score. */
  private static Statement statement(RiskValue value, boolean calibrated) {
    return switch (value) {
      case RiskValue.Probability probability ->
          calibrated
              ? new Statement.Probability(probability.fraction())
              : new Statement.Score(probability.fraction());
      case RiskValue.Score score -> new Statement.Score(score.score());
      case RiskValue.Category category -> new Statement.Category(category.text());
    };
  }

  private static LocalDate treatmentStart(PlanSnapshot snapshot) {
    Optional<String> text =
        snapshot.assessed().map(position -> snapshot.courses().get(position.course()).startDate());
    try {
      return text.filter(date -> !date.isBlank())
          .map(LocalDate::parse)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "The assessed course has no start date, from which follow-up counts. Enter"
                          + " it on the page Courses."));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The start date of the assessed course is no date: " + text.orElse("") + ".", e);
    }
  }
}
