/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.Objects;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.inference.library.InstalledModel;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.WidgetId;

/** Shows a model card as it was written. UI thread only. */
final class CardDialog extends Dialog {

  private static final int CHARACTERS = 100;
  private static final int LINES = 32;

  private final InstalledModel.Sound model;

  CardDialog(Shell parent, InstalledModel.Sound model) {
    super(parent);
    this.model = Objects.requireNonNull(model, "model");
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Model Card of " + model.description().identity().title());
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    var area = (Composite) super.createDialogArea(parent);
    var text =
        WidgetId.mark(
            new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.WRAP),
            "inference.card");
    text.setFont(JFaceResources.getTextFont());
    text.setText(model.card());
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .hint(CHARACTERS * SwtMetrics.averageCharacterWidth(text), LINES * text.getLineHeight())
        .applyTo(text);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }
}
