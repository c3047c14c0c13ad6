/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/**
 * Cells that are grey while their text is older than the rest of the row. UI thread only.
 *
 * @param <R> type of the rows
 */
public final class FadingLabels<R> extends ColumnLabelProvider {

  private final Control owner;
  private final Class<R> rowType;
  private final Function<R, String> text;
  private final Function<R, String> toolTip;
  private final Predicate<R> faded;

  /** Makes the labels of one column of a table. */
  public FadingLabels(
      Control owner,
      Class<R> rowType,
      Function<R, String> text,
      Function<R, String> toolTip,
      Predicate<R> faded) {
    this.owner = owner;
    this.rowType = rowType;
    this.text = text;
    this.toolTip = toolTip;
    this.faded = faded;
  }

  @Override
  public String getText(Object row) {
    return text.apply(rowType.cast(row));
  }

  @Override
  public String getToolTipText(Object row) {
    return ToolTipText.of(toolTip.apply(rowType.cast(row)));
  }

  @Override
  public Color getForeground(Object row) {
    return faded.test(rowType.cast(row))
        ? owner.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
        : null; // JFace: the colour of the table
  }
}
