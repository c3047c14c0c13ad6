/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.PatientOutcome;

class EndpointTest {

  private final Endpoint oneYear = new Endpoint("necrosis", OptionalDouble.of(12), "death");

  @Test
  void knowsTheEventUpToTheHorizonOnly() {
    assertEquals(Optional.of(true), oneYear.of(patient(true, 12, false)));
    assertEquals(Optional.of(false), oneYear.of(patient(true, 12.1, false)));
    assertEquals(Optional.of(false), oneYear.of(patient(false, 12, false)));
  }

  @Test
  void doesNotKnowAPatientLostBeforeButOneWhoDied() {
    assertEquals(Optional.empty(), oneYear.of(patient(false, 7, false)));
    assertEquals(Optional.of(false), oneYear.of(patient(false, 7, true)));
  }

  private static CohortPatient patient(boolean event, double months, boolean died) {
    return new CohortPatient(
        "p",
        "A",
        "train",
        "",
        Map.of(),
        Map.of(
            "necrosis",
            new PatientOutcome(event, months),
            "death",
            new PatientOutcome(died, months)));
  }
}
