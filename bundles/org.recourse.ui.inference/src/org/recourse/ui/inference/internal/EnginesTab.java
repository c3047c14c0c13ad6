/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.selftest.SelfTest;
import org.recourse.ui.widget.TableColumns;

/** The engines of this machine, what they run on, and their self-test. UI thread only. */
final class EnginesTab {

  private static final int ROWS = 5;

  private final EngineCatalogue catalogue;
  private final TableViewer table;
  private final Button test;
  private final Label about;
  private final Label result;

  EnginesTab(TabFolder folder, EngineCatalogue catalogue) {
    this.catalogue = catalogue;
    Composite content = Blocks.tab(folder, "Engines", 2);
    table = Blocks.table(content, "inference.engines", ROWS);
    columns();
    about = Blocks.sentence(content, "inference.engine.about", 2);
    test = Blocks.button(content, "inference.engine.test", "Run Self-Test");
    test.setToolTipText(
        "Runs a small network with a known answer through the engine and compares the two");
    result = Blocks.sentence(content, "inference.engine.result", 1);
    test.setEnabled(false);
    test.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> startTest()));
    table.addSelectionChangedListener(event -> showSelected());
    String memory = MachineMemory.text();
    List<EngineRow> asked =
        catalogue.engines().stream()
            .map(entry -> new EngineRow(entry, Optional.empty(), memory))
            .toList();
    table.setInput(asked);
    PageJob.start("Asking the inference engines", table.getTable(), this::ask, this::show);
  }

  private void columns() {
    table.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(table, EngineRow.class);
    columns.text("Engine", 18, row -> row.entry().title());
    columns.text("State", 16, EngineRow::stateText);
    columns.text("Version", 20, EngineRow::version);
    columns.text("Devices", 16, EngineRow::devices);
    columns.text("Memory", 22, EngineRow::memoryText);
    columns.fill();
  }

  /** Loads native code and asks servers, which takes seconds. */
  private List<EngineRow> ask(IProgressMonitor monitor) {
    String memory = MachineMemory.text();
    return catalogue.engines().stream()
        .map(entry -> new EngineRow(entry, Optional.of(catalogue.state(entry.id())), memory))
        .toList();
  }

  private void show(List<EngineRow> rows) {
    table.setInput(rows);
    if (!rows.isEmpty()) {
      table.setSelection(new StructuredSelection(rows.getFirst()));
    }
  }

  private Optional<EngineRow> selected() {
    return table.getStructuredSelection().getFirstElement() instanceof EngineRow row
        ? Optional.of(row)
        : Optional.empty();
  }

  private void showSelected() {
    about.setText(selected().map(EngineRow::sentence).orElse(""));
    result.setText("");
    test.setEnabled(
        selected()
            .flatMap(EngineRow::state)
            .filter(EngineState.Ready.class::isInstance)
            .isPresent());
  }

  private void startTest() {
    selected()
        .ifPresent(
            row -> {
              test.setEnabled(false);
              result.setText("Testing " + row.entry().title() + "…");
              PageJob.start(
                  "Self-test of " + row.entry().title(),
                  table.getTable(),
                  monitor ->
                      new SelfTest(catalogue)
                          .run(row.entry().id(), EngineOptions.fastest(threads()), monitor),
                  outcome -> showOutcome(row, outcome));
            });
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void showOutcome(EngineRow row, SelfTest.Outcome outcome) {
    if (selected().filter(row::equals).isEmpty()) {
      return; // another engine was selected meanwhile
    }
    test.setEnabled(true);
    String verdict =
        switch (outcome) {
          case SelfTest.Outcome.Passed passed -> "Passed. ";
          case SelfTest.Outcome.Failed failed -> "Failed. ";
        };
    result.setText(verdict + outcome.sentence());
  }
}
