/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.PatientOutcome;
import org.recourse.learning.survival.SurvivalSample;

/**
 * What is to be predicted: an outcome, by a horizon or at any time of the follow-up.
 *
 * <p>With a horizon, a patient had the event if it happened up to and at the horizon, and did not
 * if the patient was watched that long without it. A patient who died before without the event
 * counts as without it, as in Liu 2023, which followed for twelve months or until death. A patient
 * lost before is not known.
 *
 * @param outcome name of the outcome in the cohort
 * @param horizonMonths horizon, above 0; empty: any time
 * @param deathOutcome outcome that is death of any cause; empty: deaths are not looked for
 */
public record Endpoint(String outcome, OptionalDouble horizonMonths, String deathOutcome) {

  public Endpoint {
    Objects.requireNonNull(deathOutcome, "deathOutcome");
    if (outcome.isBlank()) {
      throw new IllegalArgumentException("an endpoint has an outcome");
    }
    if (horizonMonths.isPresent() && !(horizonMonths.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a horizon is above 0: " + horizonMonths);
    }
  }

  /** The outcome at any time of the follow-up. */
  public static Endpoint ever(String outcome) {
    return new Endpoint(outcome, OptionalDouble.empty(), "");
  }

  /** Whether the event happened; empty if that is not known. */
  public Optional<Boolean> of(CohortPatient patient) {
    Optional<PatientOutcome> own = patient.outcome(outcome);
    if (own.isEmpty() || horizonMonths.isEmpty()) {
      return own.map(PatientOutcome::event);
    }
    double horizon = horizonMonths.getAsDouble();
    if (own.get().event()) {
      return Optional.of(own.get().followUpMonths() <= horizon);
    }
    boolean watched = own.get().followUpMonths() >= horizon || died(patient, horizon);
    return watched ? Optional.of(false) : Optional.empty();
  }

  private boolean died(CohortPatient patient, double horizon) {
    return patient
        .outcome(deathOutcome)
        .filter(death -> death.event() && death.followUpMonths() <= horizon)
        .isPresent();
  }

  /**
   * Times to the outcome.
   *
   * @param patients of whom the outcome is known
   */
  public static SurvivalSample survival(String outcome, List<CohortPatient> patients) {
    double[] months = new double[patients.size()];
    boolean[] event = new boolean[months.length];
    for (int i = 0; i < months.length; i++) {
      CohortPatient patient = patients.get(i);
      PatientOutcome own =
          patient
              .outcome(outcome)
              .orElseThrow(
                  () -> new IllegalArgumentException(patient.id() + " has no outcome " + outcome));
      months[i] = own.followUpMonths();
      event[i] = own.event();
    }
    return new SurvivalSample(months, event);
  }

  /** In words, such as {@code necrosis within 12 months}. */
  public String title() {
    return horizonMonths.isPresent()
        ? "%s within %.0f months".formatted(outcome, horizonMonths.getAsDouble())
        : outcome;
  }
}
