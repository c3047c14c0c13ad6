/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.recourse.grid.geometry.GridGeometry;

/** One slice of a resampling; holds the scratch memory of one thread. */
final class SliceResampling {

  private static final int AXES = 3;
  private static final int SUPPORT = 4; // of the cubic B-spline along one axis

  private final double[] values; // voxel values, or coefficients of the B-spline
  private final GridGeometry target;
  private final Interpolation interpolation;
  private final int[] size;
  private final double[] sourceOrigin;
  private final double[][] patientToIndex = new double[AXES][AXES];
  private final double[][] targetToPatient = new double[AXES][AXES];
  private final double[] index = new double[AXES];
  private final int[][] support = new int[AXES][SUPPORT];
  private final double[][] weight = new double[AXES][SUPPORT];

  SliceResampling(
      double[] values, GridGeometry source, GridGeometry target, Interpolation interpolation) {
    this.values = values;
    this.target = target;
    this.interpolation = interpolation;
    size = new int[] {source.sizeX(), source.sizeY(), source.sizeZ()};
    sourceOrigin = ResamplingGrid.toArray(source.originMm());
    double[] spacing = ResamplingGrid.toArray(source.spacingMm());
    for (int r = 0; r < AXES; r++) {
      for (int c = 0; c < AXES; c++) {
        targetToPatient[r][c] = ResamplingGrid.indexToPatient(target, r, c);
        // the axes are orthonormal, so the inverse is the transpose divided by the spacing
        double axis = ResamplingGrid.indexToPatient(source, c, r) / spacing[r];
        patientToIndex[r][c] = axis * (1.0 / spacing[r]);
      }
    }
  }

  void slice(int z, double[] resampled) {
    double[] start = new double[AXES];
    double[] end = new double[AXES];
    int sizeX = target.sizeX();
    for (int y = 0; y < target.sizeY(); y++) {
      toSourceIndex(0, y, z, start);
      toSourceIndex(sizeX, y, z, end);
      int row = (z * target.sizeY() + y) * sizeX;
      for (int x = 0; x < sizeX; x++) {
        double alpha = x / (double) sizeX;
        for (int i = 0; i < AXES; i++) {
          index[i] = start[i] + alpha * (end[i] - start[i]);
        }
        resampled[row + x] = isInside() ? interpolated() : 0;
      }
    }
  }

  private void toSourceIndex(int x, int y, int z, double[] result) {
    double[] origin = ResamplingGrid.toArray(target.originMm());
    double[] d = new double[AXES];
    for (int r = 0; r < AXES; r++) {
      double[] m = targetToPatient[r];
      d[r] = origin[r] + m[0] * x + m[1] * y + m[2] * z - sourceOrigin[r];
    }
    for (int r = 0; r < AXES; r++) {
      double[] m = patientToIndex[r];
      result[r] = m[0] * d[0] + m[1] * d[1] + m[2] * d[2];
    }
  }

  private boolean isInside() {
    for (int i = 0; i < AXES; i++) {
      if (!(index[i] >= -0.5 && index[i] < size[i] - 0.5)) {
        return false;
      }
    }
    return true;
  }

  private double interpolated() {
    return switch (interpolation) {
      case NEAREST -> at((int) Math.floor(index[0] + 0.5), nearest(1), nearest(2));
      case LINEAR -> linear();
      case BSPLINE -> bSpline();
    };
  }

  private int nearest(int axis) {
    return (int) Math.floor(index[axis] + 0.5);
  }

  private double at(int x, int y, int z) {
    return values[(z * size[1] + y) * size[0] + x];
  }

  private double linear() {
    for (int i = 0; i < AXES; i++) {
      int low = Math.max((int) Math.floor(index[i]), 0);
      support[i][0] = low;
      support[i][1] = Math.min(low + 1, size[i] - 1); // the border value continues
      weight[i][0] = Math.max(index[i] - low, 0);
    }
    double front = linearInSlice(support[2][0]);
    double back = linearInSlice(support[2][1]);
    return front + (back - front) * weight[2][0];
  }

  private double linearInSlice(int z) {
    double near = linearInRow(support[1][0], z);
    double far = linearInRow(support[1][1], z);
    return near + (far - near) * weight[1][0];
  }

  private double linearInRow(int y, int z) {
    double left = at(support[0][0], y, z);
    double right = at(support[0][1], y, z);
    return left + (right - left) * weight[0][0];
  }

  /** Sum over 4x4x4 coefficients, x fastest, in the order and with the products of ITK. */
  private double bSpline() {
    for (int i = 0; i < AXES; i++) {
      splineWeights(i);
    }
    double sum = 0;
    for (int k = 0; k < SUPPORT; k++) {
      double wz = weight[2][k];
      for (int j = 0; j < SUPPORT; j++) {
        double wy = weight[1][j];
        int row = (support[2][k] * size[1] + support[1][j]) * size[0];
        for (int i = 0; i < SUPPORT; i++) {
          sum += weight[0][i] * wy * wz * values[row + support[0][i]];
        }
      }
    }
    return sum;
  }

  private void splineWeights(int axis) {
    double position = index[axis];
    int first = (int) Math.floor((float) position) - 1; // single precision as in ITK
    double w = position - (first + 1);
    double[] weights = weight[axis];
    weights[3] = (1.0 / 6.0) * w * w * w;
    weights[0] = (1.0 / 6.0) + 0.5 * w * (w - 1.0) - weights[3];
    weights[2] = w + weights[0] - 2.0 * weights[3];
    weights[1] = 1.0 - weights[0] - weights[2] - weights[3];
    int end = size[axis] - 1;
    for (int k = 0; k < SUPPORT; k++) {
      int at = first + k;
      if (end == 0) {
        at = 0;
      } else {
        at = at < 0 ? -at : at;
        at = at >= end ? end - (at - end) : at;
      }
      support[axis][k] = Math.clamp(at, 0, end); // an axis of two voxels mirrors twice
    }
  }
}
