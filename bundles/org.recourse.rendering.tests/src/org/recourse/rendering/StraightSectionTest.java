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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSection;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.contour.SectionPlane;
import org.recourse.grid.geometry.Vector3;

class StraightSectionTest {

  private static final double TOLERANCE_MM = 1e-9;

  /** Squares whose half side grows by 2 mm per plane: a pyramid. */
  @ParameterizedTest
  @EnumSource(names = {"SAGITTAL", "CORONAL"})
  void edgesBetweenContoursRunStraight(Orientation orientation) {
    List<PlanarContour> contours = new ArrayList<>();
    for (int k = 0; k < 5; k++) {
      contours.add(square(0, 10 + 2 * k, 5.0 * k));
    }
    var planes = ContourPlanes.of(new ContourSet(contours), 1);

    List<double[]> lines =
        StraightSection.linesMm(planes, new SlicePlane(orientation, 1).section());

    // Between the outer planes every line lies on the pyramid: half side = 10 + 0.4 z.
    int slanted = 0;
    for (double[] line : lines) {
      if (line[0] != line[2] && line[1] != line[3]) {
        assertEquals(10 + 0.4 * -line[1], Math.abs(line[0]), TOLERANCE_MM); // v points down
        assertEquals(10 + 0.4 * -line[3], Math.abs(line[2]), TOLERANCE_MM);
        slanted++;
      }
    }
    assertEquals(8, slanted, "two edges in each of four gaps");
    assertEquals(14, lines.size(), "and two ends with a cap and two uprights each");
  }

  @Test
  void aBranchKeepsTheShapeUpToTheBorderOfItsSlab() {
    var planes =
        ContourPlanes.of(
            new ContourSet(List.of(square(0, 20, 0), square(-10, 5, 5), square(10, 5, 5))), 1);
    SectionPlane section = new SlicePlane(Orientation.CORONAL, 0).section();

    assertEquals(
        lengthMm(ContourSection.polygonsMm(planes, section), true),
        lengthMm(StraightSection.linesMm(planes, section), false),
        1e-6);
  }

  @Test
  void aGapStaysOpen() {
    var contours =
        List.of(
            square(0, 9, 0), square(0, 9, 2), square(0, 9, 4), square(0, 9, 30), square(0, 9, 32));
    var planes = ContourPlanes.of(new ContourSet(contours), 1);

    List<double[]> lines =
        StraightSection.linesMm(planes, new SlicePlane(Orientation.CORONAL, 0).section());

    for (double[] line : lines) {
      assertFalse(-line[1] > 6 && -line[1] < 28, "nothing begins in the gap");
    }
  }

  @Test
  void contoursBesideThePlaneAndTiltedPlanesGiveNothingOrDoNotApply() {
    var planes = ContourPlanes.of(new ContourSet(List.of(square(0, 5, 0))), 1);

    assertTrue(
        StraightSection.linesMm(planes, new SlicePlane(Orientation.CORONAL, 40).section())
            .isEmpty());
    assertFalse(StraightSection.applies(planes, new SlicePlane(Orientation.AXIAL, 0).section()));
    assertFalse(
        StraightSection.applies(
            ContourPlanes.of(new ContourSet(List.of()), 1),
            new SlicePlane(Orientation.CORONAL, 0).section()));
  }

  private static double lengthMm(List<double[]> polylines, boolean closed) {
    double length = 0;
    for (double[] line : polylines) {
      int points = line.length / 2;
      for (int i = closed ? 0 : 1; i < points; i++) {
        int before = (i + points - 1) % points;
        length +=
            Math.hypot(line[2 * i] - line[2 * before], line[2 * i + 1] - line[2 * before + 1]);
      }
    }
    return length;
  }

  private static PlanarContour square(double xMm, double half, double zMm) {
    Vector3[] corners = {
      new Vector3(xMm - half, -half, zMm),
      new Vector3(xMm + half, -half, zMm),
      new Vector3(xMm + half, half, zMm),
      new Vector3(xMm - half, half, zMm)
    };
    double[] xyzMm = new double[12];
    for (int i = 0; i < 4; i++) {
      xyzMm[3 * i] = corners[i].x();
      xyzMm[3 * i + 1] = corners[i].y();
      xyzMm[3 * i + 2] = corners[i].z();
    }
    return PlanarContour.of(xyzMm);
  }
}
