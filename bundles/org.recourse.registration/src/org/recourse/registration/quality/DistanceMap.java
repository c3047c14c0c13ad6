/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Squared distance in mm² of every voxel centre to the nearest of some voxels, exact, axis by axis
 * by lower envelopes of parabolas (Felzenszwalb and Huttenlocher 2012,
 * doi:10.4086/toc.2012.v008a019).
 */
final class DistanceMap {

  private static final double FAR = 1e20;

  private DistanceMap() {}

  static double[] squaredMm2(boolean[] from, GridGeometry g) {
    double[] d = new double[from.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = from[i] ? 0 : FAR;
    }
    Vector3 s = g.spacingMm();
    along(d, g.sizeX(), 1, s.x());
    along(d, g.sizeY(), g.sizeX(), s.y());
    along(d, g.sizeZ(), g.sliceVoxelCount(), s.z());
    return d;
  }

  private static void along(double[] d, int size, int stride, double spacingMm) {
    double[] line = new double[size];
    int[] vertex = new int[size];
    double[] border = new double[size + 1];
    for (int start = 0; start < d.length; start++) {
      if (start / stride % size != 0) {
        continue;
      }
      for (int i = 0; i < size; i++) {
        line[i] = d[start + i * stride] / (spacingMm * spacingMm);
      }
      int last = 0;
      vertex[0] = 0;
      Arrays.fill(border, Double.POSITIVE_INFINITY);
      border[0] = Double.NEGATIVE_INFINITY;
      for (int q = 1; q < size; q++) {
        double at = meeting(line, vertex[last], q);
        while (at <= border[last]) {
          last--;
          at = meeting(line, vertex[last], q);
        }
        last++;
        vertex[last] = q;
        border[last] = at;
        border[last + 1] = Double.POSITIVE_INFINITY;
      }
      int k = 0;
      for (int i = 0; i < size; i++) {
        while (border[k + 1] < i) {
          k++;
        }
        double step = i - vertex[k];
        d[start + i * stride] = (step * step + line[vertex[k]]) * spacingMm * spacingMm;
      }
    }
  }

  private static double meeting(double[] line, int p, int q) {
    return (line[q] + (double) q * q - line[p] - (double) p * p) / (2.0 * (q - p));
  }
}
