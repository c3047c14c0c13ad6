/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What was seen of a patient on a day. Immutable.
 *
 * @param id name of this entry
 * @param patient the patient
 * @param outcome what was looked for
 * @param status what was found
 * @param day day of the event, of the last visit without it, or of death
 * @param source where this is known from, such as "endoscopy" or "letter"
 * @param replaces the entry that this one corrects
 */
public record FollowUp(
    UUID id,
    PatientPseudonym patient,
    String outcome,
    Status status,
    LocalDate day,
    String source,
    Optional<UUID> replaces) {

  /** What was found. */
  public enum Status {
    /** The outcome occurred on that day. */
    OCCURRED,
    /** The patient was seen on that day without it. */
    FREE,
    /** The patient died on that day without it: a competing event. */
    DIED_WITHOUT
  }

  public FollowUp {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(patient, "patient");
    if (outcome.isBlank()) {
      throw new IllegalArgumentException("a follow-up names the outcome that was looked for");
    }
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(replaces, "replaces");
  }

  /** Returns an entry of its own. */
  public static FollowUp of(
      PatientPseudonym patient, String outcome, Status status, LocalDate day, String source) {
    return new FollowUp(UUID.randomUUID(), patient, outcome, status, day, source, Optional.empty());
  }

  /** Returns an entry that corrects this one. */
  public FollowUp corrected(Status otherStatus, LocalDate otherDay, String otherSource) {
    return new FollowUp(
        UUID.randomUUID(), patient, outcome, otherStatus, otherDay, otherSource, Optional.of(id));
  }
}
