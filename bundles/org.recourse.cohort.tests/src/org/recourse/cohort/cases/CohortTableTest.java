/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortTableTest {

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException, TableFormatException {
    var first =
        new CohortPatient(
            "a, \"one\"",
            "north",
            "train",
            "cases/a",
            Map.of("age", "47"),
            Map.of("necrosis", new PatientOutcome(true, 8.25)));
    var second = new CohortPatient("b", "south", "test", "", Map.of(), Map.of());
    var table = new CohortTable(List.of(first, second));
    table.write(folder.resolve("cohort.csv"));
    assertEquals(table, CohortTable.read(folder.resolve("cohort.csv")));
    assertEquals(List.of(first), table.split("train").patients());
    assertEquals(OptionalDouble.of(47), first.clinicalNumber("age"));
  }

  @Test
  void namesTheLineOfAFault() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "id,outcome.necrosis.event,outcome.necrosis.months\np1,yes,3\n");
    var fault = assertThrows(TableFormatException.class, () -> CohortTable.read(file));
    assertTrue(fault.getMessage().contains("line 2"), fault.getMessage());
  }

  @Test
  void refusesARowOfOtherLengthAndAnOpenQuote() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "id,centre\np1\n");
    assertThrows(TableFormatException.class, () -> CohortTable.read(file));
    Files.writeString(file, "id,centre\np1,\"open\n");
    assertThrows(TableFormatException.class, () -> CohortTable.read(file));
    Files.writeString(file, "");
    assertThrows(TableFormatException.class, () -> CohortTable.read(file));
  }
}
