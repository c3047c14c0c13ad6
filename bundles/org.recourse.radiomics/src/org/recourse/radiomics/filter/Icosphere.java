/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vertices of an icosahedron whose triangles were divided in four a number of times, on a sphere;
 * orientation as in the Python library trimesh: the first coordinate pairs are (∓1, ±t, 0) with the
 * golden ratio t. 12 vertices without subdivision, 42 with one. Immutable.
 */
final class Icosphere {

  private static final double T = (1 + Math.sqrt(5)) / 2;
  private static final double[][] CORNERS = {
    {-1, T, 0}, {1, T, 0}, {-1, -T, 0}, {1, -T, 0},
    {0, -1, T}, {0, 1, T}, {0, -1, -T}, {0, 1, -T},
    {T, 0, -1}, {T, 0, 1}, {-T, 0, -1}, {-T, 0, 1}
  };
  private static final int[][] FACES = {
    {0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11},
    {1, 5, 9}, {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
    {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8}, {3, 8, 9},
    {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}
  };

  private final double radius;
  private final List<double[]> vertices = new ArrayList<>();

  Icosphere(int subdivisions, double radius) {
    this.radius = radius;
    for (double[] corner : CORNERS) {
      vertices.add(onUnitSphere(corner[0], corner[1], corner[2]));
    }
    List<int[]> faces = List.of(FACES);
    for (int i = 0; i < subdivisions; i++) {
      faces = subdivided(faces);
    }
  }

  private List<int[]> subdivided(List<int[]> faces) {
    var middleOfEdge = new HashMap<Long, Integer>();
    var finer = new ArrayList<int[]>();
    for (int[] f : faces) {
      int a = middle(f[0], f[1], middleOfEdge);
      int b = middle(f[1], f[2], middleOfEdge);
      int c = middle(f[2], f[0], middleOfEdge);
      finer.add(new int[] {f[0], a, c});
      finer.add(new int[] {a, f[1], b});
      finer.add(new int[] {c, b, f[2]});
      finer.add(new int[] {a, b, c});
    }
    return finer;
  }

  private int middle(int i, int j, Map<Long, Integer> middleOfEdge) {
    long edge = (long) Math.min(i, j) << Integer.SIZE | Math.max(i, j);
    return middleOfEdge.computeIfAbsent(
        edge,
        key -> {
          double[] a = vertices.get(i);
          double[] b = vertices.get(j);
          vertices.add(onUnitSphere(a[0] + b[0], a[1] + b[1], a[2] + b[2]));
          return vertices.size() - 1;
        });
  }

  private static double[] onUnitSphere(double a, double b, double c) {
    double norm = Math.sqrt(a * a + b * b + c * c);
    return new double[] {a / norm, b / norm, c / norm};
  }

  int count() {
    return vertices.size();
  }

  double radius() {
    return radius;
  }

  /** Returns a coordinate (0, 1 or 2) of a vertex on the unit sphere. */
  double unit(int vertex, int coordinate) {
    return vertices.get(vertex)[coordinate];
  }
}
