/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * A table for people. Immutable.
 *
 * @param title what it shows
 * @param columns heads
 * @param rows as many texts each as there are heads
 * @param note how it is to be read; may be empty
 */
public record ReportTable(
    String title, List<String> columns, List<List<String>> rows, String note) {

  public ReportTable {
    Objects.requireNonNull(note, "note");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(title + ": " + row + " in columns " + columns);
      }
    }
  }

  /** As Markdown. */
  public String markdown() {
    var text = new StringBuilder("### ").append(title).append("\n\n");
    line(text, columns);
    text.append("|---".repeat(columns.size())).append("|\n");
    rows.forEach(row -> line(text, row));
    if (!note.isEmpty()) {
      text.append("\n").append(note).append("\n");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    cells.forEach(cell -> text.append("| ").append(cell.replace("|", "\\|")).append(" "));
    text.append("|\n");
  }
}
