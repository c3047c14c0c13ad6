/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.tuning.explanation.Counterfactual;
import org.recourse.tuning.explanation.Explanation;
import org.recourse.tuning.explanation.FidelityTest;
import org.recourse.tuning.explanation.InputShare;
import org.recourse.tuning.explanation.StructureShare;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.PaintedText;
import org.recourse.ui.widget.StaleRows;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** What drives a risk: share of each structure and dose band, inputs, what less dose would do. */
final class DriversPanel {

  private static final int ROWS = 6;
  private static final double PERCENT = 100;
  private static final double PER_MILLION = 1e6;

  /** A structure or one of its dose bands. */
  private record Row(String name, double shareFraction, double perGy, double volumeCm3) {}

  private final Composite area;
  private final PaintedText sentence;
  private final TableViewer table;
  private final PaintedText words;
  private final StaleRows staleRows;

  DriversPanel(Composite parent) {
    area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    sentence = WidgetId.mark(new PaintedText(area), "assistant.drivers.sentence");
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    table = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL);
    WidgetId.mark(table.getTable(), "assistant.drivers");
    table.setContentProvider(ArrayContentProvider.getInstance());
    table.getTable().setHeaderVisible(true);
    ColumnViewerToolTipSupport.enableFor(table);
    var columns = new TableColumns<>(table, Row.class);
    columns.text("Structure, dose band", 18, Row::name);
    columns.number(
        "Share, %",
        8,
        row -> NumberText.fixed(row.shareFraction() * PERCENT, 0),
        Comparator.comparingDouble(Row::shareFraction));
    columns.number(
        "10⁻⁶/Gy",
        8,
        row -> NumberText.fixed(row.perGy() * PER_MILLION, 2),
        Comparator.comparingDouble(Row::perGy));
    columns.number(
        "cm³",
        6,
        row -> NumberText.volumeCm3(row.volumeCm3()),
        Comparator.comparingDouble(Row::volumeCm3));
    columns.fill();
    var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    data.heightHint =
        (ROWS + 1) * table.getTable().getItemHeight()
            + SwtMetrics.averageCharacterWidth(table.getTable());
    table.getTable().setLayoutData(data);
    staleRows = new StaleRows(table.getTable());
    words = WidgetId.mark(new PaintedText(area), "assistant.drivers.words");
    words.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    say("What drives the risk is computed when the plan rests.");
  }

  Composite control() {
    return area;
  }

  /** Shows a sentence in the place of the table. */
  void say(String text) {
    sentence.setText(text);
    showTable(false);
    words.setText("");
  }

  void show(String title, Explanation explanation) {
    switch (explanation) {
      case Explanation.NotAvailable none -> say(none.sentence());
      case Explanation.Explained explained -> {
        sentence.setText("Shares of the score of " + title + "; structures overlap.");
        showTable(true);
        table.setInput(
            explained.structures().stream().flatMap(share -> rows(share).stream()).toList());
        staleRows.rowsChanged();
        words.setText(words(explained));
      }
    }
  }

  void setStale(boolean stale) {
    sentence.setGrey(stale);
    staleRows.setStale(stale);
    words.setGrey(stale);
  }

  private void showTable(boolean shown) {
    table.getTable().setVisible(shown);
    ((GridData) table.getTable().getLayoutData()).exclude = !shown;
  }

  private static List<Row> rows(StructureShare share) {
    List<Row> rows =
        share.bands().stream()
            .map(
                band ->
                    new Row(
                        "   "
                            + NumberText.fixed(band.fromGy(), 0)
                            + "–"
                            + NumberText.fixed(band.toGy(), 0)
                            + " Gy",
                        band.shareFraction(),
                        band.meanGradientPerGy(),
                        band.volumeCm3()))
            .collect(Collectors.toList());
    rows.addFirst(
        new Row(
            share.structure(),
            share.shareFraction(),
            share.meanGradientPerGy(),
            share.volumeCm3()));
    return rows;
  }

  private static String words(Explanation.Explained explained) {
    var text = new StringBuilder();
    explained
        .counterfactual()
        .map(Counterfactual::sentence)
        .ifPresent(each -> text.append(each).append('\n'));
    if (!explained.inputs().isEmpty()) {
      text.append("Inputs: ");
      text.append(
          explained.inputs().stream().map(DriversPanel::input).collect(Collectors.joining(", ")));
      text.append('\n');
    }
    for (FidelityTest test : explained.fidelity()) {
      text.append(test.passed() ? "✓ " : "✗ ").append(test.text()).append('\n');
    }
    explained.findings().forEach(finding -> text.append(finding.text()).append('\n'));
    return text.toString().strip();
  }

  private static String input(InputShare share) {
    String error =
        share.standardError() > 0 ? " ± " + NumberText.fixed(share.standardError(), 2) : "";
    return share.input()
        + " "
        + (share.value() > 0 ? "+" : "")
        + NumberText.fixed(share.value(), 2)
        + error;
  }
}
