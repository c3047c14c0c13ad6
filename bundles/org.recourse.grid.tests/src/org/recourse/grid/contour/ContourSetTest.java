/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

class ContourSetTest {

  private static final ContourSet TRIANGLE =
      new ContourSet(List.of(PlanarContour.of(new double[] {0, 0, 5, 10, 0, 5, 0, 10, 5})));

  @Test
  void everyPointMovesWithTheFrame() {
    ContourSet moved = TRIANGLE.transformed(AffineTransform.translation(new Vector3(1, 2, -5)));

    assertArrayEquals(
        new double[] {1, 2, 0, 11, 2, 0, 1, 12, 0}, moved.contours().getFirst().xyzMm());
    assertArrayEquals(
        new double[] {0, 0, 5, 10, 0, 5, 0, 10, 5}, TRIANGLE.contours().getFirst().xyzMm());
  }

  @Test
  void theSameFrameNeedsNoCopy() {
    assertSame(TRIANGLE, TRIANGLE.transformed(AffineTransform.IDENTITY));
    assertTrue(
        new ContourSet(List.of())
            .transformed(AffineTransform.translation(new Vector3(1, 0, 0)))
            .isEmpty());
  }
}
