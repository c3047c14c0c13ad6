/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.viewers.TableViewer;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.TableView;
import org.recourse.ui.widget.TableColumns;

/**
 * Everything missing or doubtful, from the import, the numbers, the plan checks and the overlays on
 * the slices, a sentence each.
 */
public final class FindingsView extends TableView<FindingsView.Row> {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.findings";

  /**
   * One line of the view.
   *
   * @param origin where it was found, in words
   * @param finding the finding
   */
  record Row(String origin, Finding finding) {

    private static final Comparator<Row> MOST_SEVERE_FIRST =
        Comparator.comparing((Row row) -> row.finding().severity()).reversed();

    String severity() {
      return finding.severity().name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  protected Class<Row> rowType() {
    return Row.class;
  }

  @Override
  protected void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, Row.class);
    columns.text("Severity", 8, Row::severity);
    columns.text("Found in", 10, Row::origin);
    columns.text("About", 24, row -> row.finding().affected());
    columns.text("Finding", 90, row -> row.finding().text());
  }

  @Override
  protected void showNumbers(CaseSession session, PlanNumbers numbers) {
    List<Row> rows = new ArrayList<>();
    numbers.findings().forEach(finding -> rows.add(new Row("numbers", finding)));
    session
        .viewing()
        .planCheckFindings()
        .forEach(finding -> rows.add(new Row("plan check", finding)));
    session.openingFindings().forEach(finding -> rows.add(new Row("import", finding)));
    session.viewing().overlayFindings().forEach(finding -> rows.add(new Row("slices", finding)));
    rows.sort(Row.MOST_SEVERE_FIRST);
    setTitleText(rows.isEmpty() ? "Nothing is missing or doubtful." : rows.size() + " findings");
    showRows(rows);
  }

  @Override
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.OVERLAYS) {
      showAgain();
    }
  }
}
