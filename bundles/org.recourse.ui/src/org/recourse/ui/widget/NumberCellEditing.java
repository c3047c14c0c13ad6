/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Predicate;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;

/** Edits a number in a cell of a table; a refused text is dropped with the cell. UI thread only. */
public final class NumberCellEditing<R> extends EditingSupport {

  /** The number of a row: its rule, its decimals, and how it is read and written. */
  public record Cell<R>(
      NumberRule rule,
      int decimals,
      Function<R, OptionalDouble> read,
      ObjDoubleConsumer<R> write) {}

  private final TextCellEditor editor;
  private final Class<R> rowType;
  private final Cell<R> cell;
  private final Predicate<R> editable;

  public NumberCellEditing(
      TableViewer viewer, Class<R> rowType, Cell<R> cell, Predicate<R> editable) {
    super(viewer);
    this.rowType = rowType;
    this.cell = cell;
    this.editable = editable;
    editor = new TextCellEditor(viewer.getTable(), SWT.RIGHT);
    editor.setValidator(
        typed -> cell.rule().complaint(String.valueOf(typed)).orElse(null)); // JFace: null is good
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
    OptionalDouble value = cell.read().apply(rowType.cast(row));
    return value.isPresent() ? NumberText.editable(value.getAsDouble(), cell.decimals()) : "";
  }

  @Override
  protected void setValue(Object row, Object typed) {
    Optional<String> text = Optional.ofNullable((String) typed); // null: refused by the validator
    text.filter(t -> !t.equals(getValue(row)))
        .filter(t -> cell.rule().complaint(t).isEmpty())
        .map(NumberText::parse)
        .ifPresent(value -> cell.write().accept(rowType.cast(row), value.getAsDouble()));
  }
}
