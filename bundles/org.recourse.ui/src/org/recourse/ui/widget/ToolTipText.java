/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

/** Long sentences for tool tips. Stateless. */
public final class ToolTipText {

  private ToolTipText() {}

  /** The same text with line breaks inside its lines, so that it fits on a screen. */
  public static String of(String text) {
    return String.join("\n", text.lines().map(CellLabels::inLines).toList());
  }
}
