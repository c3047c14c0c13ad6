/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * A veil over a table: while the numbers below it are stale they are seen through the background,
 * so that they are grey. One repainting in the place of a new style, which makes a large table
 * measure all its cells anew. UI thread only.
 */
public final class StaleVeil {

  /** Opacity out of 255, so that black text becomes as grey as that of a disabled widget. */
  private static final int OPACITY = 155;

  private static final boolean PAINTS_ON_TOP = "gtk".equals(SWT.getPlatform());

  private final Control control;
  private boolean stale;

  /** Makes a veil that is not drawn yet. */
  public StaleVeil(Control control) {
    this.control = Objects.requireNonNull(control, "control");
    if (PAINTS_ON_TOP) {
      control.addPaintListener(e -> paint(e.gc));
    }
  }

  public boolean isStale() {
    return stale;
  }

  /** Draws the veil or takes it away. */
  public void setStale(boolean nowStale) {
    if (stale == nowStale) {
      return;
    }
    stale = nowStale;
    if (PAINTS_ON_TOP) {
      control.redraw();
    } else {
      control.setForeground(
          stale
              ? control.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
              : null); // SWT: null is the colour of the theme
    }
  }

  private void paint(GC gc) {
    if (stale) {
      gc.setAlpha(OPACITY);
      gc.setBackground(control.getBackground());
      gc.fillRectangle(0, 0, control.getSize().x, control.getSize().y);
      gc.setAlpha(255);
    }
  }
}
