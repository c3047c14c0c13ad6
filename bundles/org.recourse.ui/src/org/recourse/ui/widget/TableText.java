/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table as tab-separated text, as it stands on the screen: heads, order and units. Stateless. */
public final class TableText {

  private TableText() {}

  public static String tsv(Table table) {
    return text(table, "\t", UnaryOperator.identity());
  }

  /** Comma-separated text; cells with a comma or a quotation mark stand in quotation marks. */
  public static String csv(Table table) {
    return text(table, ",", TableText::quotedIfNeeded);
  }

  private static String text(Table table, String separator, UnaryOperator<String> cell) {
    int[] order =
        Arrays.stream(table.getColumnOrder())
            .filter(column -> !table.getColumn(column).getText().isEmpty()) // the filler
            .toArray();
    var text = new StringBuilder();
    text.append(
            Arrays.stream(order)
                .mapToObj(table::getColumn)
                .map(TableColumn::getText)
                .map(cell)
                .collect(Collectors.joining(separator)))
        .append('\n');
    for (TableItem item : table.getItems()) {
      text.append(
              Arrays.stream(order)
                  .mapToObj(item::getText)
                  .map(cell)
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }
    return text.toString();
  }

  private static String quotedIfNeeded(String cell) {
    return cell.contains(",") || cell.contains("\"") || cell.contains("\n")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  public static void copyAsTsv(Table table) {
    var clipboard = new Clipboard(table.getDisplay());
    try {
      clipboard.setContents(new Object[] {tsv(table)}, new Transfer[] {TextTransfer.getInstance()});
    } finally {
      clipboard.dispose();
    }
  }
}
