/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.widget;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Sizes that follow the font, so that nothing is clipped at other scalings. Stateless. */
public final class SwtMetrics {

  private SwtMetrics() {}

  /** Average width of a character in the font of {@code control}, points, at least 1. */
  public static int averageCharacterWidth(Control control) {
    GC gc = new GC(control);
    try {
      return Math.max(1, (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth()));
    } finally {
      gc.dispose();
    }
  }

  /** Width of {@code characters} average characters plus the margins of a table cell. */
  public static int columnWidth(Control control, int characters) {
    return (characters + 2) * averageCharacterWidth(control);
  }
}
