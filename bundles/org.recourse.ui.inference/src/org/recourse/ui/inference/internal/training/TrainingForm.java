/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.risk.MrSequence;
import org.recourse.training.ModelInputs;
import org.recourse.training.cohort.BundledVariations;
import org.recourse.ui.widget.WidgetId;

/** Where the user says what is trained. UI thread only. */
final class TrainingForm {

  private static final int COLUMNS = 3;
  private static final int MOST_PATIENTS = 10_000;
  private static final int MOST_EPOCHS = 10_000;
  private static final int MOST_FOLDS = 20;
  private static final int USUAL_FOLDS = 5;
  private static final int USUAL_EPOCHS = 60;
  private static final int TEXT_PIXELS = 150;

  private final Composite area;
  private final Runnable changed;
  private final Button synthetic;
  private final Spinner patients;
  private final Button fromTable;
  private final Text table;
  private final Text doses;
  private final Combo sequences;
  private final Button dose;
  private final Combo variant;
  private final Combo voxels;
  private final Spinner folds;
  private final Spinner epochs;
  private final Text folder;
  private final Map<String, List<MrSequence>> sequencesByTitle = new LinkedHashMap<>();

  TrainingForm(Composite parent, Runnable changed) {
    this.changed = changed;
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(area);
    for (ModelInputs one : ModelInputs.eight()) {
      if (!one.dose()) {
        sequencesByTitle.put(one.title(), one.sequences());
      }
    }
    synthetic = radio("training.synthetic", "Synthetic patients:");
    patients =
        spinner(row(), "training.patients", 10, MOST_PATIENTS, BundledVariations.PAPER_COUNT);
    fromTable = radio("training.fromTable", "Table of patients:");
    table = text("training.table", "CSV: id, event, fractions, prescribedGy, T1/…");
    browse("training.table.browse", this::browseTable);
    label("Doses:");
    doses = text("training.doses", "folder with ID.nrrd and ID.target.nrrd");
    browse("training.doses.browse", () -> browseFolder(doses));
    label("Inputs:");
    Composite inputs = row();
    sequences = combo(inputs, "training.sequences", sequencesByTitle.keySet());
    sequences.select(sequences.getItemCount() - 1);
    dose = WidgetId.mark(new Button(inputs, SWT.CHECK), "training.dose");
    dose.setText("Dose");
    dose.setSelection(true);
    label("Network:");
    Composite network = row();
    variant = combo(network, "training.variant", List.of("Fast", "As in the paper"));
    new Label(network, SWT.NONE).setText("Voxels (mm):");
    voxels =
        combo(
            network,
            "training.voxels",
            TrainingEntry.VOXELS_MM.stream().map(String::valueOf).toList());
    voxels.select(TrainingEntry.VOXELS_MM.indexOf(4));
    label("Cross-validation:");
    Composite validation = row();
    folds = spinner(validation, "training.folds", 2, MOST_FOLDS, USUAL_FOLDS);
    new Label(validation, SWT.NONE).setText("folds, at most");
    epochs = spinner(validation, "training.epochs", 1, MOST_EPOCHS, USUAL_EPOCHS);
    new Label(validation, SWT.NONE).setText("epochs");
    label("Package in:");
    folder = text("training.folder", "folder");
    folder.setText(ModelFolders.ofThisMachine().ofUser().toString());
    browse("training.folder.browse", () -> browseFolder(folder));
    synthetic.setSelection(true);
    listen();
    enableWhatCounts();
  }

  Control control() {
    return area;
  }

  private Composite row() {
    var row = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).applyTo(row);
    GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(row);
    return row;
  }

  private Button radio(String id, String title) {
    Button button = WidgetId.mark(new Button(area, SWT.RADIO), id);
    button.setText(title);
    return button;
  }

  private void label(String title) {
    var label = new Label(area, SWT.NONE);
    label.setText(title);
    GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
  }

  private Text text(String id, String message) {
    Text text = WidgetId.mark(new Text(area, SWT.BORDER | SWT.SINGLE), id);
    text.setMessage(message);
    text.setToolTipText(message);
    GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_PIXELS, SWT.DEFAULT).applyTo(text);
    return text;
  }

  private void browse(String id, Runnable action) {
    Button button = WidgetId.mark(new Button(area, SWT.PUSH), id);
    button.setText("Browse…");
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    GridDataFactory.fillDefaults().applyTo(button);
  }

  private static Combo combo(Composite parent, String id, Iterable<String> items) {
    Combo combo = WidgetId.mark(new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN), id);
    items.forEach(combo::add);
    combo.select(0);
    return combo;
  }

  private static Spinner spinner(Composite parent, String id, int least, int most, int now) {
    Spinner spinner = WidgetId.mark(new Spinner(parent, SWT.BORDER), id);
    spinner.setValues(now, least, most, 0, 1, 10);
    return spinner;
  }

  private void browseTable() {
    var dialog = new FileDialog(area.getShell(), SWT.OPEN);
    dialog.setFilterExtensions(new String[] {"*.csv", "*"});
    Optional.ofNullable(dialog.open()).ifPresent(table::setText);
  }

  private void browseFolder(Text text) {
    var dialog = new DirectoryDialog(area.getShell(), SWT.OPEN);
    Optional.ofNullable(dialog.open()).ifPresent(text::setText);
  }

  private void listen() {
    for (Text text : List.of(table, doses, folder)) {
      text.addModifyListener(e -> changed.run());
    }
    for (Spinner spinner : List.of(patients, folds, epochs)) {
      spinner.addModifyListener(e -> changed.run());
    }
    var listener =
        SelectionListener.widgetSelectedAdapter(
            e -> {
              enableWhatCounts();
              changed.run();
            });
    for (Button button : List.of(synthetic, fromTable, dose)) {
      button.addSelectionListener(listener);
    }
    for (Combo combo : List.of(sequences, variant, voxels)) {
      combo.addSelectionListener(listener);
    }
  }

  private void enableWhatCounts() {
    boolean made = synthetic.getSelection();
    patients.setEnabled(made);
    table.setEnabled(!made);
    doses.setEnabled(!made && dose.getSelection());
  }

  /** Nothing can be changed while it runs. */
  void setEnabled(boolean enabled) {
    area.setEnabled(enabled);
  }

  TrainingEntry entry() {
    return new TrainingEntry(
        synthetic.getSelection(),
        patients.getSelection(),
        table.getText(),
        doses.getText(),
        new ModelInputs(sequencesByTitle.get(sequences.getText()), dose.getSelection()),
        variant.getSelectionIndex() == 0 ? NetworkVariant.FAST : NetworkVariant.PAPER,
        TrainingEntry.VOXELS_MM.get(voxels.getSelectionIndex()),
        folds.getSelection(),
        epochs.getSelection(),
        folder.getText());
  }
}
