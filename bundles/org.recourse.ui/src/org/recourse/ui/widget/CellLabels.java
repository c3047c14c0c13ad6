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
import org.eclipse.jface.viewers.ColumnLabelProvider;

/**
 * Text of the cells of one column; a text that is longer than the column is shown whole, in lines,
 * when the pointer rests on it.
 */
final class CellLabels<R> extends ColumnLabelProvider {

  private static final int LINE_CHARACTERS = 90;

  private final Class<R> rowType;
  private final Function<R, String> text;
  private final Function<R, String> toolTip;

  CellLabels(Class<R> rowType, Function<R, String> text, int columnCharacters) {
    this(rowType, text, row -> whole(text.apply(row), columnCharacters));
  }

  /**
   * Makes labels with a tool tip of their own.
   *
   * @param toolTip empty text for none
   */
  CellLabels(Class<R> rowType, Function<R, String> text, Function<R, String> toolTip) {
    this.rowType = rowType;
    this.text = text;
    this.toolTip = toolTip;
  }

  private static String whole(String text, int columnCharacters) {
    return text.length() > columnCharacters ? text : "";
  }

  @Override
  public String getText(Object row) {
    return text.apply(rowType.cast(row));
  }

  @Override
  public String getToolTipText(Object row) {
    String shown = toolTip.apply(rowType.cast(row));
    return shown.isEmpty() ? null : ToolTipText.of(shown); // JFace: null is no tool tip
  }

  /** Breaks a text at blanks into lines of at most about 90 characters. */
  static String inLines(String text) {
    var lines = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      if (used > 0 && used + word.length() >= LINE_CHARACTERS) {
        lines.append('\n');
        used = 0;
      } else if (used > 0) {
        lines.append(' ');
        used++;
      }
      lines.append(word);
      used += word.length();
    }
    return lines.toString();
  }
}
