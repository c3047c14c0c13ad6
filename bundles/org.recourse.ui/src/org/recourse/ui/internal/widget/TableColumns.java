/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.widget;

import java.util.Comparator;
import java.util.function.Function;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.TableColumn;

/**
 * Adds columns to one table of rows {@code R}; a click on a head sorts by it, a second click turns
 * the order round, a third restores the order of the model. UI thread only.
 */
public final class TableColumns<R> {

  /** Heads are bold in some themes and carry the sign of the order. */
  private static final int HEAD_ROOM = 2;

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
            SwtMetrics.columnWidth(
                viewer.getTable(), Math.max(characters, head.length() + HEAD_ROOM)));
    column.getColumn().setMoveable(true);
    column.setLabelProvider(new CellLabels<>(rowType, text, characters));
    sortOnClick(column.getColumn(), order);
    return column;
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
