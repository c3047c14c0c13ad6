/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.cohort.extraction.DoseVolumeGrid;
import org.recourse.inference.network.NetworkSize;
import org.recourse.ui.widget.WidgetId;

/** Asks what is to be extracted from the open cohort. */
final class ExtractDialog extends TitleAreaDialog {

  private static final String ID = "extract";

  private static final List<Optional<DoseVolumeGrid>> GRIDS =
      List.of(
          Optional.of(DoseVolumeGrid.STANDARD),
          Optional.of(new DoseVolumeGrid(NetworkSize.PAPER, 1)),
          Optional.empty());

  private final String cohort;
  private Text structure;
  private Combo doses;
  private FolderField deepFeatures;
  private ExtractOptions options;

  ExtractDialog(Shell parent, String cohort) {
    super(parent);
    this.cohort = cohort;
  }

  /** Returns what was asked for; only after OK. */
  ExtractOptions options() {
    return options;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Extract Features");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Extract features and dose volumes");
    setMessage(
        "The 2,106 features of Liu 2023 of every case of "
            + cohort
            + ".\nStopped, it goes on with the cases that are missing.");
    var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
    new Label(area, SWT.NONE).setText("Structure");
    structure = WidgetId.mark(new Text(area, SWT.BORDER), ID + ".structure");
    structure.setText("PTVnx");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(structure);
    structure.addModifyListener(
        event -> getButton(IDialogConstants.OK_ID).setEnabled(!structure.getText().isBlank()));
    new Label(area, SWT.NONE).setText("Dose volumes");
    doses = WidgetId.mark(new Combo(area, SWT.READ_ONLY), ID + ".doses");
    GRIDS.forEach(grid -> doses.add(text(grid)));
    doses.select(0);
    new Label(area, SWT.NONE).setText("Deep features");
    deepFeatures =
        new FolderField(area, ID + ".deepFeatures", "folder of a network package; empty: none");
    GridDataFactory.fillDefaults().grab(true, false).applyTo(deepFeatures.control());
    return area;
  }

  /** Returns how a grid is named to the user. */
  static String text(Optional<DoseVolumeGrid> grid) {
    return grid.map(
            own ->
                plain(own.size(), own.spacingMm())
                    + (own.size().equals(NetworkSize.PAPER)
                        ? ", as in the paper (networks train for hours)"
                        : " (networks train in minutes)"))
        .orElse("none: networks with dose cannot be trained");
  }

  /** Returns such as {@code 30 × 30 × 20 voxels of 4 mm}. */
  static String plain(NetworkSize size, double spacingMm) {
    return "%d × %d × %d voxels of %s mm"
        .formatted(
            size.sizeX(),
            size.sizeY(),
            size.sizeZ(),
            String.valueOf(spacingMm).replaceAll("\\.0$", ""));
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Extract", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  @Override
  protected void okPressed() {
    options =
        new ExtractOptions(
            structure.getText().strip(),
            GRIDS.get(doses.getSelectionIndex()),
            Optional.of(deepFeatures.text().strip()).filter(text -> !text.isEmpty()).map(Path::of));
    super.okPressed();
  }
}
