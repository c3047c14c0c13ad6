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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;

/** Volume and area of the mesh against closed forms and an independent mesh of tetrahedra. */
class SurfaceMeshTest {

  private static final double ROUNDING = 1e-9;

  /** The mesh of a mask cuts off corners of the voxels, most where the surface is flat. */
  private static final double SPHERE_VOLUME_FRACTION = 0.012;

  /** Staircases are longer than what they follow: by 9 % on average over all directions. */
  private static final double SPHERE_AREA_EXCESS_FRACTION = 0.10;

  /** Two meshes with the same vertices on the cube edges differ within mixed cubes only. */
  private static final double TETRAHEDRA_VOLUME_FRACTION = 0.01;

  private static Region ellipsoid(double rx, double ry, double rz, Vector3 spacingMm) {
    int sx = 2 * (int) Math.ceil(rx / spacingMm.x()) + 3;
    int sy = 2 * (int) Math.ceil(ry / spacingMm.y()) + 3;
    int sz = 2 * (int) Math.ceil(rz / spacingMm.z()) + 3;
    var grid = new GridGeometry(sx, sy, sz, new Vector3(0, 0, 0), spacingMm);
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      Vector3 p = grid.centreMm(i);
      double x = (p.x() - 0.5 * (sx - 1) * spacingMm.x()) / rx;
      double y = (p.y() - 0.5 * (sy - 1) * spacingMm.y()) / ry;
      double z = (p.z() - 0.5 * (sz - 1) * spacingMm.z()) / rz;
      inside[i] = (byte) (x * x + y * y + z * z < 1 ? 1 : 0);
    }
    return Region.of(grid, inside);
  }

  @ParameterizedTest
  @CsvSource({"20, 20, 20, 1, 1, 1", "30, 22, 18, 0.8, 0.8, 1", "16, 25, 30, 0.7, 1, 1.2"})
  void ellipsoidsHaveTheirVolume(double rx, double ry, double rz, double hx, double hy, double hz) {
    SurfaceMesh mesh = SurfaceMesh.of(ellipsoid(rx, ry, rz, new Vector3(hx, hy, hz)));
    double volume = 4 / 3.0 * Math.PI * rx * ry * rz;
    assertEquals(volume, mesh.volumeMm3(), volume * SPHERE_VOLUME_FRACTION);
  }

  @Test
  void aSphereHasItsAreaAndTheStaircase() {
    SurfaceMesh mesh = SurfaceMesh.of(ellipsoid(25, 25, 25, new Vector3(1, 1, 1)));
    double excess = mesh.areaMm2() / (4 * Math.PI * 25 * 25) - 1;
    assertTrue(excess > 0.02 && excess < SPHERE_AREA_EXCESS_FRACTION, "excess " + excess);
  }

  /** A box whose faces lie half a voxel out, with bevelled edges and corners. */
  @Test
  void aBoxHasItsClosedForm() {
    var grid = new GridGeometry(5, 4, 3, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    byte[] all = new byte[grid.voxelCount()];
    Arrays.fill(all, (byte) 1);
    SurfaceMesh mesh = SurfaceMesh.of(Region.of(grid, all));
    double faces = 4 * 3 + 3 * 2 + 4 * 2;
    assertEquals(4 * 3 * 2 + faces + 0.5 * (4 + 3 + 2) + 1 / 6.0, mesh.volumeMm3(), ROUNDING);
    assertEquals(
        2 * faces + 4 * (4 + 3 + 2) * Math.sqrt(0.5) + Math.sqrt(3), mesh.areaMm2(), ROUNDING);
  }

  /** Voxels a quarter of a voxel apart: mesh of a blob and mesh of its cubes cut in six. */
  @RepeatedTest(8)
  void blobsAgreeWithTetrahedra(RepetitionInfo run) {
    Region blob = blob(run.getCurrentRepetition());
    SurfaceMesh mesh = SurfaceMesh.of(blob);
    double tetrahedra = volumeByTetrahedra(blob);
    assertEquals(tetrahedra, mesh.volumeMm3(), tetrahedra * TETRAHEDRA_VOLUME_FRACTION);
    double voxels = blob.voxelCount() * blob.geometry().voxelVolumeMm3();
    assertTrue(mesh.volumeMm3() < voxels, "the mesh only cuts off");
  }

  /** A smooth random shape: a sum of Gaussians above a limit. */
  private static Region blob(long seed) {
    var random = new Random(seed);
    var grid = new GridGeometry(40, 36, 32, new Vector3(0, 0, 0), new Vector3(0.7, 1.1, 1.3));
    double[][] centres = new double[6][4];
    for (double[] c : centres) {
      for (int axis = 0; axis < 3; axis++) {
        c[axis] = 16 + 8 * (random.nextDouble() - 0.5);
      }
      c[3] = 4 + 2 * random.nextDouble();
    }
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      int x = i % 40;
      int y = i / 40 % 36;
      int z = i / 1440;
      double sum = 0;
      for (double[] c : centres) {
        double d2 = (x - c[0]) * (x - c[0]) + (y - c[1]) * (y - c[1]) + (z - c[2]) * (z - c[2]);
        sum += Math.exp(-d2 / (2 * c[3] * c[3]));
      }
      inside[i] = (byte) (sum > 0.9 ? 1 : 0);
    }
    return Region.of(grid, inside);
  }

  /**
   * Volume inside, cube by cube: each cube is cut into six tetrahedra along its diagonal, and a
   * tetrahedron with k corners inside has 1/8, 1/2, 7/8 or 1 of its volume inside when its crossed
   * edges are cut in the middle (with two inside: half).
   */
  private static double volumeByTetrahedra(Region region) {
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    double[] part = {0, 1 / 8.0, 1 / 2.0, 7 / 8.0, 1};
    GridGeometry g = region.geometry();
    double sum = 0;
    for (int z = -1; z < g.sizeZ(); z++) {
      for (int y = -1; y < g.sizeY(); y++) {
        for (int x = -1; x < g.sizeX(); x++) {
          for (int[] order : orders) {
            int[] corner = {x, y, z};
            int inside = at(region, corner);
            for (int axis : order) {
              corner[axis]++;
              inside += at(region, corner);
            }
            sum += part[inside] / 6;
          }
        }
      }
    }
    return sum * g.voxelVolumeMm3();
  }

  private static int at(Region region, int[] p) {
    GridGeometry g = region.geometry();
    boolean within =
        p[0] >= 0
            && p[1] >= 0
            && p[2] >= 0
            && p[0] < g.sizeX()
            && p[1] < g.sizeY()
            && p[2] < g.sizeZ();
    return within && region.contains(g.indexOf(p[0], p[1], p[2])) ? 1 : 0;
  }
}
