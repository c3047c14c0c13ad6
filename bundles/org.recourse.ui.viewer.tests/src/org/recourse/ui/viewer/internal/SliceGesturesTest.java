/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.recourse.ui.session.IntensityWindow;

class SliceGesturesTest {

  private static final IntensityWindow BEFORE = new IntensityWindow(40, 400);

  @Test
  void draggingToTheRightWidensTheWindow() {
    assertEquals(new IntensityWindow(40, 800), SliceGestures.windowAfter(BEFORE, 200, 0));
    assertEquals(new IntensityWindow(40, 200), SliceGestures.windowAfter(BEFORE, -200, 0));
  }

  @Test
  void draggingDownRaisesTheLevel() {
    assertEquals(new IntensityWindow(240, 400), SliceGestures.windowAfter(BEFORE, 0, 200));
  }

  @Test
  void theWindowNeverCloses() {
    assertEquals(1, SliceGestures.windowAfter(BEFORE, -100_000, 0).width());
  }

  @Test
  void keysAreThoseOfTheField() {
    assertEquals(Optional.of(ViewerAction.DOSE_WASH), actionOf('D'));
    assertEquals(Optional.of(ViewerAction.ISODOSES), actionOf('i'));
    assertEquals(Optional.of(ViewerAction.SOFT_TISSUE), actionOf('1'));
    assertEquals(Optional.of(ViewerAction.AUTOMATIC), actionOf('6'));
    assertTrue(actionOf('7').isEmpty());
    assertTrue(actionOf('x').isEmpty());
  }

  private static Optional<ViewerAction> actionOf(char character) {
    var event = new Event();
    event.character = character;
    return ViewerAction.ofKey(event);
  }
}
