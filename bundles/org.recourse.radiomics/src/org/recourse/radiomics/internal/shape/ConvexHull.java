/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.recourse.radiomics.image.Region;

/**
 * Convex hull of the mesh vertices of a region, built point by point. Points are moved by up to
 * 1e-7 voxel, so that no four of them lie in a plane; this changes volume and area by as little.
 *
 * @param volumeMm3 volume of the hull
 * @param areaMm2 surface of the hull
 */
public record ConvexHull(double volumeMm3, double areaMm2) {

  private static final double JITTER = 1e-7;

  /** Measures the hull of a region. */
  public static ConvexHull of(Region region) {
    var vertices = new MeshVertices(region, 0);
    var random = new Random(1);
    double[][] points = new double[vertices.count()][3];
    double[] spacing = {
      region.geometry().spacingMm().x(),
      region.geometry().spacingMm().y(),
      region.geometry().spacingMm().z()
    };
    for (int i = 0; i < points.length; i++) {
      for (int axis = 0; axis < 3; axis++) {
        double place = 0.5 * vertices.doubled(i, axis) + JITTER * (random.nextDouble() - 0.5);
        points[i][axis] = place * spacing[axis];
      }
    }
    java.util.Collections.shuffle(java.util.Arrays.asList(points), random);
    return new Builder(points).measure();
  }

  /** Faces are triples of points, seen anticlockwise from outside. Not thread-safe. */
  private static final class Builder {

    private final double[][] points;
    private List<int[]> faces = new ArrayList<>();

    Builder(double[][] points) {
      this.points = points;
      addFirst();
      for (int p = 4; p < points.length; p++) {
        add(p);
      }
    }

    private void addFirst() {
      int[][] candidates = {{0, 1, 2}, {0, 1, 3}, {0, 2, 3}, {1, 2, 3}};
      for (int[] face : candidates) {
        int opposite = 6 - face[0] - face[1] - face[2];
        faces.add(above(face, opposite) > 0 ? new int[] {face[0], face[2], face[1]} : face.clone());
      }
    }

    private void add(int p) {
      var kept = new ArrayList<int[]>();
      Map<Long, int[]> open = new HashMap<>(); // edges of one visible face only
      boolean seen = false;
      for (int[] face : faces) {
        if (above(face, p) <= 0) {
          kept.add(face);
          continue;
        }
        seen = true;
        for (int k = 0; k < 3; k++) {
          int a = face[k];
          int b = face[(k + 1) % 3];
          if (open.remove((long) b << Integer.SIZE | a) == null) {
            open.put((long) a << Integer.SIZE | b, new int[] {a, b, p});
          }
        }
      }
      if (seen) {
        kept.addAll(open.values());
        faces = kept;
      }
    }

    private double above(int[] face, int p) {
      double[] a = points[face[0]];
      double[] n = normal(face);
      double[] q = points[p];
      return n[0] * (q[0] - a[0]) + n[1] * (q[1] - a[1]) + n[2] * (q[2] - a[2]);
    }

    private double[] normal(int[] face) {
      double[] a = points[face[0]];
      double[] b = points[face[1]];
      double[] c = points[face[2]];
      double ux = b[0] - a[0];
      double uy = b[1] - a[1];
      double uz = b[2] - a[2];
      double vx = c[0] - a[0];
      double vy = c[1] - a[1];
      double vz = c[2] - a[2];
      return new double[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    }

    ConvexHull measure() {
      double area = 0;
      double volume = 0;
      for (int[] face : faces) {
        double[] n = normal(face);
        double[] a = points[face[0]];
        area += 0.5 * Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        volume += (n[0] * a[0] + n[1] * a[1] + n[2] * a[2]) / 6;
      }
      return new ConvexHull(Math.abs(volume), area);
    }
  }
}
