/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;

/** Edits a text in a cell of a table of rows {@code R}. UI thread only. */
public final class TextCell<R> extends EditingSupport {

  private final TextCellEditor editor;
  private final Class<R> rowType;
  private final Function<R, String> read;
  private final BiConsumer<R, String> write;
  private final Predicate<R> editable;

  public TextCell(
      TableViewer viewer,
      Class<R> rowType,
      Function<R, String> read,
      BiConsumer<R, String> write,
      Predicate<R> editable) {
    super(viewer);
    this.rowType = rowType;
    this.read = read;
    this.write = write;
    this.editable = editable;
    editor = new TextCellEditor(viewer.getTable());
  }

  @Override
  protected CellEditor getCellEditor(Object row) {
    return editor;
  }

  @Override
  protected boolean canEdit(Object row) {
    return editable.test(rowType.cast(row));
  }

  @Override
  protected Object getValue(Object row) {
    return read.apply(rowType.cast(row));
  }

  @Override
  protected void setValue(Object row, Object typed) {
    String text = String.valueOf(typed).strip();
    if (!text.equals(getValue(row))) {
      write.accept(rowType.cast(row), text);
    }
  }
}
