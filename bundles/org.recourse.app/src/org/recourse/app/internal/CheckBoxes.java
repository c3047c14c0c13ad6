/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * Leaves check boxes as the toolkit draws them. The theme of the workbench gives those in views the
 * background of their parent, which on GTK takes away the fill behind the white tick: a box that is
 * checked would look as one that is not.
 */
final class CheckBoxes {

  private static final String NOT_STYLED = "org.eclipse.e4.ui.css.disabled";

  private CheckBoxes() {}

  static void keepNative(Display display) {
    display.addFilter(SWT.Skin, CheckBoxes::exempt);
  }

  private static void exempt(Event event) {
    if (event.widget instanceof Button button && (button.getStyle() & SWT.CHECK) != 0) {
      button.setData(NOT_STYLED, true);
    }
  }
}
