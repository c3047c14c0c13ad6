/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.spline;

import org.recourse.grid.geometry.GridGeometry;

/**
 * Coefficients of the cubic B-spline that passes through all voxel values, mirrored at the border.
 *
 * <p>Along each axis a causal and an anticausal recursion with the pole z = √3 − 2 and the gain 6.
 * Sources: M. Unser, IEEE Signal Process. Mag. 16 (1999) 22, box 2, doi:10.1109/79.799930;
 * itk::BSplineDecompositionImageFilter, ITK 5.2.1, whose order of operations is kept because a
 * resampled integer image is truncated. Degenerate case: an axis of one voxel is left as it is.
 * Worked example: of a constant image the coefficients are that constant.
 */
public final class BSplineCoefficients {

  private static final double POLE = Math.sqrt(3.0) - 2.0;
  private static final double GAIN = (1.0 - POLE) * (1.0 - 1.0 / POLE);
  private static final double TOLERANCE = 1e-10;

  private BSplineCoefficients() {}

  /** Replaces voxel values by coefficients. */
  public static void replace(double[] values, GridGeometry grid) {
    int slice = grid.sliceVoxelCount();
    double[] line = new double[Math.max(grid.sizeX(), Math.max(grid.sizeY(), grid.sizeZ()))];
    for (int row = 0; row < values.length; row += grid.sizeX()) {
      replaceLine(values, row, 1, grid.sizeX(), line);
    }
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int x = 0; x < grid.sizeX(); x++) {
        replaceLine(values, z * slice + x, grid.sizeX(), grid.sizeY(), line);
      }
    }
    for (int i = 0; i < slice; i++) {
      replaceLine(values, i, slice, grid.sizeZ(), line);
    }
  }

  private static void replaceLine(
      double[] values, int from, int stride, int length, double[] line) {
    if (length == 1) {
      return;
    }
    for (int i = 0; i < length; i++) {
      line[i] = values[from + i * stride] * GAIN;
    }
    line[0] = firstCausal(line, length);
    for (int i = 1; i < length; i++) {
      line[i] += POLE * line[i - 1];
    }
    line[length - 1] = (POLE / (POLE * POLE - 1.0)) * (POLE * line[length - 2] + line[length - 1]);
    for (int i = length - 2; i >= 0; i--) {
      line[i] = POLE * (line[i + 1] - line[i]);
    }
    for (int i = 0; i < length; i++) {
      values[from + i * stride] = line[i];
    }
  }

  private static double firstCausal(double[] line, int length) {
    int horizon = (int) Math.ceil(Math.log(TOLERANCE) / Math.log(Math.abs(POLE)));
    double power = POLE;
    if (horizon < length) {
      double sum = line[0];
      for (int i = 1; i < horizon; i++) {
        sum += power * line[i];
        power *= POLE;
      }
      return sum;
    }
    double inverse = 1.0 / POLE;
    double mirrored = Math.pow(POLE, length - 1.0);
    double sum = line[0] + mirrored * line[length - 1];
    mirrored *= mirrored * inverse;
    for (int i = 1; i <= length - 2; i++) {
      sum += (power + mirrored) * line[i];
      power *= POLE;
      mirrored *= inverse;
    }
    return sum / (1.0 - power * power);
  }
}
