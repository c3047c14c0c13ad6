/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.courses;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.ModelFactory;
import org.recourse.model.TypedDose;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Asks for one dose figure of a paper record. */
final class TypedDoseDialog extends TitleAreaDialog {

  private static final NumberRule DOSE = NumberRule.notNegative(300, "Gy");
  private static final String PROMPT =
      "Enter one figure as it stands in the record: physical dose of the whole course.";

  private final List<String> structureNames;
  private Combo structure;
  private Combo metric;
  private Text dose;
  private Text source;
  private final TypedDose result = ModelFactory.eINSTANCE.createTypedDose();

  TypedDoseDialog(Shell parent, List<String> structureNames) {
    super(parent);
    this.structureNames = structureNames;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Add dose figure");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite fields = new Composite(area, SWT.NONE);
    fields.setLayout(new GridLayout(3, false));
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    structure = combo(fields, "figureStructure", "Structure", structureNames);
    metric = combo(fields, "figureMetric", "Metric", List.of("Dmax", "D0.03cc", "D0.1cc", "Dmean"));
    new Label(fields, SWT.NONE).setText("Dose");
    dose = WidgetId.mark(new Text(fields, SWT.BORDER | SWT.RIGHT), "figureDose");
    dose.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    new Label(fields, SWT.NONE).setText("Gy");
    new Label(fields, SWT.NONE).setText("Read in");
    source = WidgetId.mark(new Text(fields, SWT.BORDER), "figureSource");
    source.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    setTitle("Dose figure from paper");
    setMessage(PROMPT);
    structure.addModifyListener(e -> check());
    metric.addModifyListener(e -> check());
    dose.addModifyListener(e -> check());
    return area;
  }

  private static Combo combo(Composite parent, String id, String label, List<String> items) {
    new Label(parent, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(parent, SWT.DROP_DOWN), id);
    combo.setItems(items.toArray(String[]::new));
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    return combo;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    super.createButtonsForButtonBar(parent);
    WidgetId.mark(getButton(OK), "figureOk");
    getButton(OK).setText("Add");
    getButton(OK).setEnabled(false);
  }

  private void check() {
    Optional<String> complaint = complaint();
    setErrorMessage(complaint.orElse(null)); // JFace: null is no message
    getButton(OK).setEnabled(complaint.isEmpty());
  }

  private Optional<String> complaint() {
    if (structure.getText().isBlank()) {
      return Optional.of("Name the structure.");
    }
    try {
      DoseMetric.parse(metric.getText());
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    return DOSE.complaint(dose.getText());
  }

  @Override
  protected void okPressed() {
    result.setStructureName(structure.getText().strip());
    result.setMetric(metric.getText().strip());
    result.setDoseGy(NumberText.parse(dose.getText()).getAsDouble());
    result.setSourceText(source.getText().strip());
    super.okPressed();
  }

  /** The figure that was entered; call it once after the dialog returned OK. */
  TypedDose typedDose() {
    return result;
  }
}
