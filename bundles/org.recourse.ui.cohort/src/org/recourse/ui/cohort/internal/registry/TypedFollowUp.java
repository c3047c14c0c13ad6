/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.time.LocalDate;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.OutcomeRegistry;

/**
 * A follow-up as a person typed it.
 *
 * @param patientId Patient ID as in the case
 * @param outcome what was looked for
 * @param status what was found
 * @param day when
 * @param source where this is known from
 */
record TypedFollowUp(
    String patientId, String outcome, FollowUp.Status status, LocalDate day, String source) {

  TypedFollowUp {
    if (patientId.isBlank()) {
      throw new IllegalArgumentException("Enter the Patient ID as it stands in the case.");
    }
    if (outcome.isBlank()) {
      throw new IllegalArgumentException("Enter the outcome that was looked for.");
    }
  }

  /** Returns the entry of a registry, with the pseudonym that the patient has there. */
  FollowUp in(OutcomeRegistry registry) {
    return FollowUp.of(registry.pseudonym(patientId), outcome, status, day, source);
  }
}
