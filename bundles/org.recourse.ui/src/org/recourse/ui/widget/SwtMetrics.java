/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
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

  /** Width of a text in the bold variant of the font of {@code control}, points. */
  public static int boldWidth(Control control, String text) {
    GC gc = new GC(control);
    Font bold =
        FontDescriptor.createFrom(control.getFont())
            .setStyle(SWT.BOLD)
            .createFont(control.getDisplay());
    try {
      gc.setFont(bold);
      return gc.textExtent(text).x;
    } finally {
      gc.dispose();
      bold.dispose();
    }
  }
}
