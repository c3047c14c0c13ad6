/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One statement of one model about one patient, made in daily work. Immutable.
 *
 * @param recordId name of the audit record it comes from; recording it twice keeps one entry
 * @param patient the patient
 * @param assessedAt when the model was asked
 * @param treatmentStart first day of the treatment that was assessed; time to an outcome counts
 *     from it
 * @param centre where the patient was treated
 * @param model what answered
 * @param outcome what it speaks of, such as "nasopharyngeal necrosis"
 * @param statement what it said
 * @param insideDomain whether the patient lay in the domain of the model
 * @param synthetic whether the patient is a synthetic one
 */
public record Assessment(
    String recordId,
    PatientPseudonym patient,
    Instant assessedAt,
    LocalDate treatmentStart,
    String centre,
    AnsweringModel model,
    String outcome,
    Statement statement,
    boolean insideDomain,
    boolean synthetic) {

  public Assessment {
    if (recordId.isBlank() || outcome.isBlank()) {
      throw new IllegalArgumentException("an assessment names its record and its outcome");
    }
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(assessedAt, "assessedAt");
    Objects.requireNonNull(treatmentStart, "treatmentStart");
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(statement, "statement");
  }
}
