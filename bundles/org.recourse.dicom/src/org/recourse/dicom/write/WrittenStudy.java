/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The study an object belongs to, the same for all objects of one visit.
 *
 * @param patient the patient
 * @param uid Study Instance UID, for instance {@link DicomUid#ofName}; all other UIDs derive from
 *     it
 * @param id Study ID, at most 16 characters
 * @param description study description, at most 64 characters
 * @param date date of the study and of all its objects
 * @param synthetic true if a program made the data: then descriptions, comments and quality control
 *     attributes of every object say so
 */
public record WrittenStudy(
    WrittenPatient patient,
    String uid,
    String id,
    String description,
    LocalDate date,
    boolean synthetic) {

  /** Stands in every synthetic object. */
  public static final String SYNTHETIC_NOTICE =
      "SYNTHETIC - research only, not for clinical decisions";

  private static final int LONGEST_SHORT_STRING = 16;

  public WrittenStudy {
    Objects.requireNonNull(patient, "patient");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(date, "date");
    if (uid.isBlank()) {
      throw new IllegalArgumentException("study needs a UID");
    }
    if (id.length() > LONGEST_SHORT_STRING) {
      throw new IllegalArgumentException("Study ID is longer than 16 characters: " + id);
    }
  }
}
