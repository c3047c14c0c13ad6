/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recourse.dicom.internal.geometry.SlicePositions.Blend;

class SlicePositionsTest {

  private static final double TOLERANCE = 1e-12;

  @Test
  void takesRoundedPositionsAsRegular() {
    var positions = SlicePositions.of(new double[] {0, 3.27, 6.54, 9.809, 13.08});

    assertTrue(positions.isRegular());
    assertEquals(5, positions.gridCount());
    assertEquals(3.27, positions.gridSpacingMm(), TOLERANCE);
    assertEquals(new Blend(3, 3, 0), positions.blendAt(3));
  }

  @Test
  void refinesUnequalSpacingToTheFinest() {
    var positions = SlicePositions.of(new double[] {0, 3, 6, 11, 16});

    assertFalse(positions.isRegular());
    assertEquals(6, positions.gridCount());
    assertEquals(3.2, positions.gridSpacingMm(), TOLERANCE);
    Blend blend = positions.blendAt(3); // 9.6 mm, between 6 and 11
    assertEquals(2, blend.lower());
    assertEquals(0.72, blend.fraction(), TOLERANCE);
    assertEquals(1, positions.blendAt(5).fraction(), TOLERANCE);
  }

  @Test
  void seesAGap() {
    var positions = SlicePositions.of(new double[] {0, 2, 4, 8, 10});

    assertTrue(positions.isGapAfter(2));
    assertFalse(positions.isGapAfter(1));
    assertEquals(6, positions.gridCount());
  }

  @Test
  void refusesAGridThatWouldExplode() {
    assertFalse(SlicePositions.of(new double[] {0, 0.05, 5, 10, 15}).isReadable());
  }

  @Test
  void refusesPositionsThatDoNotAscend() {
    assertThrows(
        IllegalArgumentException.class, () -> SlicePositions.of(new double[] {0, 2, 2, 4}));
    assertThrows(IllegalArgumentException.class, () -> SlicePositions.of(new double[] {0}));
  }
}
