/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.grid.contour.Shapes.rectangle;
import static org.recourse.grid.contour.Shapes.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;

class ContourSectionTest {

  private static final double ROUNDING = 1e-9;
  private static final Vector3 X = new Vector3(1, 0, 0);
  private static final Vector3 Y = new Vector3(0, 1, 0);
  private static final Vector3 Z = new Vector3(0, 0, 1);

  /** Box of x 0 to 10, y 0 to 20, z -1.5 to 7.5 mm. */
  private static final ContourSet BOX =
      set(rectangle(0, 0, 0, 10, 20), rectangle(3, 0, 0, 10, 20), rectangle(6, 0, 0, 10, 20));

  private static double areaOf(List<double[]> polygons) {
    return polygons.isEmpty() ? 0 : PlanarRegion.of(polygons).areaMm2();
  }

  @Test
  void aParallelPlaneShowsTheContourOfItsSlab() {
    var plane = new SectionPlane(new Vector3(1, 2, 4), X, Y);

    List<double[]> polygons = ContourSection.polygonsMm(BOX, plane);

    assertEquals(1, polygons.size());
    assertEquals(-1, polygons.getFirst()[0], ROUNDING);
    assertEquals(-2, polygons.getFirst()[1], ROUNDING);
    assertEquals(200, areaOf(polygons), ROUNDING);
    assertTrue(
        ContourSection.polygonsMm(BOX, new SectionPlane(new Vector3(0, 0, 8), X, Y)).isEmpty());
  }

  @Test
  void bordersBetweenSlabsAreNotDrawn() {
    var coronal = new SectionPlane(new Vector3(0, 10, 100), X, Z.times(-1));

    List<double[]> polygons = ContourSection.polygonsMm(BOX, coronal);

    assertEquals(1, polygons.size());
    assertEquals(90, areaOf(polygons), ROUNDING);
    double[] bounds = PlanarRegion.of(polygons).boundsMm();
    assertEquals(0, bounds[0], ROUNDING);
    assertEquals(100 - 7.5, bounds[1], ROUNDING);
    assertEquals(100 + 1.5, bounds[3], ROUNDING);
  }

  @Test
  void aHoleThatEndsInsideIsAPolygonOfItsOwn() {
    ContourSet hollow =
        set(
            rectangle(0, 0, 0, 10, 20),
            rectangle(3, 0, 0, 10, 20),
            rectangle(3, 4, 4, 6, 16),
            rectangle(6, 0, 0, 10, 20));
    var sagittal = new SectionPlane(new Vector3(5, 0, 0), Y, Z);

    List<double[]> polygons = ContourSection.polygonsMm(hollow, sagittal);

    assertEquals(2, polygons.size());
    assertEquals(20 * 9 - 12 * 3, areaOf(polygons), ROUNDING);
  }

  @Test
  void aTiltedPlaneCutsTheBoxInItsTrueArea() {
    double c = Math.cos(Math.toRadians(30));
    double s = Math.sin(Math.toRadians(30));
    var tilted = new SectionPlane(new Vector3(5, 0, 3), Y, new Vector3(s, 0, c));

    double area = areaOf(ContourSection.polygonsMm(BOX, tilted));

    // The plane leaves through top and bottom: 20 mm wide, 9 mm / cos 30 degrees long.
    assertEquals(20 * 9 / c, area, ROUNDING * 1e3);
  }

  @Test
  void aSlightlyTiltedPlaneIsFollowedInNarrowStrips() {
    double c = Math.cos(Math.toRadians(20));
    double s = Math.sin(Math.toRadians(20));
    var tilted = new SectionPlane(new Vector3(5, 10, 3), Y, new Vector3(c, 0, s));

    double area = areaOf(ContourSection.polygonsMm(BOX, tilted));

    // 10 mm / cos 20 degrees long; a strip of 0.5 mm may end on either side of the border.
    assertEquals(20 * 10 / c, area, 20 * 2 * 0.5);
  }

  @Test
  void gapsAndEmptyStructures() {
    ContourSet pieces =
        set(
            rectangle(0, 0, 0, 10, 10),
            rectangle(1, 0, 0, 10, 10),
            rectangle(9, 0, 0, 10, 10),
            rectangle(10, 0, 0, 10, 10));
    var coronal = new SectionPlane(new Vector3(0, 5, 0), X, Z);

    assertEquals(2, ContourSection.polygonsMm(pieces, coronal).size());
    assertTrue(ContourSection.polygonsMm(set(), coronal).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new SectionPlane(Vector3.ZERO, X, X));
  }
}
