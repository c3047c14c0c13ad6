/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;

/** Closed forms of single voxels and boxes, and all pairs of vertices as oracle of the hulls. */
class ShapeTest {

  private static final double ROUNDING = 1e-12;

  private static Region box(int sx, int sy, int sz) {
    var grid = new GridGeometry(sx, sy, sz, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    byte[] inside = new byte[grid.voxelCount()];
    java.util.Arrays.fill(inside, (byte) 1);
    return Region.of(grid, inside);
  }

  @Test
  void aVoxelIsAnOctahedron() {
    SurfaceMesh mesh = SurfaceMesh.of(box(1, 1, 1));

    assertEquals(1 / 6.0, mesh.volumeMm3(), ROUNDING);
    assertEquals(Math.sqrt(3), mesh.areaMm2(), ROUNDING);
    assertEquals(new Diameters(1, 1, 1, 1), Diameters.of(box(1, 1, 1)));
  }

  @Test
  void aPixelIsARhombus() {
    PlaneOutline outline = PlaneOutline.of(box(1, 1, 1), 0);

    assertEquals(0.5, outline.areaMm2(), ROUNDING);
    assertEquals(2 * Math.sqrt(2), outline.perimeterMm(), ROUNDING);
    assertEquals(1, outline.diameterMm(), ROUNDING);
  }

  @Test
  void axesOfARowFollowTheClosedForm() {
    VoxelCovariance axes = VoxelCovariance.of(box(5, 1, 1), 3);

    assertEquals(4 * Math.sqrt(2), axes.axisLengthMm(2), ROUNDING); // variance of 0..4 is 2
    assertEquals(0, axes.axisLengthMm(1), ROUNDING);
  }

  @RepeatedTest(20)
  void diametersAgreeWithAllPairs(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var grid =
        new GridGeometry(
            1 + random.nextInt(6),
            1 + random.nextInt(6),
            1 + random.nextInt(6),
            new Vector3(0, 0, 0),
            new Vector3(0.7, 1.1, 3));
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) random.nextInt(2);
    }
    inside[random.nextInt(inside.length)] = 1;
    Region region = Region.of(grid, inside);

    Diameters expected = allPairs(region);
    Diameters found = Diameters.of(region);
    assertEquals(expected.acrossXMm(), found.acrossXMm(), ROUNDING);
    assertEquals(expected.acrossYMm(), found.acrossYMm(), ROUNDING);
    assertEquals(expected.acrossZMm(), found.acrossZMm(), ROUNDING);
    assertEquals(expected.overallMm(), found.overallMm(), ROUNDING);
  }

  private static Diameters allPairs(Region region) {
    var g = region.geometry();
    var points = new java.util.ArrayList<int[]>();
    int[][] steps = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    for (int i = 0; i < g.voxelCount(); i++) {
      int x = i % g.sizeX();
      int y = i / g.sizeX() % g.sizeY();
      int z = i / g.sliceVoxelCount();
      for (int[] s : steps) {
        if (at(region, x, y, z) && !at(region, x + s[0], y + s[1], z + s[2])) {
          points.add(new int[] {2 * x + s[0], 2 * y + s[1], 2 * z + s[2]});
        }
      }
    }
    double[] most = new double[4];
    for (int[] a : points) {
      for (int[] b : points) {
        double dx = 0.5 * a[0] * 0.7 - 0.5 * b[0] * 0.7;
        double dy = 0.5 * a[1] * 1.1 - 0.5 * b[1] * 1.1;
        double dz = 0.5 * a[2] * 3 - 0.5 * b[2] * 3;
        double d = Math.sqrt(dx * dx + dy * dy + dz * dz);
        most[0] = a[0] == b[0] ? Math.max(most[0], d) : most[0];
        most[1] = a[1] == b[1] ? Math.max(most[1], d) : most[1];
        most[2] = a[2] == b[2] ? Math.max(most[2], d) : most[2];
        most[3] = Math.max(most[3], d);
      }
    }
    return new Diameters(most[0], most[1], most[2], most[3]);
  }

  private static boolean at(Region region, int x, int y, int z) {
    var g = region.geometry();
    return x >= 0
        && y >= 0
        && z >= 0
        && x < g.sizeX()
        && y < g.sizeY()
        && z < g.sizeZ()
        && region.contains(g.indexOf(x, y, z));
  }
}
