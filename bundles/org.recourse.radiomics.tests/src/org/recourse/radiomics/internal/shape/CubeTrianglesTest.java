/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;

/** What any marching cubes surface has to fulfil, on all corner sets and on random masks. */
class CubeTrianglesTest {

  private static final double ROUNDING = 1e-10;

  /** Side of the random masks. */
  private static final int SIDE = 9;

  private static final int[][] CORNERS = {
    {0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}
  };

  @Test
  void aCornerHasTheTriangleOfItsEdges() {
    int[] edges = CubeTriangles.edges(1);
    assertArrayEquals(new int[] {0, 3, 8}, java.util.Arrays.stream(edges).sorted().toArray());
    double[] normal = normal(edges, 0);
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(1, normal[axis], "outward from (0, 0, 0)"); // cross product of doubled places
    }
    assertEquals(0, CubeTriangles.edges(0).length);
    assertEquals(0, CubeTriangles.edges(255).length);
  }

  @Test
  void everyCrossedEdgeIsUsedAndNoOther() {
    for (int corners = 0; corners < 256; corners++) {
      int used = 0;
      for (int edge : CubeTriangles.edges(corners)) {
        used |= 1 << edge;
      }
      for (int edge = 0; edge < 12; edge++) {
        int crossed = 0;
        for (int k = 0; k < 8; k++) {
          boolean end = true;
          for (int axis = 0; axis < 3; axis++) {
            int doubled = CubeTriangles.doubledPlace(edge, axis);
            end &= doubled == 1 || doubled == 2 * CORNERS[k][axis];
          }
          crossed += end ? corners >> k & 1 : 0;
        }
        assertEquals(crossed == 1, (used >> edge & 1) == 1, corners + ", edge " + edge);
      }
    }
  }

  @Test
  void complementsHaveTheSameTrianglesTurned() {
    for (int corners = 0; corners < 256; corners++) {
      int[] edges = CubeTriangles.edges(corners);
      int[] other = CubeTriangles.edges(255 - corners);
      for (int t = 0; t < edges.length; t += 3) {
        assertArrayEquals(
            new int[] {edges[t], edges[t + 2], edges[t + 1]},
            new int[] {other[t], other[t + 1], other[t + 2]});
      }
    }
  }

  @RepeatedTest(20)
  void aMaskWithoutDiagonalsHasAClosedSurface(RepetitionInfo run) {
    byte[] mask = withoutDiagonals(run.getCurrentRepetition());
    assertEquals(Map.of(), openEdges(mask));
  }

  @RepeatedTest(20)
  void anyMaskIsOpenOnFacesWithADiagonalOnly(RepetitionInfo run) {
    byte[] mask = random(run.getCurrentRepetition());
    for (List<Integer> edge : openEdges(mask).keySet()) {
      assertTrue(onDiagonalFace(mask, edge), edge.toString());
    }
  }

  @RepeatedTest(20)
  void measuresDoNotDependOnTheNumberingOfCorners(RepetitionInfo run) {
    byte[] mask = withoutDiagonals(run.getCurrentRepetition());
    byte[] mirrored = new byte[mask.length];
    byte[] turned = new byte[mask.length];
    for (int z = 0; z < SIDE; z++) {
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          mirrored[index(SIDE - 1 - x, y, z)] = mask[index(x, y, z)];
          turned[index(y, z, x)] = mask[index(x, y, z)];
        }
      }
    }
    SurfaceMesh expected = measure(mask, new Vector3(0.7, 1.1, 3));
    for (SurfaceMesh mesh :
        List.of(
            measure(mirrored, new Vector3(0.7, 1.1, 3)),
            measure(turned, new Vector3(1.1, 3, 0.7)))) {
      assertEquals(expected.areaMm2(), mesh.areaMm2(), ROUNDING * expected.areaMm2());
      assertEquals(expected.volumeMm3(), mesh.volumeMm3(), ROUNDING * expected.volumeMm3());
    }
  }

  /** Directed triangle edges without one in the opposite direction, in doubled indices. */
  private static Map<List<Integer>, Integer> openEdges(byte[] mask) {
    Map<List<Integer>, Integer> open = new HashMap<>();
    for (int z = -1; z < SIDE; z++) {
      for (int y = -1; y < SIDE; y++) {
        for (int x = -1; x < SIDE; x++) {
          int corners = 0;
          for (int k = 0; k < 8; k++) {
            corners |= at(mask, x + CORNERS[k][0], y + CORNERS[k][1], z + CORNERS[k][2]) << k;
          }
          int[] edges = CubeTriangles.edges(corners);
          for (int i = 0; i < edges.length; i++) {
            List<Integer> from = vertex(edges[i], x, y, z);
            List<Integer> to = vertex(edges[i % 3 == 2 ? i - 2 : i + 1], x, y, z);
            open.merge(joined(from, to), 1, Integer::sum);
            open.merge(joined(to, from), -1, Integer::sum);
          }
        }
      }
    }
    open.values().removeIf(count -> count == 0);
    return open;
  }

  private static List<Integer> vertex(int edge, int x, int y, int z) {
    return List.of(
        2 * x + CubeTriangles.doubledPlace(edge, 0),
        2 * y + CubeTriangles.doubledPlace(edge, 1),
        2 * z + CubeTriangles.doubledPlace(edge, 2));
  }

  private static List<Integer> joined(List<Integer> from, List<Integer> to) {
    List<Integer> edge = new ArrayList<>(from);
    edge.addAll(to);
    return edge;
  }

  /** Says whether both ends lie on one face of a cube that has a diagonal of inside corners. */
  private static boolean onDiagonalFace(byte[] mask, List<Integer> edge) {
    int[] low = new int[3];
    int flat = 0;
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = Math.floorDiv(Math.min(edge.get(axis), edge.get(axis + 3)), 2);
      if (edge.get(axis).equals(edge.get(axis + 3)) && edge.get(axis) % 2 == 0) {
        flat = axis;
      }
    }
    return diagonal(mask, low[0], low[1], low[2], flat);
  }

  private static boolean diagonal(byte[] mask, int x, int y, int z, int flat) {
    int[] u = {flat == 0 ? 0 : 1, flat == 0 ? 1 : 0, 0};
    int[] v = {0, flat == 2 ? 1 : 0, flat == 2 ? 0 : 1};
    int here = at(mask, x, y, z);
    int right = at(mask, x + u[0], y + u[1], z + u[2]);
    int across = at(mask, x + u[0] + v[0], y + u[1] + v[1], z + u[2] + v[2]);
    int above = at(mask, x + v[0], y + v[1], z + v[2]);
    return here == across && right == above && here != right;
  }

  private static byte[] random(long seed) {
    var random = new Random(seed);
    byte[] mask = new byte[SIDE * SIDE * SIDE];
    double fraction = 0.1 + 0.6 * random.nextDouble();
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (random.nextDouble() < fraction ? 1 : 0);
    }
    mask[mask.length / 2] = 1;
    return mask;
  }

  /** A mask without diagonals, from one voxel by random flips that make none. */
  private static byte[] withoutDiagonals(long seed) {
    var random = new Random(seed);
    byte[] mask = new byte[SIDE * SIDE * SIDE];
    mask[mask.length / 2] = 1;
    for (int flip = 0; flip < 20 * mask.length; flip++) {
      int i = random.nextInt(mask.length);
      mask[i] ^= 1;
      if (hasDiagonalAt(mask, i % SIDE, i / SIDE % SIDE, i / SIDE / SIDE)) {
        mask[i] ^= 1;
      }
    }
    return mask;
  }

  private static boolean hasDiagonalAt(byte[] mask, int x, int y, int z) {
    for (int flat = 0; flat < 3; flat++) {
      for (int k = 0; k < 8; k++) {
        if (CORNERS[k][flat] == 0
            && diagonal(mask, x - CORNERS[k][0], y - CORNERS[k][1], z - CORNERS[k][2], flat)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int index(int x, int y, int z) {
    return (z * SIDE + y) * SIDE + x;
  }

  private static int at(byte[] mask, int x, int y, int z) {
    boolean within = x >= 0 && y >= 0 && z >= 0 && x < SIDE && y < SIDE && z < SIDE;
    return within ? mask[index(x, y, z)] : 0;
  }

  private static SurfaceMesh measure(byte[] mask, Vector3 spacingMm) {
    return SurfaceMesh.of(
        Region.of(new GridGeometry(SIDE, SIDE, SIDE, new Vector3(0, 0, 0), spacingMm), mask));
  }

  /** Cross product of two sides of a triangle, from doubled places. */
  private static double[] normal(int[] edges, int first) {
    double[] b = new double[3];
    double[] c = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int a = CubeTriangles.doubledPlace(edges[first], axis);
      b[axis] = CubeTriangles.doubledPlace(edges[first + 1], axis) - a;
      c[axis] = CubeTriangles.doubledPlace(edges[first + 2], axis) - a;
    }
    return new double[] {
      b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]
    };
  }
}
