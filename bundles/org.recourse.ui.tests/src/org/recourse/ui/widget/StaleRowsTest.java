/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaleRowsTest {

  private OpenShell window;
  private Table table;
  private StaleRows rows;

  @BeforeEach
  void open() {
    window = new OpenShell();
    table = new Table(window.shell(), SWT.NONE);
    rows = new StaleRows(table);
    new TableItem(table, SWT.NONE).setText("61.6");
    new TableItem(table, SWT.NONE).setText("62.7");
    window.open();
  }

  @AfterEach
  void close() {
    if (window != null) { // without a display there is none
      window.close();
    }
  }

  private Color grey() {
    return table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
  }

  private boolean allGrey() {
    return Arrays.stream(table.getItems()).allMatch(row -> row.getForeground().equals(grey()));
  }

  @Test
  void everyRowIsGreyWhileStale() {
    Color before = table.getItem(1).getForeground();
    assertNotEquals(grey(), before);

    rows.setStale(true);
    assertTrue(allGrey());

    rows.setStale(false);
    assertEquals(before, table.getItem(0).getForeground());
    assertEquals(before, table.getItem(1).getForeground());
  }

  @Test
  void newRowsAreAsStaleAsTheOthers() {
    rows.setStale(true);

    new TableItem(table, SWT.NONE).setText("63.3");
    rows.rowsChanged();

    assertTrue(allGrey());
  }
}
