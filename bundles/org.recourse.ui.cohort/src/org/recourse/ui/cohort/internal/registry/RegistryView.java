/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.ui.part.ViewPart;
import org.recourse.cohort.outcome.RegistryFigures;
import org.recourse.learning.sample.Estimate;
import org.recourse.outcomes.monitoring.MonitoredPeriod;
import org.recourse.ui.cohort.internal.chart.FigureChart;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/**
 * Calibration and discrimination of a model in daily work: control charts and a table of periods.
 * UI thread only; the registry is read by jobs.
 */
public final class RegistryView extends ViewPart {

  private static final String ID = "registry";
  private static final int COMBO_WIDTH = 150;
  private static final int[] PERIOD_MONTHS = {3, 6, 12};
  private static final String[] PERIOD_NAMES = {"Quarter", "Half-year", "Year"};

  private Combo outcome;
  private Combo model;
  private Spinner horizonMonths;
  private Combo period;
  private Label sentence;
  private FigureChart calibration;
  private FigureChart discrimination;
  private FigureChart cumulative;
  private TableViewer table;

  @Override
  public void createPartControl(Composite parent) {
    var content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(content);
    createQuestion(content);
    sentence = WidgetId.mark(new Label(content, SWT.WRAP), ID + ".sentence");
    GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
    var sash = new SashForm(content, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    createCharts(sash);
    createTable(sash);
    sash.setWeights(65, 35);
    ask();
  }

  private void createQuestion(Composite parent) {
    var row = new Composite(parent, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(row);
    row.setLayout(RowLayoutFactory.fillDefaults().wrap(true).center(true).spacing(8).create());
    outcome = combo(row, "Outcome", ID + ".outcome");
    model = combo(row, "Model", ID + ".model");
    new Label(row, SWT.NONE).setText("After (months)");
    horizonMonths = WidgetId.mark(new Spinner(row, SWT.BORDER), ID + ".horizon");
    horizonMonths.setValues(12, 1, 240, 0, 1, 6);
    period = combo(row, "Period", ID + ".period");
    period.setItems(PERIOD_NAMES);
    period.select(0);
    var followUp = WidgetId.mark(new Button(row, SWT.PUSH), ID + ".followUp");
    followUp.setText("Record Follow-up…");
    followUp.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> recordFollowUp()));
    var place = WidgetId.mark(new Button(row, SWT.PUSH), ID + ".place");
    place.setText("Registry…");
    place.setToolTipText("Where the registry is kept: a file, or PostgreSQL of the department");
    place.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> choosePlace()));
    SelectionListener asks = SelectionListener.widgetSelectedAdapter(e -> ask());
    List.of(outcome, model, period).forEach(combo -> combo.addSelectionListener(asks));
    horizonMonths.addSelectionListener(asks);
  }

  private static Combo combo(Composite row, String label, String id) {
    new Label(row, SWT.NONE).setText(label);
    var combo = WidgetId.mark(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), id);
    combo.setLayoutData(new RowData(COMBO_WIDTH, SWT.DEFAULT));
    return combo;
  }

  private void createCharts(Composite parent) {
    var tabs = new TabFolder(parent, SWT.NONE);
    calibration = new FigureChart(tabs, ID + ".calibration");
    discrimination = new FigureChart(tabs, ID + ".discrimination");
    cumulative = new FigureChart(tabs, ID + ".cumulative");
    tab(tabs, "Events per patient", calibration);
    tab(tabs, "Discrimination", discrimination);
    tab(tabs, "Observed − expected", cumulative);
  }

  private static void tab(TabFolder tabs, String text, Control control) {
    var tab = new TabItem(tabs, SWT.NONE);
    tab.setText(text);
    tab.setControl(control);
  }

  private void createTable(Composite parent) {
    table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    WidgetId.mark(table.getTable(), ID + ".table");
    table.getTable().setHeaderVisible(true);
    table.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(table, MonitoredPeriod.class);
    columns.text("From", 11, row -> row.from().toString());
    columns.number("Patients", 8, row -> "" + row.patients(), byNumber(MonitoredPeriod::patients));
    columns.number("Events", 7, row -> "" + row.events(), byNumber(MonitoredPeriod::events));
    columns.number(
        "Expected",
        8,
        row -> String.format(Locale.ROOT, "%.1f", row.expectedEvents()),
        (a, b) -> Double.compare(a.expectedEvents(), b.expectedEvents()));
    columns.text(
        "95 % limits",
        10, row -> row.warning().lowerEvents() + " – " + row.warning().upperEvents());
    columns.text(
        "99.8 % limits",
        11, row -> row.action().lowerEvents() + " – " + row.action().upperEvents());
    columns.text("Signal", 9, RegistryView::signal);
    columns.text("AUC", 17, row -> text(row.areaUnderCurve()));
    columns.text("Brier", 7, row -> text(row.brierScore()));
    columns.fill();
  }

  private static java.util.Comparator<MonitoredPeriod> byNumber(
      java.util.function.ToIntFunction<MonitoredPeriod> number) {
    return java.util.Comparator.comparingInt(number);
  }

  private static String signal(MonitoredPeriod row) {
    return switch (row.signal()) {
      case NONE -> "–";
      case WARNING -> "outside 95 %";
      case ACTION -> "outside 99.8 %";
    };
  }

  private static String text(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Undefined undefined -> "not defined";
      case Estimate.Defined defined ->
          defined
              .interval()
              .map(
                  interval ->
                      String.format(
                          Locale.ROOT,
                          "%.2f [%.2f–%.2f]",
                          defined.value(),
                          interval.lower(),
                          interval.upper()))
              .orElseGet(() -> String.format(Locale.ROOT, "%.2f", defined.value()));
    };
  }

  /** Asks the registry again; the former answer stays grey until the new one is there. */
  public void ask() {
    table.getTable().setEnabled(false);
    var question =
        new RegistryQuestion(
            outcome.getText(),
            model.getText(),
            horizonMonths.getSelection(),
            PERIOD_MONTHS[period.getSelectionIndex()]);
    new RegistryJob<>(
            "Reading the outcome registry",
            registry -> RegistryAnswer.of(registry, question),
            answer -> onScreen(() -> show(answer)),
            refusal -> onScreen(() -> refuse(refusal)))
        .schedule();
  }

  private void onScreen(Runnable effect) {
    Control control = table.getTable();
    control
        .getDisplay()
        .asyncExec(
            () -> {
              if (!control.isDisposed()) {
                effect.run();
              }
            });
  }

  private void show(RegistryAnswer answer) {
    offer(outcome, answer.outcomes(), answer.question().outcome());
    offer(model, answer.modelIds(), answer.question().modelId());
    sentence.setText(answer.sentence());
    calibration.show(RegistryFigures.calibration(answer.monitoring()));
    discrimination.show(RegistryFigures.discrimination(answer.monitoring()));
    cumulative.show(RegistryFigures.cumulative(answer.monitoring()));
    table.setInput(answer.monitoring().periods());
    TableColumns.fit(table.getTable());
    table.getTable().setEnabled(true);
    sentence.getParent().layout();
  }

  private static void offer(Combo combo, List<String> texts, String chosen) {
    combo.setItems(texts.toArray(String[]::new));
    combo.select(texts.indexOf(chosen));
    combo.setToolTipText(chosen);
  }

  private void refuse(String why) {
    sentence.setText(why);
    table.setInput(List.of());
    table.getTable().setEnabled(true);
    sentence.getParent().layout();
  }

  private void recordFollowUp() {
    var dialog = new FollowUpDialog(getSite().getShell(), outcome.getText());
    if (dialog.open() == FollowUpDialog.OK) {
      new RegistryJob<>(
              "Recording a follow-up",
              registry -> {
                registry.record(dialog.entry().in(registry));
                return true;
              },
              done -> onScreen(this::ask),
              refusal -> onScreen(() -> refuse(refusal)))
          .schedule();
    }
  }

  private void choosePlace() {
    if (new RegistryPlaceDialog(getSite().getShell()).open() == RegistryPlaceDialog.OK) {
      ask();
    }
  }

  @Override
  public void setFocus() {
    outcome.setFocus();
  }
}
