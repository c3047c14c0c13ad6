/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;

/**
 * Area and volume of the marching cubes mesh around a region, without making the mesh: cubes are
 * counted by their corner sets, with the sums of their places, and each set has a fixed area and a
 * volume that is linear in the place. Worked example, checked by {@code ShapeTest}: a single voxel
 * of 1 mm has an octahedron of 1/6 mm³ and √3 mm².
 *
 * @param areaMm2 sum of the triangles
 * @param volumeMm3 sum of signed tetrahedra from the origin
 */
public record SurfaceMesh(double areaMm2, double volumeMm3) {

  /** Measures a region; the part outside its grid counts as outside. */
  public static SurfaceMesh of(Region region) {
    return new CornerCounts(region).measure(region.geometry().spacingMm());
  }

  /** Counts of cubes by corner set, with the sums of their indices. Not thread-safe. */
  private static final class CornerCounts {

    private final long[] count = new long[256];
    private final long[] sumX = new long[256];
    private final long[] sumY = new long[256];
    private final long[] sumZ = new long[256];

    CornerCounts(Region region) {
      int sx = region.geometry().sizeX();
      int sy = region.geometry().sizeY();
      int sz = region.geometry().sizeZ();
      byte[] inside = region.toBytes();
      byte[] outside = new byte[sx];
      for (int z = -1; z < sz; z++) {
        for (int y = -1; y < sy; y++) {
          int here = (z * sy + y) * sx;
          byte[] near = z >= 0 && y >= 0 ? inside : outside;
          byte[] back = z >= 0 && y + 1 < sy ? inside : outside;
          byte[] above = z + 1 < sz && y >= 0 ? inside : outside;
          byte[] aboveBack = z + 1 < sz && y + 1 < sy ? inside : outside;
          countRow(
              new byte[][] {near, back, above, aboveBack},
              new int[] {
                near == inside ? here : 0,
                back == inside ? here + sx : 0,
                above == inside ? here + sy * sx : 0,
                aboveBack == inside ? here + (sy + 1) * sx : 0
              },
              sx,
              y,
              z);
        }
      }
    }

    private void countRow(byte[][] row, int[] from, int sx, int y, int z) {
      byte[] a = row[0];
      byte[] b = row[1];
      byte[] c = row[2];
      byte[] d = row[3];
      int corners = 0;
      for (int x = -1; x < sx; x++) {
        // The right side of the last cube is the left side of this one.
        corners = (corners & 0x22) >> 1 | (corners & 0x44) << 1;
        if (x + 1 < sx) {
          corners |=
              a[from[0] + x + 1] << 1
                  | b[from[1] + x + 1] << 2
                  | c[from[2] + x + 1] << 5
                  | d[from[3] + x + 1] << 6;
        }
        if (corners != 0 && corners != 255) {
          count[corners]++;
          // The mesh has gaps where inside voxels touch at an edge only, so its volume depends on
          // the origin: PyRadiomics measures from the corner of the box grown by one voxel.
          sumX[corners] += x + 1;
          sumY[corners] += y + 1;
          sumZ[corners] += z + 1;
        }
      }
    }

    SurfaceMesh measure(Vector3 spacingMm) {
      double area = 0;
      double volume = 0;
      for (int corners = 1; corners < 255; corners++) {
        if (count[corners] == 0) {
          continue;
        }
        Vector3 place =
            new Vector3(
                sumX[corners] * spacingMm.x(),
                sumY[corners] * spacingMm.y(),
                sumZ[corners] * spacingMm.z());
        int[] edges = CubeTriangles.edges(corners);
        for (int t = 0; t < edges.length; t += 3) {
          Vector3 a = middle(edges[t], spacingMm);
          Vector3 b = middle(edges[t + 1], spacingMm);
          Vector3 c = middle(edges[t + 2], spacingMm);
          Vector3 normal = cross(b.minus(a), c.minus(a));
          area += 0.5 * count[corners] * Math.sqrt(normal.dot(normal));
          double determinant = cross(a, b).dot(c);
          volume += (count[corners] * determinant + place.dot(normal)) / 6;
        }
      }
      return new SurfaceMesh(area, Math.abs(volume));
    }

    private static Vector3 middle(int edge, Vector3 spacingMm) {
      return new Vector3(
          0.5 * CubeTriangles.doubledPlace(edge, 0) * spacingMm.x(),
          0.5 * CubeTriangles.doubledPlace(edge, 1) * spacingMm.y(),
          0.5 * CubeTriangles.doubledPlace(edge, 2) * spacingMm.z());
    }

    private static Vector3 cross(Vector3 a, Vector3 b) {
      return new Vector3(
          a.y() * b.z() - a.z() * b.y(),
          a.z() * b.x() - a.x() * b.z(),
          a.x() * b.y() - a.y() * b.x());
    }
  }
}
