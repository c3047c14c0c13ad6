/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

class AnalyticShapesTest {

  private static final Vector3 CENTRE_MM = new Vector3(12, -7, 30);
  private static final double RADIUS_MM = 12;
  private static final double HEIGHT_MM = 24;

  /** Area of the polygons is exact up to rounding. */
  private static final double ROUNDING_CM3 = 1e-9;

  /** The middle of a slab of 1 mm is not its mean; the error of the midpoint rule is h²/24·f''. */
  private static final double MIDPOINT_FRACTION = 1e-3;

  @Test
  void cylinderHasItsClosedFormVolume() {
    ContourSet contours = AnalyticShapes.cylinder(CENTRE_MM, RADIUS_MM, HEIGHT_MM, 3, 64);

    assertEquals(10.857344, ContourVolumes.cm3(contours, 3), 1e-6);
    assertEquals(
        Math.PI * RADIUS_MM * RADIUS_MM * HEIGHT_MM / 1000,
        ContourVolumes.cm3(contours, 3),
        ROUNDING_CM3);
    assertEquals(8, contours.contours().size());
  }

  @Test
  void sphereHasItsClosedFormVolume() {
    double volumeCm3 = ContourVolumes.cm3(AnalyticShapes.sphere(CENTRE_MM, RADIUS_MM, 1, 90), 1);

    assertEquals(7.2382, volumeCm3, 7.2382 * MIDPOINT_FRACTION);
  }

  @Test
  void conesHaveTheirClosedFormVolumeAndDirection() {
    ContourSet apexUp = AnalyticShapes.cone(CENTRE_MM, RADIUS_MM, HEIGHT_MM, true, 1, 90);
    ContourSet apexDown = AnalyticShapes.cone(CENTRE_MM, RADIUS_MM, HEIGHT_MM, false, 1, 90);

    assertEquals(3.6191, ContourVolumes.cm3(apexUp, 1), 3.6191 * MIDPOINT_FRACTION);
    assertEquals(3.6191, ContourVolumes.cm3(apexDown, 1), 3.6191 * MIDPOINT_FRACTION);
    Vector3 lowest = apexUp.contours().getFirst().pointMm(0);
    assertEquals(CENTRE_MM.z() - 11.5, lowest.z(), 1e-12);
    assertEquals(RADIUS_MM, lowest.x() - CENTRE_MM.x(), 0.3); // the base is inferior
    assertEquals(0, apexDown.contours().getFirst().pointMm(0).x() - CENTRE_MM.x(), 0.3);
  }

  @Test
  void linearDoseFollowsItsFormula() {
    var geometry = new GridGeometry(3, 2, 4, Vector3.ZERO, new Vector3(2, 3, 4));

    DoseGrid dose =
        AnalyticShapes.linearDose(geometry, new Vector3(0, 0, 4), 16, new Vector3(0.5, 0, 1));

    assertEquals(16f + 0.5f * 4 + 8, dose.doseGyAt(2, 1, 3));
    assertEquals(12f, dose.doseGyAt(0, 0, 0));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> AnalyticShapes.sphere(CENTRE_MM, 10, 0, 30));
    assertThrows(IllegalArgumentException.class, () -> AnalyticShapes.sphere(CENTRE_MM, 10, 1, 2));
  }
}
