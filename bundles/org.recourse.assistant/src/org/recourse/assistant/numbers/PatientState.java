/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import org.recourse.model.Patient;
import org.recourse.model.Sex;

/**
 * The patient as recorded when the snapshot was taken. Immutable.
 *
 * @param patientId Patient ID (0010,0020); may be empty
 * @param birthDate ISO 8601; empty text if unknown
 * @param sex sex as recorded
 */
public record PatientState(String patientId, String birthDate, Sex sex) {

  static PatientState of(Patient patient) {
    if (patient == null) { // EMF: no patient contained
      return new PatientState("", "", Sex.UNKNOWN);
    }
    return new PatientState(
        Texts.of(patient.getPatientId()), Texts.of(patient.getBirthDate()), patient.getSex());
  }
}
