/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Comparator;
import java.util.function.Function;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * Adds columns to one table of rows {@code R}; a click on a head sorts by it, a second click turns
 * the order round, a third restores the order of the model. UI thread only.
 */
public final class TableColumns<R> {

  /** Margins of a head and the sign of the order, in average characters. */
  private static final int HEAD_ROOM = 3;

  /** A column does not become wider than this by itself. */
  private static final int MOST_CHARACTERS = 60;

  private static final String FITTED = "org.recourse.fitted";

  private final TableViewer viewer;
  private final Class<R> rowType;

  public TableColumns(TableViewer viewer, Class<R> rowType) {
    this.viewer = viewer;
    this.rowType = rowType;
  }

  /** Adds a left-aligned column sorted by its text. */
  public TableViewerColumn text(String head, int characters, Function<R, String> text) {
    return add(head, characters, SWT.LEFT, text, Comparator.comparing(text));
  }

  /** Adds a right-aligned column sorted by {@code order}. */
  public TableViewerColumn number(
      String head, int characters, Function<R, String> text, Comparator<R> order) {
    return add(head, characters, SWT.RIGHT, text, order);
  }

  /** Gives a column a tool tip of its own; empty text for none. UI thread only. */
  public void toolTip(
      TableViewerColumn column, Function<R, String> text, Function<R, String> toolTip) {
    column.setLabelProvider(new CellLabels<>(rowType, text, toolTip));
  }

  /** Ends the table with an empty column, which takes the width that numbers do not need. */
  public void fill() {
    var filler = new TableViewerColumn(viewer, SWT.LEFT);
    filler.getColumn().setMoveable(false);
    filler.getColumn().setWidth(1);
    filler.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> ""));
  }

  private TableViewerColumn add(
      String head, int characters, int alignment, Function<R, String> text, Comparator<R> order) {
    var column = new TableViewerColumn(viewer, alignment);
    column.getColumn().setText(head);
    column
        .getColumn()
        .setWidth(
            Math.max(
                SwtMetrics.columnWidth(viewer.getTable(), characters), headWidth(column, head)));
    column.getColumn().setMoveable(true);
    column.setLabelProvider(new CellLabels<>(rowType, text, characters));
    sortOnClick(column.getColumn(), order);
    return column;
  }

  /** Heads are bold in some themes. */
  private static int headWidth(TableViewerColumn column, String head) {
    Table table = column.getColumn().getParent();
    return SwtMetrics.boldWidth(table, head) + HEAD_ROOM * SwtMetrics.averageCharacterWidth(table);
  }

  /**
   * Widens the columns to their texts, once, when the table gets its first rows; what the user
   * changes afterwards stays.
   */
  public static void fit(Table table) {
    if (table.getItemCount() == 0 || table.getData(FITTED) != null) {
      return;
    }
    table.setData(FITTED, true);
    int character = SwtMetrics.averageCharacterWidth(table);
    GC gc = new GC(table);
    try {
      for (int i = 0; i < table.getColumnCount(); i++) {
        TableColumn column = table.getColumn(i);
        int widest = 0;
        for (TableItem item : table.getItems()) {
          Image image = item.getImage(i);
          int decoration = image == null ? 0 : image.getBounds().width + character;
          widest = Math.max(widest, decoration + gc.textExtent(item.getText(i)).x);
        }
        boolean hasCheckBox = i == 0 && (table.getStyle() & SWT.CHECK) != 0;
        int wanted = widest + (hasCheckBox ? HEAD_ROOM + 2 : 2) * character;
        int most = Math.max(column.getWidth(), MOST_CHARACTERS * character);
        column.setWidth(Math.max(column.getWidth(), Math.min(wanted, most)));
      }
    } finally {
      gc.dispose();
    }
  }

  private void sortOnClick(TableColumn column, Comparator<R> order) {
    column.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              int direction = nextDirection(column);
              column.getParent().setSortColumn(direction == SWT.NONE ? null : column);
              column.getParent().setSortDirection(direction);
              viewer.setComparator(direction == SWT.NONE ? null : comparator(order, direction));
            }));
  }

  private static int nextDirection(TableColumn column) {
    if (column.getParent().getSortColumn() != column) {
      return SWT.UP;
    }
    return column.getParent().getSortDirection() == SWT.UP ? SWT.DOWN : SWT.NONE;
  }

  private ViewerComparator comparator(Comparator<R> order, int direction) {
    Comparator<R> directed = direction == SWT.UP ? order : order.reversed();
    return new ViewerComparator() {
      @Override
      public int compare(Viewer sorted, Object one, Object other) {
        return directed.compare(rowType.cast(one), rowType.cast(other));
      }
    };
  }
}
