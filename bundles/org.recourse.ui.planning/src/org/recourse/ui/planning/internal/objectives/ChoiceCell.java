/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;

/** Chooses one of some names in a cell. UI thread only. */
final class ChoiceCell<R> extends EditingSupport {

  private final ComboBoxCellEditor editor;
  private final Class<R> rowType;
  private final Supplier<List<String>> choices;
  private final Function<R, String> read;
  private final BiConsumer<R, String> write;

  ChoiceCell(
      TableViewer viewer,
      Class<R> rowType,
      Supplier<List<String>> choices,
      Function<R, String> read,
      BiConsumer<R, String> write) {
    super(viewer);
    this.rowType = rowType;
    this.choices = choices;
    this.read = read;
    this.write = write;
    editor = new ComboBoxCellEditor(viewer.getTable(), new String[0], SWT.READ_ONLY);
    editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
  }

  @Override
  protected CellEditor getCellEditor(Object row) {
    editor.setItems(choices.get().toArray(String[]::new));
    return editor;
  }

  @Override
  protected boolean canEdit(Object row) {
    return true;
  }

  @Override
  protected Object getValue(Object row) {
    return choices.get().indexOf(read.apply(rowType.cast(row)));
  }

  @Override
  protected void setValue(Object row, Object chosen) {
    int index = (Integer) chosen;
    if (index >= 0 && !chosen.equals(getValue(row))) {
      write.accept(rowType.cast(row), choices.get().get(index));
    }
  }
}
