/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

/**
 * Control points of a tensor product of three cubic B-splines, x fastest, and the sums over one
 * axis that turn voxels into control points and back. Not thread-safe while it is changed.
 */
final class SplineLattice {

  final SplineAxis x;
  final SplineAxis y;
  final SplineAxis z;
  final double[] values;

  SplineLattice(SplineAxis x, SplineAxis y, SplineAxis z) {
    this(x, y, z, new double[x.controlPointCount * y.controlPointCount * z.controlPointCount]);
  }

  private SplineLattice(SplineAxis x, SplineAxis y, SplineAxis z, double[] values) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.values = values;
  }

  int planeSize() {
    return x.controlPointCount * y.controlPointCount;
  }

  /** Sums over z: the control points of the spline surface in slice {@code slice}. */
  void planeOf(int slice, double[] plane) {
    int size = planeSize();
    int from = z.first[slice] * size;
    double w0 = z.weight[0][slice];
    double w1 = z.weight[1][slice];
    double w2 = z.weight[2][slice];
    double w3 = z.weight[3][slice];
    for (int i = 0; i < size; i++) {
      plane[i] =
          w0 * values[from + i]
              + w1 * values[from + size + i]
              + w2 * values[from + 2 * size + i]
              + w3 * values[from + 3 * size + i];
    }
  }

  /** Sums over y: the control points of the spline curve along a row. */
  void rowOf(double[] plane, int row, double[] curve) {
    int size = x.controlPointCount;
    int from = y.first[row] * size;
    for (int i = 0; i < size; i++) {
      curve[i] =
          y.weight[0][row] * plane[from + i]
              + y.weight[1][row] * plane[from + size + i]
              + y.weight[2][row] * plane[from + 2 * size + i]
              + y.weight[3][row] * plane[from + 3 * size + i];
    }
  }

  /** Evaluates the spline curve at voxels {@code from} to {@code to − 1} of a row. */
  void curve(double[] curve, int from, int to, double[] result, int offset) {
    for (int i = from; i < to; ) {
      int end = Math.min(to, x.endOfSpan(i));
      double c0 = curve[x.first[i]];
      double c1 = curve[x.first[i] + 1];
      double c2 = curve[x.first[i] + 2];
      double c3 = curve[x.first[i] + 3];
      double[] w0 = x.weight[0];
      double[] w1 = x.weight[1];
      double[] w2 = x.weight[2];
      double[] w3 = x.weight[3];
      for (; i < end; i++) {
        result[offset + i] = c0 * w0[i] + c1 * w1[i] + c2 * w2[i] + c3 * w3[i];
      }
    }
  }

  /**
   * Doubles the number of spans along each axis without changing the spline: {@code even = (c[i] +
   * c[i+1])/2, odd = (c[i] + 6c[i+1] + c[i+2])/8} along each axis (Lane-Riesenfeld subdivision,
   * doi:10.1109/TPAMI.1980.4766968).
   */
  SplineLattice refined() {
    var newX = new SplineAxis(x.voxelCount, 2 * x.controlPointCount - 3);
    var newY = new SplineAxis(y.voxelCount, 2 * y.controlPointCount - 3);
    var newZ = new SplineAxis(z.voxelCount, 2 * z.controlPointCount - 3);
    int oldPlane = planeSize();
    double[] alongX = refined(values, 1, x.controlPointCount, oldPlane * z.controlPointCount);
    double[] alongY = refined(alongX, newX.controlPointCount, y.controlPointCount, alongX.length);
    double[] alongZ =
        refined(
            alongY,
            newX.controlPointCount * newY.controlPointCount,
            z.controlPointCount,
            alongY.length);
    return new SplineLattice(newX, newY, newZ, alongZ);
  }

  /** Refines along the axis with this stride and count of control points. */
  private static double[] refined(double[] c, int stride, int count, int length) {
    int fineCount = 2 * count - 3;
    double[] fine = new double[length / count * fineCount];
    for (int outer = 0; outer < length / (count * stride); outer++) {
      for (int k = 0; k < fineCount; k++) {
        int from = (outer * count + k / 2) * stride;
        int to = (outer * fineCount + k) * stride;
        for (int i = 0; i < stride; i++) {
          fine[to + i] =
              k % 2 == 0
                  ? (c[from + i] + c[from + stride + i]) / 2
                  : (c[from + i] + 6 * c[from + stride + i] + c[from + 2 * stride + i]) / 8;
        }
      }
    }
    return fine;
  }
}
