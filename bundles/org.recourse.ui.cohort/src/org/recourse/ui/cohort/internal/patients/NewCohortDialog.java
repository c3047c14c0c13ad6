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
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.recourse.ui.widget.WidgetId;

/** Asks for a synthetic cohort. */
final class NewCohortDialog extends TitleAreaDialog {

  private static final String ID = "newCohort";
  private static final int MOST_PATIENTS = 10_000;
  private static final int MOST_READERS = 4;

  private static final String MESSAGE =
      "Made-up patients with CT, T1, T1C, T2, structures, two courses and outcomes, as DICOM.\n"
          + "Nothing learnt from them says anything about a person.";

  private Spinner patients;
  private Spinner testPatients;
  private Spinner readers;
  private Spinner seed;
  private FolderField folder;
  private NewCohortRequest request;

  NewCohortDialog(Shell parent) {
    super(parent);
  }

  /** Returns what was asked for; only after OK. */
  NewCohortRequest request() {
    return request;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("New Synthetic Cohort");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("New synthetic cohort");
    setMessage(MESSAGE);
    var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(area);
    patients = spinner(area, "Patients", "patients", 1, MOST_PATIENTS, 60);
    remark(area, "each takes about a second and 5 to 11 MB");
    testPatients = spinner(area, "Of them for tests", "testPatients", 0, MOST_PATIENTS, 20);
    remark(area, "split \"test\"; the others are the split \"train\"");
    readers = spinner(area, "Readers", "readers", 1, MOST_READERS, 1);
    remark(area, "structure sets per patient; two for the agreement between readers");
    seed = spinner(area, "Seed", "seed", 1, Integer.MAX_VALUE, 1);
    remark(area, "the same seed gives the same patients");
    new Label(area, SWT.NONE).setText("Folder");
    folder = new FolderField(area, ID + ".folder", "folder that is made if it is missing");
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(folder.control());
    patients.addModifyListener(event -> check());
    testPatients.addModifyListener(event -> check());
    folder.addListener(this::check);
    return area;
  }

  private static Spinner spinner(
      Composite area, String label, String id, int least, int most, int value) {
    new Label(area, SWT.NONE).setText(label);
    Spinner spinner = WidgetId.mark(new Spinner(area, SWT.BORDER), ID + "." + id);
    spinner.setValues(value, least, most, 0, 1, 10);
    GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(spinner);
    return spinner;
  }

  private static void remark(Composite area, String text) {
    new Label(area, SWT.NONE).setText(text);
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Make Cohort", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    getButton(IDialogConstants.OK_ID).setEnabled(problem().isEmpty());
  }

  private Optional<String> problem() {
    return NewCohortRequest.problem(
        patients.getSelection(), testPatients.getSelection(), folder.text());
  }

  private void check() {
    Optional<String> problem = problem();
    setMessage(
        problem.orElse(MESSAGE),
        problem.isPresent() ? IMessageProvider.WARNING : IMessageProvider.NONE);
    if (getButton(IDialogConstants.OK_ID) != null) { // JFace: none before the bar is made
      getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
    }
  }

  @Override
  protected void okPressed() {
    request =
        new NewCohortRequest(
            patients.getSelection(),
            testPatients.getSelection(),
            readers.getSelection(),
            seed.getSelection(),
            Path.of(folder.text().strip()));
    super.okPressed();
  }
}
