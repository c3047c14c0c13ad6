/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.WidgetId;

/** What the tabs of the page are made of, so that they are aligned alike. UI thread only. */
final class Blocks {

  private static final int MARGIN = 10;
  private static final int TABLE_CHARACTERS = 104;
  private static final int TEXT_LINES = 3;

  private Blocks() {}

  /** Adds a tab and returns its content with columns of a grid. */
  static Composite tab(TabFolder folder, String title, int columns) {
    var item = new TabItem(folder, SWT.NONE);
    item.setText(title);
    var content = new Composite(folder, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(columns).margins(MARGIN, MARGIN).applyTo(content);
    item.setControl(content);
    return content;
  }

  /** Adds a table over the whole width. */
  static TableViewer table(Composite parent, String id, int rows) {
    var viewer =
        new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    Table table = WidgetId.mark(viewer.getTable(), id);
    table.setHeaderVisible(true);
    GridDataFactory.fillDefaults()
        .grab(true, true)
        .span(2, 1)
        .hint(
            TABLE_CHARACTERS * SwtMetrics.averageCharacterWidth(table),
            (rows + 1) * table.getItemHeight())
        .applyTo(table);
    return viewer;
  }

  /** Adds a button on the left below a table. */
  static Button button(Composite parent, String id, String text) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(text);
    GridDataFactory.swtDefaults().align(SWT.FILL, SWT.TOP).applyTo(button);
    return button;
  }

  /** Adds wrapped text that has room for a few lines from the start, so that nothing jumps. */
  static Label sentence(Composite parent, String id, int span) {
    Label label = WidgetId.mark(new Label(parent, SWT.WRAP), id);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .span(span, 1)
        .hint(
            TABLE_CHARACTERS / 2 * SwtMetrics.averageCharacterWidth(label),
            TEXT_LINES * label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y)
        .applyTo(label);
    return label;
  }
}
