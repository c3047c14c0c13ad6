/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTable;
import org.recourse.radiobiology.ledger.RecoveryTables;

/**
 * Chooses the recovery table of an organ in a cell. A target cannot be edited: there is nothing to
 * choose. UI thread only.
 */
final class RecoveryCell extends EditingSupport {

  private final ComboBoxCellEditor editor;
  private final BiConsumer<LedgerLine, Optional<RecoveryTable>> choose;

  /**
   * Makes the editing of one column.
   *
   * @param choose told the table, or empty for none
   */
  RecoveryCell(TableViewer viewer, BiConsumer<LedgerLine, Optional<RecoveryTable>> choose) {
    super(viewer);
    this.choose = choose;
    String[] choices =
        Stream.concat(
                Stream.of(LedgerText.NO_RECOVERY),
                RecoveryTables.ALL.stream().map(LedgerText::choice))
            .toArray(String[]::new);
    editor = new ComboBoxCellEditor(viewer.getTable(), choices, SWT.READ_ONLY);
    editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
  }

  @Override
  protected CellEditor getCellEditor(Object row) {
    return editor;
  }

  @Override
  protected boolean canEdit(Object row) {
    return !((LedgerLine) row).isTarget();
  }

  @Override
  protected Object getValue(Object row) {
    return switch (((LedgerLine) row).structure().chosenRecovery()) {
      case RecoveryConvention.NoRecovery none -> 0;
      case RecoveryConvention.TableRecovery(RecoveryTable table) ->
          RecoveryTables.ALL.indexOf(table) + 1;
    };
  }

  @Override
  protected void setValue(Object row, Object chosen) {
    int index = (Integer) chosen;
    if (index >= 0 && !chosen.equals(getValue(row))) {
      choose.accept(
          (LedgerLine) row,
          index == 0 ? Optional.empty() : Optional.of(RecoveryTables.ALL.get(index - 1)));
    }
  }
}
