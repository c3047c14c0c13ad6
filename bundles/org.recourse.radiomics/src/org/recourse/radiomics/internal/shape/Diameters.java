/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.Arrays;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;

/**
 * Largest distances between mesh vertices: in planes across each axis, and at all. The ends of a
 * diameter are corners of the convex hull of their plane, so for each plane only its hull is kept
 * and the hulls are compared; 1.9 s for all pairs of a thin shell become milliseconds.
 *
 * <p>Worked example, checked by {@code ShapeTest}: a single voxel of 1 mm has the vertices ±½ mm on
 * each axis, so all four diameters are 1 mm.
 *
 * @param acrossXMm largest distance of two vertices with equal x, in PyRadiomics "Row"
 * @param acrossYMm with equal y, "Column"
 * @param acrossZMm with equal z, "Slice"
 * @param overallMm largest distance of any two vertices
 */
public record Diameters(double acrossXMm, double acrossYMm, double acrossZMm, double overallMm) {

  public static Diameters of(Region region) {
    var thinnedAlongX = new MeshVertices(region, 0);
    var thinnedAlongY = new MeshVertices(region, 1); // planes across x need every x
    Vector3 spacing = region.geometry().spacingMm();
    double[] spacingMm = {spacing.x(), spacing.y(), spacing.z()};
    var planesX = new PlaneHulls(thinnedAlongY, 0, spacingMm);
    var planesY = new PlaneHulls(thinnedAlongX, 1, spacingMm);
    var planesZ = new PlaneHulls(thinnedAlongX, 2, spacingMm);
    return new Diameters(
        planesX.largestInPlane(),
        planesY.largestInPlane(),
        planesZ.largestInPlane(),
        planesZ.largest());
  }

  /** Convex hulls of the vertices in each plane across one axis. Not thread-safe. */
  private static final class PlaneHulls {

    private final double stepMm; // between planes of half indices
    private final double[][] uMm; // hull corners of each plane
    private final double[][] vMm;

    PlaneHulls(MeshVertices vertices, int axis, double[] spacingMm) {
      int u = axis == 0 ? 1 : 0;
      int v = axis == 2 ? 1 : 2;
      stepMm = 0.5 * spacingMm[axis];
      int most = 0;
      for (int i = 0; i < vertices.count(); i++) {
        most = Math.max(most, vertices.doubled(i, axis) + 1);
      }
      int[] start = new int[most + 2];
      for (int i = 0; i < vertices.count(); i++) {
        start[vertices.doubled(i, axis) + 2]++;
      }
      for (int p = 0; p <= most; p++) {
        start[p + 1] += start[p];
      }
      long[] points = new long[vertices.count()];
      int[] next = start.clone();
      for (int i = 0; i < vertices.count(); i++) {
        long key =
            (long) vertices.doubled(i, u) << Integer.SIZE | (vertices.doubled(i, v) & 0xffffffffL);
        points[next[vertices.doubled(i, axis) + 1]++] = key;
      }
      uMm = new double[most + 1][];
      vMm = new double[most + 1][];
      for (int p = 0; p <= most; p++) {
        long[] hull = hull(Arrays.copyOfRange(points, start[p], start[p + 1]));
        uMm[p] = new double[hull.length];
        vMm[p] = new double[hull.length];
        for (int i = 0; i < hull.length; i++) {
          uMm[p][i] = 0.5 * (int) (hull[i] >> Integer.SIZE) * spacingMm[u];
          vMm[p][i] = 0.5 * (int) hull[i] * spacingMm[v];
        }
      }
    }

    /**
     * Andrew's monotone chain on whole numbers; scaling the axes afterwards keeps a hull a hull.
     */
    private static long[] hull(long[] points) {
      // Second coordinates may be -1: order by both as signed numbers.
      for (int i = 0; i < points.length; i++) {
        points[i] ^= 0x80000000L;
      }
      Arrays.sort(points);
      for (int i = 0; i < points.length; i++) {
        points[i] ^= 0x80000000L;
      }
      if (points.length < 3) {
        return points;
      }
      long[] hull = new long[2 * points.length];
      int size = 0;
      for (int pass = 0; pass < 2; pass++) {
        int floor = size;
        for (int i = 0; i < points.length; i++) {
          long point = points[pass == 0 ? i : points.length - 1 - i];
          while (size - floor >= 2 && !turnsLeft(hull[size - 2], hull[size - 1], point)) {
            size--;
          }
          hull[size++] = point;
        }
        size--; // the last point begins the other chain
      }
      return Arrays.copyOf(hull, size);
    }

    private static boolean turnsLeft(long a, long b, long c) {
      long abU = (int) (b >> Integer.SIZE) - (int) (a >> Integer.SIZE);
      long abV = (int) b - (int) a;
      long acU = (int) (c >> Integer.SIZE) - (int) (a >> Integer.SIZE);
      long acV = (int) c - (int) a;
      return abU * acV - abV * acU > 0;
    }

    double largestInPlane() {
      double squared = 0;
      for (int p = 0; p < uMm.length; p++) {
        squared = Math.max(squared, between(p, p, squared));
      }
      return Math.sqrt(squared);
    }

    double largest() {
      double squared = 0;
      for (int p = uMm.length - 1; p >= 0; p--) {
        for (int q = 0; q <= p; q++) {
          if (uMm[p].length > 0 && uMm[q].length > 0) {
            squared = Math.max(squared, between(p, q, squared));
          }
        }
      }
      return Math.sqrt(squared);
    }

    private double between(int p, int q, double known) {
      double apart = (p - q) * stepMm;
      double best = known - apart * apart;
      for (int i = 0; i < uMm[p].length; i++) {
        double u = uMm[p][i];
        double v = vMm[p][i];
        for (int j = 0; j < uMm[q].length; j++) {
          double du = u - uMm[q][j];
          double dv = v - vMm[q][j];
          best = Math.max(best, du * du + dv * dv);
        }
      }
      return best + apart * apart;
    }
  }
}
