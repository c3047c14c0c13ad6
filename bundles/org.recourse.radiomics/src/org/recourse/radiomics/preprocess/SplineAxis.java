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
 * Uniform cubic B-spline along one axis of a voxel grid: for every voxel the first of its four
 * control points and their weights. Voxel i of n lies at parameter {@code i·spans/(n − 1)}; the
 * last voxel is moved inside the last span by a thousandth of a voxel, as in ITK. Immutable.
 *
 * <p>With {@code fit} weights the contribution of a voxel to control point k in the fit of S. Lee,
 * G. Wolberg, S. Shin, IEEE TVCG 3 (1997) 228, doi:10.1109/2945.620490, along this axis: {@code
 * w_k³ / Σ_j w_j²}; {@code square} is {@code w_k²}. Both factorise over the axes because the voxels
 * lie on a grid.
 */
final class SplineAxis {

  /** Control points that act on a voxel. */
  static final int SUPPORT = 4;

  private static final double EPSILON = 1e-3;

  final int voxelCount;
  final int controlPointCount;
  final int[] first;
  final double[][] weight = new double[SUPPORT][];
  final double[][] fit = new double[SUPPORT][];
  final double[][] square = new double[SUPPORT][];

  SplineAxis(int voxelCount, int controlPointCount) {
    this.voxelCount = voxelCount;
    this.controlPointCount = controlPointCount;
    first = new int[voxelCount];
    for (int k = 0; k < SUPPORT; k++) {
      weight[k] = new double[voxelCount];
      fit[k] = new double[voxelCount];
      square[k] = new double[voxelCount];
    }
    int spans = controlPointCount - SUPPORT + 1;
    for (int i = 0; i < voxelCount; i++) {
      double parameter = voxelCount == 1 ? 0 : i * (double) spans / (voxelCount - 1);
      if (i > 0 && i == voxelCount - 1) {
        parameter = spans - EPSILON * spans / (voxelCount - 1);
      }
      first[i] = (int) parameter;
      setWeights(i, parameter - first[i]);
    }
  }

  private void setWeights(int i, double t) {
    double s = 1 - t;
    weight[0][i] = s * s * s / 6;
    weight[1][i] = (4 - 6 * t * t + 3 * t * t * t) / 6;
    weight[2][i] = (4 - 6 * s * s + 3 * s * s * s) / 6;
    weight[3][i] = t * t * t / 6;
    double squares = 0;
    for (int k = 0; k < SUPPORT; k++) {
      square[k][i] = weight[k][i] * weight[k][i];
      squares += square[k][i];
    }
    for (int k = 0; k < SUPPORT; k++) {
      fit[k][i] = square[k][i] * weight[k][i] / squares;
    }
  }

  /** Returns the first voxel after {@code i} whose control points differ from those of i. */
  int endOfSpan(int i) {
    int end = i + 1;
    while (end < voxelCount && first[end] == first[i]) {
      end++;
    }
    return end;
  }
}
