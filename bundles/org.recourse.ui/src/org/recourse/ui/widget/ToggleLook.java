/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;

/**
 * Makes a pressed toggle show in every theme: some dark ones hardly tell it from one that is up.
 * Stateless; UI thread only.
 */
public final class ToggleLook {

  /** Share of the theme's selection colour in the face of a pressed toggle. */
  private static final double TINT_FRACTION = 0.45;

  private static final String TINTED = "org.recourse.tinted";

  private ToggleLook() {}

  /** Presses a toggle or lets it up; nothing is done where it is so already. */
  public static void show(Button toggle, boolean pressed) {
    boolean isSo = Boolean.valueOf(pressed).equals(toggle.getData(TINTED));
    if (toggle.getSelection() != pressed || !isSo) { // colours cost a restyling of the window
      toggle.setSelection(pressed);
      tint(toggle);
    }
  }

  /** Follows a toggle that the user pressed. */
  public static void tint(Button toggle) {
    toggle.setData(TINTED, toggle.getSelection());
    toggle.setBackground(toggle.getSelection() ? pressedColour(toggle) : null); // null: the theme's
  }

  private static Color pressedColour(Button toggle) {
    RGB face = toggle.getDisplay().getSystemColor(SWT.COLOR_WIDGET_BACKGROUND).getRGB();
    RGB accent = toggle.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION).getRGB();
    return new Color(
        mixed(face.red, accent.red),
        mixed(face.green, accent.green),
        mixed(face.blue, accent.blue));
  }

  private static int mixed(int face, int accent) {
    return (int) Math.round(face + TINT_FRACTION * (accent - face));
  }
}
