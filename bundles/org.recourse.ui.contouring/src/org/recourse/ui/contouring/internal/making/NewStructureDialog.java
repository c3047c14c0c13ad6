/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.recourse.ui.contouring.internal.edit.NewStructure;
import org.recourse.ui.contouring.internal.edit.StructureOrigin;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;

/** Asks for the name, type and colour of a structure to be drawn. UI thread only. */
public final class NewStructureDialog extends TitleAreaDialog {

  private final CaseSession session;
  private StructureNameFields fields;
  private Optional<NewStructure> wanted = Optional.empty();

  public NewStructureDialog(Shell parent, CaseSession session) {
    super(parent);
    this.session = session;
  }

  /** What was entered; empty if the dialog was cancelled. */
  public Optional<NewStructure> wanted() {
    return wanted;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("New Structure");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("New structure");
    setMessage(
        "It is empty at first: draw it on the axial slices with brush, polygon or freehand.");
    Composite area = (Composite) super.createDialogArea(parent);
    var body = new Composite(area, SWT.NONE);
    body.setLayout(new GridLayout(2, false));
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    int count = (int) StructureRows.all(session).count();
    fields = new StructureNameFields(body, count, this::check);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Create", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  private void check() {
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok == null || fields == null) {
      return; // the dialog is being built
    }
    String name = fields.name();
    boolean taken = StructureRows.names(session).contains(name);
    setErrorMessage(taken ? "There is a structure " + name + " already." : null); // JFace: none
    ok.setEnabled(!name.isEmpty() && !taken);
  }

  @Override
  protected void okPressed() {
    wanted = fields.entered(StructureOrigin.DRAWN);
    super.okPressed();
  }
}
