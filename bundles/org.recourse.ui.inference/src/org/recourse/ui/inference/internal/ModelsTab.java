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
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** The installed model packages, their cards, and the demonstration output. UI thread only. */
final class ModelsTab {

  private static final int ROWS = 6;

  private final TableViewer table;
  private final Label about;
  private final Button card;
  private final Button demonstration;

  ModelsTab(TabFolder folder, boolean demonstrationOn) {
    Composite content = Blocks.tab(folder, "Models", 2);
    table = Blocks.table(content, "inference.models", ROWS);
    columns();
    card = Blocks.button(content, "inference.model.card", "Show Card…");
    card.setEnabled(false);
    about = Blocks.sentence(content, "inference.model.about", 1);
    about.setText("Reading the model packages…");
    demonstration = WidgetId.mark(new Button(content, SWT.CHECK), "inference.demonstration");
    demonstration.setText(
        "Show demonstration output: scores of models trained on synthetic patients, for every"
            + " case");
    demonstration.setToolTipText(
        "They say nothing about patients and are never shown as probabilities. The numbers of an"
            + " open case follow with its next edit.");
    demonstration.setSelection(demonstrationOn);
    GridDataFactory.swtDefaults().span(2, 1).applyTo(demonstration);
    table.addSelectionChangedListener(event -> showSelected());
    table.addDoubleClickListener(event -> openCard());
    card.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> openCard()));
    PageJob.start(
        "Reading the model packages",
        table.getTable(),
        monitor -> new ModelLibrary(ModelFolders.ofThisMachine().all()).models(monitor),
        this::show);
  }

  private void columns() {
    table.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(table, InstalledModel.class);
    columns.text("Model", 50, ModelText::title);
    columns.text("Version", 7, ModelText::version);
    columns.text("Trained on", 19, ModelText::training);
    columns.text("Output", 9, ModelText::output);
    columns.text("Checksums", 9, ModelText::checksums);
    columns.fill();
  }

  private void show(List<InstalledModel> models) {
    table.setInput(models);
    if (models.isEmpty()) {
      about.setText(
          "There are no model packages. Put their folders into "
              + ModelFolders.ofThisMachine().ofUser()
              + ".");
    } else {
      table.setSelection(new StructuredSelection(models.getFirst()));
    }
  }

  private Optional<InstalledModel> selected() {
    return table.getStructuredSelection().getFirstElement() instanceof InstalledModel model
        ? Optional.of(model)
        : Optional.empty();
  }

  private void showSelected() {
    about.setText(selected().map(ModelText::sentence).orElse(""));
    about.setToolTipText(selected().map(model -> model.folder().toString()).orElse(""));
    card.setEnabled(selected().filter(InstalledModel.Sound.class::isInstance).isPresent());
  }

  private void openCard() {
    if (selected().orElse(null) instanceof InstalledModel.Sound sound) {
      new CardDialog(table.getTable().getShell(), sound).open();
    }
  }

  boolean demonstrationOn() {
    return demonstration.getSelection();
  }

  void showDemonstration(boolean on) {
    demonstration.setSelection(on);
  }
}
