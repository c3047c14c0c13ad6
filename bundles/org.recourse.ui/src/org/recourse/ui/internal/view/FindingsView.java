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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jface.viewers.TableViewer;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
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

  /** Every number may find something, so it waits for all of them. */
  @Override
  protected Set<DerivedNumber> shows() {
    return EnumSet.range(DerivedNumber.DOSE, DerivedNumber.NETWORK_RISKS);
  }

  @Override
  protected boolean waitsForAll() {
    return true;
  }

  /** It is no reason to compute anything first. */
  @Override
  protected Set<DerivedNumber> looksAt() {
    return Set.of();
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    List<Row> rows = new ArrayList<>();
    PlanNumbers all = // the part that was computed last has the findings of all
        shows().stream()
            .map(kind -> shown.of(kind).orElseThrow())
            .max(Comparator.comparingInt(numbers -> numbers.findings().size()))
            .orElseThrow();
    all.findings().forEach(finding -> rows.add(new Row("numbers", finding)));
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
