/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.model.AuditEntry;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;

class ImportRecordTest {

  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);

  @Test
  void findingsAreReadBackInOrderWithSeverity() {
    PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
    ImportRecord.write(
        patientCase,
        List.of(
            Finding.error("The file is cut short and was left out.", "a.dcm"),
            Finding.warning("The slices are 2 and 3 mm apart.", "")),
        NOON);

    List<Finding> findings = ImportRecord.findings(patientCase);

    assertEquals(
        List.of(
            Finding.error("a.dcm: The file is cut short and was left out.", "import"),
            Finding.warning("The slices are 2 and 3 mm apart.", "import")),
        findings);
    assertEquals("2026-11-21T12:00:00Z", patientCase.getAudit().getFirst().getTime());
  }

  @Test
  void otherHistoryIsNoFinding() {
    PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
    AuditEntry entry = ModelFactory.eINSTANCE.createAuditEntry();
    entry.setAction("saved");
    entry.setText("something");
    patientCase.getAudit().add(entry);
    patientCase.getAudit().add(ModelFactory.eINSTANCE.createAuditEntry());

    assertEquals(List.of(), ImportRecord.findings(patientCase));
  }
}
