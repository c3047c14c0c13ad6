/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.validation.LeakageAudit;

/** What systems came to, as Markdown. */
public final class TablesText {

  private TablesText() {}

  /** The cells beside those of the papers, then the tables of each system, audits and findings. */
  public static String of(List<SystemResult> results) {
    var text = new StringBuilder();
    for (SystemResult result : results) {
      text.append("## ").append(result.system()).append("\n\n");
      text.append(cells(result).markdown()).append("\n");
      for (ReportTable table : result.tables()) {
        text.append(table.markdown()).append("\n");
      }
      text.append(audits(result).markdown()).append("\n");
      for (Finding finding : result.findings()) {
        text.append("* ")
            .append(finding.severity().name().toLowerCase(Locale.ROOT))
            .append(", ")
            .append(finding.affected())
            .append(": ")
            .append(finding.text())
            .append("\n");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static ReportTable cells(SystemResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (TableCell cell : result.cells()) {
      if (cell.published().isPresent() || cell.metric() == CellMetric.AUC) {
        rows.add(
            List.of(
                cell.table(),
                cell.row(),
                cell.sample(),
                cell.metric().key(),
                cell.published().isPresent() ? FigureText.of(cell.published().getAsDouble()) : "–",
                FigureText.of(cell.measured()),
                cell.code().substring(cell.code().lastIndexOf('.') + 1) + ", " + cell.seed()));
      }
    }
    return new ReportTable(
        "Cells beside the paper",
        List.of("table", "row", "patients", "figure", "paper", "here (95 %)", "made by, seed"),
        rows,
        "The paper's figures are of its own patients; they are quoted, not aimed at.");
  }

  private static ReportTable audits(SystemResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (SystemResult.Audit audit : result.audits()) {
      rows.add(
          List.of(
              audit.model(),
              Integer.toString(audit.result().permutationCount()),
              FigureText.of(audit.result().meanAuc()),
              FigureText.of(audit.result().interval().lower())
                  + "–"
                  + FigureText.of(audit.result().interval().upper()),
              audit.result().verdict().text()));
    }
    return new ReportTable(
        "Leakage audit",
        List.of("model", "permutations", "mean AUC", "99 % interval", "verdict"),
        rows,
        "Outcomes permuted. An interval wider than %.2f on either side tells too little: it would hold 0.5 with a leak as well."
            .formatted(LeakageAudit.GREATEST_HALF_WIDTH));
  }
}
