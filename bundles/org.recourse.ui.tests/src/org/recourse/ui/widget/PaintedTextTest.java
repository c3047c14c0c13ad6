/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaintedTextTest {

  /** Between black text and that of a disabled widget, in the brightness of the darkest pixel. */
  private static final int CLEARLY_LIGHTER = 60;

  private OpenShell window;
  private PaintedText text;

  @BeforeEach
  void open() {
    window = new OpenShell();
    text = new PaintedText(window.shell());
    text.setText("score 0.65");
    window.open();
  }

  @AfterEach
  void close() {
    if (window != null) { // without a display there is none
      window.close();
    }
  }

  @Test
  void greyTextIsClearlyLighter() {
    int black = window.darkest(text);

    text.setGrey(true);

    assertTrue(text.isGrey());
    assertTrue(window.darkest(text) > black + CLEARLY_LIGHTER, window.darkest(text) + " " + black);
    text.setGrey(false);
    assertEquals(black, window.darkest(text));
  }

  @Test
  void wrapsIntoTheWidth() {
    text.setText("A score, not a probability. Trained on synthetic patients.");

    int lineHeight = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    int width = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;

    assertEquals(lineHeight, text.computeSize(width + 1, SWT.DEFAULT).y);
    assertTrue(text.computeSize(width / 2, SWT.DEFAULT).y >= 2 * lineHeight);
    assertEquals(width / 2, text.computeSize(width / 2, SWT.DEFAULT).x);
  }

  @Test
  void wantsLayoutOnlyWhenItsHeightChanges() {
    int width = text.getSize().x;
    text.setSize(text.computeSize(width, SWT.DEFAULT));

    text.setText("score 0.66");
    assertFalse(text.wantsLayout());

    text.setText("score 0.66 ".repeat(width));
    assertTrue(text.wantsLayout());
  }

  @Test
  void knowsItsText() {
    text.setText("at most probability 0.26 [0.12–0.49]");

    assertEquals("at most probability 0.26 [0.12–0.49]", text.getText());
  }
}
