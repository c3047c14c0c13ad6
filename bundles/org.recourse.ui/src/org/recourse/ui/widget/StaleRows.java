/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Greys the rows of a table while their numbers are stale. The rows are coloured and not the table,
 * whose colour is a new style for all of its heads and cells. UI thread only.
 */
public final class StaleRows {

  private final Table table;
  private boolean stale;

  public StaleRows(Table table) {
    this.table = Objects.requireNonNull(table, "table");
  }

  /** Greys all rows, or gives them the colour of the theme. */
  public void setStale(boolean nowStale) {
    if (stale != nowStale) {
      stale = nowStale;
      colour();
    }
  }

  /** Rows were added or exchanged: they are as stale as the others. */
  public void rowsChanged() {
    if (stale) {
      colour();
    }
  }

  private void colour() {
    Color grey = table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    for (TableItem item : table.getItems()) {
      item.setForeground(stale ? grey : null); // SWT: null is the colour of the table
    }
  }
}
