/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.PatientOutcome;

class PatientColumnTest {

  private static final CohortPatient KNOWN =
      new CohortPatient(
          "A",
          "North",
          "train",
          "",
          Map.of("age", "61"),
          Map.of("necrosis", new PatientOutcome(true, 7.25)));
  private static final CohortPatient UNKNOWN =
      new CohortPatient("B", "", "test", "", Map.of("age", "9"), Map.of());

  private static final CohortTable TABLE = new CohortTable(List.of(KNOWN, UNKNOWN));

  private static PatientColumn column(String head) {
    return PatientColumn.of(TABLE).stream()
        .filter(column -> column.head().equals(head))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void unknownIsADashAndNeverANumber() {
    assertEquals("yes", column("necrosis").text().apply(KNOWN));
    assertEquals("7.3", column("necrosis (months)").text().apply(KNOWN));
    assertEquals("–", column("necrosis").text().apply(UNKNOWN));
    assertEquals("–", column("necrosis (months)").text().apply(UNKNOWN));
    assertEquals("–", column("Centre").text().apply(UNKNOWN));
  }

  @Test
  void numbersSortAsNumbersAndUnknownComesLast() {
    assertTrue(column("age").compare(UNKNOWN, KNOWN) < 0, "9 before 61");
    assertTrue(column("necrosis (months)").compare(KNOWN, UNKNOWN) < 0);
    assertTrue(column("Centre").compare(KNOWN, UNKNOWN) < 0);
    assertEquals(0, column("Centre").compare(UNKNOWN, UNKNOWN));
  }

  @Test
  void theSummaryCountsWhatIsKnown() {
    assertEquals(
        "cohort: 2 patients (train 1, test 1). necrosis in 1 of 1",
        PatientsView.summary("cohort", TABLE));
  }
}
