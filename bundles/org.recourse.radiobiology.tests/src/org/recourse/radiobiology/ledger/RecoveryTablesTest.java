/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryTablesTest {

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}, {4} %")
  @CsvSource({
    "doi2021, 0, 25, 50, 50",
    "slicerRadReirradiation, 0, 25, 50, 65",
    "subbumishra92, 0, 25, 50, 50",
    "antica1, 0, 30, 50, 70"
  })
  void followThePage(String id, double under6, double from6, double from12, double from24) {
    RecoveryTable table = RecoveryTables.find(id).orElseThrow();

    assertEquals(under6, percent(table, 182), 1e-12);
    assertEquals(from6, percent(table, 183), 1e-12);
    assertEquals(from6, percent(table, 365), 1e-12);
    assertEquals(from12, percent(table, 366), 1e-12);
    assertEquals(from24, percent(table, 731), 1e-12);
    assertEquals(Recovery.NONE, table.after(OptionalLong.empty()));
  }

  @Test
  void tablesOfToolsAreDrafts() {
    assertFalse(RecoveryTables.DOI_2021.source().strength().isDraft());
    assertTrue(RecoveryTables.ANTICA1.source().strength().isDraft());
    assertEquals(3, RecoveryTables.DERIVED_WITHOUT_RECOVERY.size());
  }

  @Test
  void aTableIsNeverCalledNone() {
    RecoveryTable doi = RecoveryTables.DOI_2021;
    assertThrows(
        IllegalArgumentException.class,
        () -> new RecoveryTable("NONE", "x", "x", doi.steps(), doi.source()));
  }

  private static double percent(RecoveryTable table, long days) {
    return 100 * table.after(OptionalLong.of(days)).fraction();
  }
}
