/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.recourse.ui.widget.WidgetId;

/** Asks what is to be trained on the open cohort. */
final class TrainDialog extends TitleAreaDialog {

  private static final String ID = "train";

  private final String cohort;
  private Combo system;
  private Button quick;
  private Spinner seed;
  private Text folder;
  private TrainRequest request;

  TrainDialog(Shell parent, String cohort) {
    super(parent);
    this.cohort = cohort;
  }

  /** Returns what was asked for; only after OK. */
  TrainRequest request() {
    return request;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Train models");
    setMessage("On the split \"train\" of " + cohort + "; judged on its other splits.");
    var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
    label(area, "System");
    system = WidgetId.mark(new Combo(area, SWT.READ_ONLY), ID + ".system");
    system.setItems(
        Arrays.stream(TrainedSystem.values()).map(TrainedSystem::title).toArray(String[]::new));
    system.select(0);
    label(area, "Seed");
    seed = WidgetId.mark(new Spinner(area, SWT.BORDER), ID + ".seed");
    seed.setValues(1, 1, Integer.MAX_VALUE, 0, 1, 100);
    label(area, "Settings");
    quick = WidgetId.mark(new Button(area, SWT.CHECK), ID + ".quick");
    quick.setText("Small and quick: shows the way, its figures are not the paper's");
    label(area, "Model packages to");
    folder = WidgetId.mark(new Text(area, SWT.BORDER), ID + ".folder");
    folder.setMessage("folder; empty: the models are not kept");
    GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(folder);
    return area;
  }

  private static void label(Composite area, String text) {
    new Label(area, SWT.NONE).setText(text);
  }

  @Override
  protected void okPressed() {
    request =
        new TrainRequest(
            TrainedSystem.values()[system.getSelectionIndex()],
            quick.getSelection(),
            seed.getSelection(),
            Optional.of(folder.getText().strip()).filter(text -> !text.isEmpty()).map(Path::of));
    super.okPressed();
  }
}
