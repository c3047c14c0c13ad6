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
import org.junit.jupiter.api.Test;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.OverlayToggle;

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
    assertEquals(Optional.of(OverlayToggle.DOSE_WASH), SliceKeys.toggleOf('D'));
    assertEquals(Optional.of(OverlayToggle.ISODOSES), SliceKeys.toggleOf('i'));
    assertEquals(Optional.of(WindowPreset.SOFT_TISSUE), WindowPreset.ofKey('1'));
    assertEquals(Optional.of(WindowPreset.AUTOMATIC), WindowPreset.ofKey('6'));
    assertTrue(WindowPreset.ofKey('7').isEmpty());
    assertTrue(SliceKeys.toggleOf('x').isEmpty());
  }
}
