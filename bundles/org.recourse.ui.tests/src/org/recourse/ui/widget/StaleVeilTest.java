/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;

class StaleVeilTest {

  /** Text of the theme is darker than this, 0 to 255. */
  private static final int BLACK = 80;

  /** Text under the veil is lighter than this, 0 to 255. */
  private static final int CLEARLY_LIGHTER = 130;

  @Test
  void staleNumbersAreClearlyLighter() {
    try (var window = new OpenShell()) {
      var table = new Table(window.shell(), SWT.NONE);
      new TableColumn(table, SWT.RIGHT).setWidth(200);
      new TableItem(table, SWT.NONE); // a table selects its first row when it is shown
      new TableItem(table, SWT.NONE).setText("61.6");
      var veil = new StaleVeil(table);
      window.open();
      window.waitUntil("black", () -> window.darkestOnScreen(table) < BLACK);

      veil.setStale(true);
      window.waitUntil("grey", () -> window.darkestOnScreen(table) > CLEARLY_LIGHTER);

      veil.setStale(false);
      window.waitUntil("black again", () -> window.darkestOnScreen(table) < BLACK);
    }
  }
}
