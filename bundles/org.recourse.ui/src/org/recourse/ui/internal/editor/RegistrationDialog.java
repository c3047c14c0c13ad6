/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.UncertaintySource;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Asks for a registration as a typed or pasted 4x4 matrix. */
final class RegistrationDialog extends TitleAreaDialog {

  private static final NumberRule UNCERTAINTY = NumberRule.notNegative(100, "mm");
  private static final String PROMPT =
      "Type or paste 16 numbers, row by row, in millimetres. The matrix takes a point of the first"
          + " frame into the second.";

  private final List<FrameOfReference> frames;
  private final Registration result = ModelFactory.eINSTANCE.createRegistration();
  private Combo from;
  private Combo to;
  private Text matrix;
  private Text uncertainty;

  RegistrationDialog(Shell parent, List<FrameOfReference> frames) {
    super(parent);
    this.frames = List.copyOf(frames);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Add registration");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite fields = new Composite(area, SWT.NONE);
    fields.setLayout(new GridLayout(3, false));
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    from = frame(fields, "registrationFrom", "From");
    to = frame(fields, "registrationTo", "To");
    if (frames.size() >= 2) {
      from.select(1);
      to.select(0);
    }
    Label label = new Label(fields, SWT.NONE);
    label.setText("Matrix");
    label.setLayoutData(new GridData(SWT.LEFT, SWT.BEGINNING, false, false));
    matrix =
        WidgetId.mark(
            new Text(fields, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL), "registrationMatrix");
    matrix.setFont(JFaceResources.getTextFont());
    matrix.setText("1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1");
    var size = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
    size.heightHint = 5 * matrix.getLineHeight();
    matrix.setLayoutData(size);
    new Label(fields, SWT.NONE).setText("Uncertainty");
    uncertainty =
        WidgetId.mark(new Text(fields, SWT.BORDER | SWT.RIGHT), "registrationUncertainty");
    uncertainty.setMessage("unknown, counts as 3");
    uncertainty.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    new Label(fields, SWT.NONE).setText("mm");
    setTitle("Rigid registration");
    setMessage(PROMPT);
    from.addModifyListener(e -> check());
    to.addModifyListener(e -> check());
    matrix.addModifyListener(e -> check());
    uncertainty.addModifyListener(e -> check());
    return area;
  }

  private Combo frame(Composite parent, String id, String label) {
    new Label(parent, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), id);
    combo.setItems(frames.stream().map(RegistrationText::frame).toArray(String[]::new));
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    return combo;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    super.createButtonsForButtonBar(parent);
    WidgetId.mark(getButton(OK), "registrationOk");
    getButton(OK).setText("Add");
    getButton(OK).setEnabled(complaint().isEmpty());
  }

  private void check() {
    Optional<String> complaint = complaint();
    setErrorMessage(complaint.orElse(null)); // JFace: null is no message
    getButton(OK).setEnabled(complaint.isEmpty());
  }

  private Optional<String> complaint() {
    if (from.getSelectionIndex() < 0 || to.getSelectionIndex() < 0) {
      return Optional.of("Choose the two frames of reference.");
    }
    if (from.getSelectionIndex() == to.getSelectionIndex()) {
      return Optional.of("The registration has to lead to another frame of reference.");
    }
    Optional<String> ofMatrix = RegistrationText.matrixComplaint(matrix.getText());
    return ofMatrix.isPresent() || uncertainty.getText().isBlank()
        ? ofMatrix
        : UNCERTAINTY.complaint(uncertainty.getText());
  }

  @Override
  protected void okPressed() {
    FrameOfReference first = frames.get(from.getSelectionIndex());
    FrameOfReference second = frames.get(to.getSelectionIndex());
    result.setLabel(RegistrationText.frame(first) + " to " + RegistrationText.frame(second));
    result.setFrom(first);
    result.setTo(second);
    result.setSource(RegistrationSource.TYPED);
    Arrays.stream(RegistrationText.matrix(matrix.getText()).orElseThrow())
        .forEach(result.getMatrix()::add);
    OptionalDouble typedMm = NumberText.parse(uncertainty.getText());
    typedMm.ifPresent(
        mm -> {
          result.setUncertaintyMm(mm);
          result.setUncertaintySource(UncertaintySource.TYPED);
        });
    super.okPressed();
  }

  /** The registration that was entered; call it once after the dialog returned OK. */
  Registration registration() {
    return result;
  }
}
