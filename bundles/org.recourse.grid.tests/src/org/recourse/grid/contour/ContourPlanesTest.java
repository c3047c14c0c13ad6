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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.grid.contour.Shapes.onPlane;
import static org.recourse.grid.contour.Shapes.rectangle;
import static org.recourse.grid.contour.Shapes.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;

class ContourPlanesTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void slabsReachHalfWayAndEndHalfASpacingOut() {
    ContourPlanes planes =
        ContourPlanes.of(
            set(rectangle(6, 0, 0, 1, 1), rectangle(0, 0, 0, 1, 1), rectangle(3, 0, 0, 1, 1)), 9);

    assertEquals(3, planes.spacingMm());
    double[] limits = planes.planes().stream().mapToDouble(ContourPlane::fromMm).toArray();
    assertArrayEquals(new double[] {-1.5, 1.5, 4.5}, limits, ROUNDING);
    assertEquals(7.5, planes.planes().getLast().toMm(), ROUNDING);
    assertTrue(planes.planes().getFirst().joinedAbove());
    assertFalse(planes.planes().getFirst().joinedBelow());
    assertTrue(planes.planeAt(7.6).isEmpty());
    assertEquals(6, planes.planeAt(4.5).orElseThrow().positionMm());
  }

  @Test
  void aLonePlaneHasTheThicknessOfTheCallerAndSaysSo() {
    ContourPlanes planes = ContourPlanes.of(set(rectangle(5, 0, 0, 10, 10)), 2.5);

    assertEquals(0.25, planes.prismVolumeCm3(), ROUNDING);
    assertEquals(Finding.Severity.INFO, planes.findings().getFirst().severity());
    assertThrows(IllegalArgumentException.class, () -> ContourPlanes.of(set(), 0));
  }

  @Test
  void roundedCoordinatesStayOnOnePlane() {
    ContourPlanes planes =
        ContourPlanes.of(set(rectangle(5, 0, 0, 1, 1), rectangle(5.01, 2, 2, 3, 3)), 1);

    assertEquals(1, planes.planes().size());
    assertEquals(2, planes.planes().getFirst().region().areaMm2(), ROUNDING);
  }

  @Test
  void contoursWithoutAreaAndTiltedOnesAreNamed() {
    PlanarContour line = onPlane(0, 0, 0, 1, 1, 2, 2);
    PlanarContour tilted = PlanarContour.of(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 1});

    ContourPlanes planes = ContourPlanes.of(set(rectangle(0, 0, 0, 9, 9), line, tilted), 1);

    assertEquals(1, planes.planes().size());
    assertEquals(
        List.of(Finding.Severity.INFO, Finding.Severity.ERROR, Finding.Severity.INFO),
        planes.findings().stream().map(Finding::severity).toList());
  }

  @Test
  void normalPointsAlongThePositiveAxis() {
    PlanarContour sagittal = PlanarContour.of(new double[] {7, 0, 0, 7, 0, 5, 7, 5, 5, 7, 5, 0});

    ContourPlanes planes = ContourPlanes.of(set(sagittal), 1);

    assertEquals(new Vector3(1, 0, 0), planes.axes().z());
    assertEquals(7, planes.planes().getFirst().positionMm(), ROUNDING);
  }

  @Test
  void areaFollowsTheEvenOddRule() {
    double[] outer = {0, 0, 10, 0, 10, 10, 0, 10};
    double[] inner = {2, 2, 4, 2, 4, 6, 2, 6};
    double[] island = {2.5, 3, 3.5, 3, 3.5, 4, 2.5, 4};
    PlanarRegion region = PlanarRegion.of(List.of(outer, inner, island));

    assertEquals(100 - 8 + 1, region.areaMm2(), ROUNDING);
    assertEquals(40 + 12 + 4, region.perimeterMm(), ROUNDING);
    assertTrue(region.contains(1, 1));
    assertFalse(region.contains(2.2, 2.2));
    assertTrue(region.contains(3, 3.5));
    assertArrayEquals(new double[] {0, 2, 2.5, 3.5, 4, 10}, region.crossingsU(3.5), ROUNDING);
    assertArrayEquals(
        new double[] {0, 2, 2.5, 3.5, 4, 10}, region.crossingsAlong(0, 3.5, 1, 0), ROUNDING);
    assertArrayEquals(new double[] {0, 0, 10, 10}, region.boundsMm(), ROUNDING);
  }

  @Test
  void areasThatShareAnEdgeShareNoPoint() {
    PlanarRegion left = PlanarRegion.of(List.of(new double[] {0, 0, 1, 0, 1, 1, 0, 1}));
    PlanarRegion right = PlanarRegion.of(List.of(new double[] {1, 0, 2, 0, 2, 1, 1, 1}));

    assertTrue(left.contains(1, 0.5) != right.contains(1, 0.5));
  }
}
