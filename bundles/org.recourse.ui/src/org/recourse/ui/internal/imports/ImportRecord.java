/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.model.AuditEntry;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;

/**
 * Keeps the findings of an import in the history of the case, so that they are still known when the
 * case is opened again. Stateless.
 */
public final class ImportRecord {

  private static final String ACTION = "import finding";
  private static final String SEPARATOR = ": ";

  private ImportRecord() {}

  /** Writes one entry per finding; the action ends with its severity. */
  public static void write(PatientCase patientCase, List<Finding> findings, ZonedDateTime time) {
    String stamp =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    for (Finding finding : findings) {
      AuditEntry entry = ModelFactory.eINSTANCE.createAuditEntry();
      entry.setTime(stamp);
      entry.setUser(System.getProperty("user.name", "unknown"));
      entry.setAction(ACTION + SEPARATOR + finding.severity().name().toLowerCase(Locale.ROOT));
      entry.setText(
          finding.affected().isBlank()
              ? finding.text()
              : finding.affected() + SEPARATOR + finding.text());
      patientCase.getAudit().add(entry);
    }
  }

  /** Reads the findings of the import back, in their order. */
  public static List<Finding> findings(PatientCase patientCase) {
    return patientCase.getAudit().stream()
        .map(ImportRecord::finding)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> finding(AuditEntry entry) {
    String prefix = ACTION + SEPARATOR;
    if (entry.getAction() == null || entry.getText() == null || entry.getText().isBlank()) {
      return Optional.empty();
    }
    if (!entry.getAction().startsWith(prefix)) {
      return Optional.empty();
    }
    String severity = entry.getAction().substring(prefix.length()).toUpperCase(Locale.ROOT);
    return java.util.Arrays.stream(Finding.Severity.values())
        .filter(candidate -> candidate.name().equals(severity))
        .findFirst()
        .map(candidate -> new Finding(candidate, entry.getText(), "import"));
  }
}
