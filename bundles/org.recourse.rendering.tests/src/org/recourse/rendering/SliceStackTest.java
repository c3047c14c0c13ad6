/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

class SliceStackTest {

  private static final GridGeometry ANISOTROPIC =
      new GridGeometry(4, 5, 6, new Vector3(-10, -20, -30), new Vector3(1, 2, 3));

  @Test
  void positionsAreVoxelCentres() {
    assertEquals(new SliceStack(-30, 3, 6), SliceStack.of(ANISOTROPIC, Orientation.AXIAL));
    assertEquals(new SliceStack(-10, 1, 4), SliceStack.of(ANISOTROPIC, Orientation.SAGITTAL));
    assertEquals(new SliceStack(-20, 2, 5), SliceStack.of(ANISOTROPIC, Orientation.CORONAL));
  }

  @Test
  void aSagittalSeriesScrollsAlongItsOwnAxes() {
    var axes = Axes.ofRowAndColumn(new Vector3(0, 1, 0), new Vector3(0, 0, -1)); // normal: -x
    var geometry = new GridGeometry(4, 5, 6, Vector3.ZERO, new Vector3(1, 2, 3), axes);

    assertEquals(new SliceStack(-15, 3, 6), SliceStack.of(geometry, Orientation.SAGITTAL));
    assertEquals(new SliceStack(-8, 2, 5), SliceStack.of(geometry, Orientation.AXIAL));
  }

  @Test
  void anObliqueGridIsCoveredInSmallSteps() {
    double c = Math.cos(Math.toRadians(30));
    double s = Math.sin(Math.toRadians(30));
    var axes = Axes.ofRowAndColumn(new Vector3(1, 0, 0), new Vector3(0, c, s));
    var geometry = new GridGeometry(3, 11, 1, Vector3.ZERO, new Vector3(1, 1, 4), axes);

    assertEquals(new SliceStack(0, 1, 6), SliceStack.of(geometry, Orientation.AXIAL)); // 10 sin 30°
  }

  @Test
  void steppingStaysInside() {
    var stack = new SliceStack(-30, 3, 6);

    assertEquals(-27, stack.steppedMm(-29.9, 1));
    assertEquals(-15, stack.steppedMm(-29.9, 100));
    assertEquals(-30, stack.steppedMm(-1000, -1));
    assertEquals(-24, stack.middleMm());
  }
}
