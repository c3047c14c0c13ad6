/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import org.recourse.radiomics.image.Region;

/**
 * Eigenvalues of the covariance of voxel centres along the axes of the grid, mm². Not changed after
 * construction.
 */
public final class VoxelCovariance {

  /** Rounding may leave the eigenvalue of a flat region just below 0. */
  private static final double ROUNDING_MM2 = 1e-10;

  private final double[] eigenvalueMm2;

  private VoxelCovariance(double[] eigenvalueMm2) {
    this.eigenvalueMm2 = eigenvalueMm2;
    for (int i = 0; i < eigenvalueMm2.length; i++) {
      if (eigenvalueMm2[i] < 0 && eigenvalueMm2[i] > -ROUNDING_MM2) {
        eigenvalueMm2[i] = 0;
      }
    }
  }

  /** Covariance divided by the number of voxels, of the first {@code dimensions} axes. */
  public static VoxelCovariance of(Region region, int dimensions) {
    return of(region, dimensions, region.voxelCount());
  }

  /** Covariance in three dimensions, divided by the number of voxels less one, as IBSI does. */
  public static VoxelCovariance ofSample(Region region) {
    return of(region, 3, Math.max(region.voxelCount() - 1, 1));
  }

  private static VoxelCovariance of(Region region, int dimensions, double divisor) {
    int sx = region.geometry().sizeX();
    int sy = region.geometry().sizeY();
    int sz = region.geometry().sizeZ();
    byte[] inside = region.toBytes();
    long[] sum = new long[3];
    long[][] product = new long[3][3];
    for (int z = 0, i = 0; z < sz; z++) {
      for (int y = 0; y < sy; y++) {
        long n = 0;
        long alongX = 0;
        long alongXx = 0;
        for (int x = 0; x < sx; x++, i++) {
          long in = inside[i];
          n += in;
          alongX += in * x;
          alongXx += in * x * x;
        }
        sum[0] += alongX;
        sum[1] += n * y;
        sum[2] += n * z;
        product[0][0] += alongXx;
        product[0][1] += alongX * y;
        product[0][2] += alongX * z;
        product[1][1] += n * y * y;
        product[1][2] += n * y * z;
        product[2][2] += n * z * z;
      }
    }
    double[] spacing = {
      region.geometry().spacingMm().x(),
      region.geometry().spacingMm().y(),
      region.geometry().spacingMm().z()
    };
    double count = region.voxelCount();
    double[][] covariance = new double[dimensions][dimensions];
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        double mean = sum[a] / count * (sum[b] / count);
        covariance[a][b] =
            (product[a][b] / count - mean) * count / divisor * spacing[a] * spacing[b];
        covariance[b][a] = covariance[a][b];
      }
    }
    return new VoxelCovariance(PrincipalAxes.eigenvalues(covariance));
  }

  /** Returns 4·√λ, the axis of an ellipsoid with this covariance; 0 is the least axis. */
  public double axisLengthMm(int axis) {
    return 4 * Math.sqrt(eigenvalueMm2[axis]);
  }

  /** Returns the ratio of two axes; NaN if the longer one is 0. */
  public double ratio(int shorter, int longer) {
    return Math.sqrt(eigenvalueMm2[shorter] / eigenvalueMm2[longer]);
  }
}
