/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** A table of goals or figures of two plans. UI thread only. */
final class ComparedTable {

  private final TableViewer viewer;

  ComparedTable(Composite parent, String id, boolean withLimit) {
    viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), id);
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    var columns = new TableColumns<>(viewer, ComparedRow.class);
    columns.text("Structure", 12, ComparedRow::structure);
    columns.text(withLimit ? "Goal" : "Figure", 9, ComparedRow::figure);
    if (withLimit) {
      columns.text("Limit", 8, ComparedRow::limit);
    }
    columns.number(
        "First", 7, ComparedRow::firstText, Comparator.comparingDouble(r -> r.first().orElse(0)));
    columns.number(
        "Second",
        7,
        ComparedRow::secondText,
        Comparator.comparingDouble(r -> r.second().orElse(0)));
    columns.number(
        "Change",
        7,
        ComparedRow::differenceText,
        Comparator.comparingDouble(r -> r.difference().orElse(0)));
    columns.fill();
  }

  void show(List<ComparedRow> rows) {
    if (!rows.equals(viewer.getInput())) {
      viewer.setInput(rows);
      TableColumns.fit(viewer.getTable());
    }
  }
}
