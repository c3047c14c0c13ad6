/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.rendering.SliceStack;

class AxialContoursTest {

  private static final SliceStack STACK = new SliceStack(0, 2, 11); // z 0, 2, ... 20 mm

  /** Lattice of the interpolation, 1/150 of the size of the larger circle, is 0.13 mm. */
  private static final double RADIUS_MM = 0.1;

  @Test
  void betweenTwoCirclesTheRadiusIsThatOfTheCone() {
    AxialContours drawn = contours(circle(4, 10), circle(12, 6));

    AxialContours.Filled filled = drawn.filled(STACK);

    assertEquals(3, filled.sliceCount());
    assertEquals(List.of(4.0, 6.0, 8.0, 10.0, 12.0), filled.contours().positionsMm());
    for (double zMm : new double[] {6, 8, 10}) {
      double t = (zMm - 4) / 8;
      double radiusMm = (1 - t) * 10 + t * 6;
      double areaMm2 = filled.contours().at(zMm, STACK).areaMm2();
      assertEquals(radiusMm, Math.sqrt(areaMm2 / Math.PI), RADIUS_MM);
    }
  }

  @Test
  void drawnSlicesStayBitByBit() {
    PlanarContour lower = circle(4, 10);
    AxialContours filled = contours(lower, circle(12, 6)).filled(STACK).contours();

    assertArrayEquals(lower.xyzMm(), filled.contourSet().contours().getFirst().xyzMm());
  }

  @Test
  void aSliceIsReplacedOnItsOwnPlane() {
    AxialContours drawn = contours(circle(4.3, 10)); // off the slice by 0.3 mm, as from elsewhere

    AxialContours changed = drawn.with(4, drawn.at(4, STACK), STACK);

    assertEquals(List.of(4.3), changed.positionsMm());
    assertEquals(List.of(), changed.with(4, SliceShape.EMPTY, STACK).positionsMm());
  }

  @Test
  void anEmptySliceStaysEmptyAndANewOneLiesOnTheSlice() {
    AxialContours nothing = contours();

    assertTrue(nothing.at(8, STACK).isEmpty());
    AxialContours one = nothing.with(8, contours(circle(0, 3)).at(0, STACK), STACK);
    assertEquals(List.of(8.0), one.positionsMm());
    assertEquals(0, one.filled(STACK).sliceCount());
  }

  @Test
  void oneSliceImagesWork() {
    var lone = new SliceStack(5, 3, 1);
    AxialContours drawn = contours(circle(5, 4));

    assertEquals(16 * Math.PI, drawn.at(5, lone).areaMm2(), 0.5);
    assertEquals(0, drawn.filled(lone).sliceCount());
  }

  @Test
  void obliqueContoursAreRefused() {
    var oblique = PlanarContour.of(new double[] {0, 0, 0, 10, 0, 1, 10, 10, 1, 0, 10, 0});

    assertTrue(AxialContours.of(new ContourSet(List.of(oblique))).isEmpty());
  }

  @Test
  void holesSurviveARoundTrip() {
    AxialContours ring = contours(circle(4, 10), circle(4, 5));

    double areaMm2 = ring.at(4, STACK).areaMm2();

    assertEquals(75 * Math.PI, areaMm2, 1);
    assertEquals(2, ring.contourSet().contours().size());
    assertEquals(areaMm2, AxialContours.of(ring.contourSet()).orElseThrow().at(4, STACK).areaMm2());
  }

  static AxialContours contours(PlanarContour... contours) {
    return AxialContours.of(new ContourSet(List.of(contours))).orElseThrow();
  }

  static PlanarContour circle(double zMm, double radiusMm) {
    var xyzMm = new ArrayList<Double>();
    for (int i = 0; i < 90; i++) {
      xyzMm.add(radiusMm * Math.cos(i * Math.PI / 45));
      xyzMm.add(radiusMm * Math.sin(i * Math.PI / 45));
      xyzMm.add(zMm);
    }
    return PlanarContour.of(xyzMm.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
