/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.grid.finding.Finding;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.OpenCohort;
import org.recourse.ui.cohort.internal.Services;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** The patients of the open cohort, with what the import check found. UI thread only. */
public final class PatientsView extends ViewPart {

  private static final String ID = "patients";
  private static final int CHARACTERS = 10;

  private final CohortDesk desk = Services.find(CohortDesk.class);
  private final Runnable listener = this::refresh;
  private Composite content;
  private Label sentence;
  private Composite tableArea;
  private org.eclipse.swt.widgets.List findings;

  @Override
  public void createPartControl(Composite parent) {
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(content);
    sentence = WidgetId.mark(new Label(content, SWT.WRAP), ID + ".sentence");
    GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
    tableArea = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(tableArea);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(tableArea);
    findings =
        WidgetId.mark(
            new org.eclipse.swt.widgets.List(content, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL),
            ID + ".findings");
    GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 90).applyTo(findings);
    desk.addListener(listener);
    refresh();
  }

  private void refresh() {
    if (desk.cohort().isEmpty()) {
      sentence.setText(
          "No cohort is open. Open a folder with cohort.csv, or make a synthetic cohort to try the"
              + " Cohort Lab out.");
      findings.removeAll();
      showStart();
    } else {
      show(desk.cohort().get());
    }
    content.layout(true, true);
  }

  /** Buttons for those who have no cohort yet. */
  private void showStart() {
    clear();
    command("Open Cohort...", "org.recourse.ui.cohort.open");
    command("New Synthetic Cohort...", "org.recourse.ui.cohort.new");
  }

  private void command(String text, String id) {
    Button button = WidgetId.mark(new Button(tableArea, SWT.PUSH), ID + "." + id);
    button.setText(text);
    button.addListener(SWT.Selection, event -> run(id));
  }

  private void run(String id) {
    try {
      getSite().getService(IHandlerService.class).executeCommand(id, null); // no event: allowed
    } catch (CommandException e) {
      throw new IllegalStateException("the command is not installed: " + id, e);
    }
  }

  private void clear() {
    for (Control old : tableArea.getChildren()) {
      old.dispose();
    }
  }

  private void show(OpenCohort cohort) {
    sentence.setText(summary(cohort));
    clear();
    var viewer =
        new TableViewer(tableArea, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTable());
    WidgetId.mark(viewer.getTable(), ID + ".table");
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(viewer, CohortPatient.class);
    for (PatientColumn column : PatientColumn.of(cohort.table())) {
      if (column.number()) {
        columns.number(column.head(), CHARACTERS, column.text(), column::compare);
      } else {
        columns.text(column.head(), CHARACTERS, column.text());
      }
    }
    columns.fill();
    viewer.setInput(cohort.table().patients());
    TableColumns.fit(viewer.getTable());
    findings.setItems(cohort.findings().stream().map(Finding::text).toArray(String[]::new));
  }

  private static String summary(OpenCohort cohort) {
    return (cohort.folder().cohort().synthetic() ? "SYNTHETIC. " : "")
        + summary(cohort.path().getFileName().toString(), cohort.table())
        + ". "
        + extracted(
            cohort.folder().cohort().features().featureNames().size(), cohort.folder().grid());
  }

  /** Says what there is to train on, and what to do where there is nothing. */
  static String extracted(int features, Optional<CohortFolder.DoseGridSize> grid) {
    if (features == 0) {
      return "No features yet: extract them from the cases.";
    }
    return String.format(Locale.ROOT, "%,d features; ", features)
        + grid.map(
                own -> "dose volumes of " + ExtractDialog.plain(own.size(), own.spacingMm()) + ".")
            .orElse("no dose volumes.");
  }

  static String summary(String cohort, CohortTable table) {
    String splits =
        table.splits().stream()
            .map(split -> (split.isEmpty() ? "no split" : split) + " " + table.split(split).size())
            .collect(Collectors.joining(", "));
    List<String> outcomes = table.outcomeNames().stream().map(name -> events(table, name)).toList();
    return "%s: %d patients (%s). %s"
        .formatted(cohort, table.size(), splits, String.join(", ", outcomes));
  }

  private static String events(CohortTable table, String name) {
    CohortTable known = table.withOutcome(name);
    long events =
        known.patients().stream().filter(one -> one.outcome(name).orElseThrow().event()).count();
    return "%s in %d of %d".formatted(name, events, known.size());
  }

  @Override
  public void setFocus() {
    content.setFocus();
  }

  @Override
  public void dispose() {
    desk.removeListener(listener);
    super.dispose();
  }
}
