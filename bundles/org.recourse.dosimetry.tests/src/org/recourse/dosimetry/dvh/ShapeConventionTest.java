/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;

class ShapeConventionTest {

  private static final double VOXEL_MM = 3.906; // as in the real case, rounded in the file
  private static final double SLICE_MM = 2.5;

  /** An L of voxels: the smallest shape with a step. */
  private static final double[] STEPS = {0, 0, 2, 0, 2, 1, 1, 1, 1, 3, 0, 3};

  @Test
  void stairsAlongVoxelEdgesArePrisms() {
    assertEquals(
        ShapeConvention.PRISMS, shown(lattice(STEPS, 0, 0), lattice(STEPS, 5, SLICE_MM)));
  }

  @Test
  void stairsWithAHoleJoinedByAKeyholeArePrisms() {
    double[] ring = {0, 0, 5, 0, 5, 5, 0, 5, 0, 3, 2, 3, 3, 3, 3, 2, 2, 2, 2, 3, 0, 3};

    assertEquals(ShapeConvention.PRISMS, shown(lattice(ring, 0, 0)));
  }

  @Test
  void aLoopThatRepeatsItsFirstPointIsStillStairs() {
    double[] closed = {0, 0, 2, 0, 2, 1, 1, 1, 1, 3, 0, 3, 0, 0};

    assertEquals(ShapeConvention.PRISMS, shown(lattice(closed, 0, 0)));
  }

  @Test
  void aDrawnShapeIsInterpolated() {
    ContourSet sphere = RevolvedSolid.sphere(10, Vector3.ZERO).contours(-9, 2);

    assertEquals(ShapeConvention.INTERPOLATED, ShapeConvention.shownBy(planes(sphere)));
  }

  /** Sections of a cylinder with its axis along x: rectangles whose widths follow a circle. */
  @Test
  void aLyingCylinderIsInterpolated() {
    List<PlanarContour> sections = new ArrayList<>();
    for (double z = -9; z <= 9; z += 2) {
      double half = Math.sqrt(100 - z * z);
      sections.add(
          PlanarContour.of(
              new double[] {-12, -half, z, 12, -half, z, 12, half, z, -12, half, z}));
    }

    assertEquals(
        ShapeConvention.INTERPOLATED, ShapeConvention.shownBy(planes(new ContourSet(sections))));
  }

  @Test
  void oneEdgeOffTheAxesIsNoStairs() {
    double[] cut = {0, 0, 2, 0, 2, 1, 1, 2, 1, 3, 0, 3};

    assertEquals(ShapeConvention.INTERPOLATED, shown(lattice(cut, 0, 0)));
  }

  @Test
  void stepsOffAnyLatticeAreNoStairs() {
    double[] uneven = {0, 0, 2, 0, 2, 1, 1.37, 1, 1.37, 3, 0, 3};

    assertEquals(ShapeConvention.INTERPOLATED, shown(lattice(uneven, 0, 0)));
  }

  @Test
  void nothingIsNoStairs() {
    assertEquals(ShapeConvention.INTERPOLATED, shown());
  }

  private static ShapeConvention shown(PlanarContour... contours) {
    return ShapeConvention.shownBy(planes(new ContourSet(List.of(contours))));
  }

  private static ContourPlanes planes(ContourSet contours) {
    return ContourPlanes.of(contours, SLICE_MM);
  }

  /** Corners in voxels, rounded to a hundredth of a millimetre as in a file. */
  private static PlanarContour lattice(double[] corners, int shift, double zMm) {
    double[] xyzMm = new double[corners.length / 2 * 3];
    for (int i = 0; i < corners.length / 2; i++) {
      xyzMm[3 * i] = Math.round(100 * (corners[2 * i] + shift) * VOXEL_MM) / 100.0;
      xyzMm[3 * i + 1] = Math.round(100 * corners[2 * i + 1] * VOXEL_MM) / 100.0;
      xyzMm[3 * i + 2] = zMm;
    }
    return PlanarContour.of(xyzMm);
  }
}
