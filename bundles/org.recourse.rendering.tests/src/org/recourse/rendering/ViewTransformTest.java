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
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

class ViewTransformTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void pixelsAndMillimetresGoBackAndForth() {
    var view = new ViewTransform(12, -7, 2.5, 1);

    assertEquals(12, view.uMm(100, 200), ROUNDING);
    assertEquals(33.25, view.pixelX(view.uMm(33.25, 200), 200), ROUNDING);
    assertEquals(33.25, view.pixelY(view.vMm(33.25, 77), 77), ROUNDING);
  }

  @Test
  void zoomKeepsThePointUnderThePointer() {
    var view = new ViewTransform(12, -7, 2.5, 1);

    ViewTransform zoomed = view.zoomedAt(30, 40, 1.7);

    assertEquals(view.pixelX(30, 512), zoomed.pixelX(30, 512), ROUNDING);
    assertEquals(view.pixelY(40, 300), zoomed.pixelY(40, 300), ROUNDING);
    assertEquals(4.25, zoomed.pixelsPerMm(), ROUNDING);
  }

  @Test
  void zoomHasEnds() {
    var view = new ViewTransform(0, 0, 1, 1);

    assertEquals(200, view.zoomedAt(0, 0, 1e9).pixelsPerMm(), ROUNDING);
    assertEquals(0.05, view.zoomedAt(0, 0, 1e-9).pixelsPerMm(), ROUNDING);
  }

  @Test
  void panMovesThePicture() {
    var view = new ViewTransform(0, 0, 2, 1);

    assertEquals(view.pixelX(5, 100) + 9, view.panned(9, 4).pixelX(5, 100), ROUNDING);
    assertEquals(view.pixelY(5, 100) + 4, view.panned(9, 4).pixelY(5, 100), ROUNDING);
  }

  @Test
  void fittingShowsTheOuterVoxelEdges() {
    var geometry = new GridGeometry(10, 20, 5, new Vector3(-4.5, -19, 100), new Vector3(1, 2, 5));

    ViewTransform view = ViewTransform.fitting(geometry, Orientation.AXIAL, 200, 400, 1);

    assertEquals(0, view.centreUMm(), ROUNDING);
    assertEquals(0, view.centreVMm(), ROUNDING);
    assertEquals(0.96 * 10, view.pixelsPerMm(), ROUNDING); // 40 mm high in 400 pixels
    ViewTransform coronal = ViewTransform.fitting(geometry, Orientation.CORONAL, 200, 400, 1);
    assertEquals(-110, coronal.centreVMm(), ROUNDING); // v grows downwards: -z
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> new ViewTransform(0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ViewTransform(Double.NaN, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ViewTransform(0, 0, 1, -1));
  }
}
