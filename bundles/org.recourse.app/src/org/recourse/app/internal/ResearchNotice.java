/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The splash: product name and the research-only notice, shown until the window is open. */
final class ResearchNotice {

  static final String TEXT = "Research only, not for clinical decisions";

  private static final Color BACKGROUND = new Color(16, 18, 20);
  private static final Color FOREGROUND = new Color(226, 229, 233);
  private static final Color QUIET = new Color(150, 156, 164);
  private static final int WIDTH = 420;

  private final Shell shell;

  private ResearchNotice(Shell shell) {
    this.shell = shell;
  }

  static ResearchNotice open(Display display) {
    Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
    shell.setBackground(BACKGROUND);
    shell.setLayout(new GridLayout());
    GridLayout layout = (GridLayout) shell.getLayout();
    layout.marginWidth = 32;
    layout.marginHeight = 32;
    layout.verticalSpacing = 8;
    FontData base = display.getSystemFont().getFontData()[0];
    Font title = new Font(display, base.getName(), base.getHeight() * 2, SWT.NORMAL);
    addLabel(shell, "ReCourse", FOREGROUND).setFont(title);
    addLabel(shell, "Planning a second course of radiotherapy", FOREGROUND);
    addLabel(shell, TEXT, QUIET);
    shell.addDisposeListener(e -> title.dispose());
    shell.pack();
    shell.setSize(Math.max(WIDTH, shell.getSize().x), shell.getSize().y);
    Rectangle screen = display.getPrimaryMonitor().getBounds();
    shell.setLocation(
        screen.x + (screen.width - shell.getSize().x) / 2,
        screen.y + (screen.height - shell.getSize().y) / 3);
    shell.open();
    while (display.readAndDispatch()) {
      // lets the notice paint before the workbench takes the thread
    }
    return new ResearchNotice(shell);
  }

  private static Label addLabel(Shell parent, String text, Color colour) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    label.setBackground(BACKGROUND);
    label.setForeground(colour);
    label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return label;
  }

  void close() {
    if (!shell.isDisposed()) {
      shell.dispose();
    }
  }
}
