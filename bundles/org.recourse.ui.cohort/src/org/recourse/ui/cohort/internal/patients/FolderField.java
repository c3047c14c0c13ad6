/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Text;
import org.recourse.ui.widget.WidgetId;

/** A folder as text with a button that chooses one. */
final class FolderField {

  private static final int WIDTH = 420;

  private final Composite area;
  private final Text text;

  FolderField(Composite parent, String id, String message) {
    area = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
    text = WidgetId.mark(new Text(area, SWT.BORDER), id);
    text.setMessage(message);
    GridDataFactory.fillDefaults()
        .align(SWT.FILL, SWT.CENTER)
        .grab(true, false)
        .hint(WIDTH, SWT.DEFAULT)
        .applyTo(text);
    Button choose = WidgetId.mark(new Button(area, SWT.PUSH), id + ".choose");
    choose.setText("Choose...");
    choose.addListener(SWT.Selection, event -> choose());
  }

  private void choose() {
    var dialog = new DirectoryDialog(area.getShell());
    dialog.setFilterPath(text.getText().strip());
    String chosen = dialog.open();
    if (chosen != null) { // SWT: null when cancelled
      text.setText(chosen);
    }
  }

  Control control() {
    return area;
  }

  String text() {
    return text.getText();
  }

  void addListener(Runnable listener) {
    text.addModifyListener(event -> listener.run());
  }
}
