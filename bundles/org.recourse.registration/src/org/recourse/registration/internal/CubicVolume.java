/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * An image interpolated by cubic B-splines (Unser, Aldroubi and Eden 1993, doi:10.1109/78.193220):
 * its own blur is far smaller than that of linear interpolation, and its slope has no jumps. The
 * image is continued by mirroring at the outer voxel centres.
 */
final class CubicVolume implements SampledVolume {

  private static final double POLE = Math.sqrt(3) - 2;
  private static final int HORIZON = 14; // POLE^14 is below the last bit of a float

  /** Where the weights of each axis lie in the working space: four values, four slopes. */
  private static final int X = 4;

  private static final int Y = 12;
  private static final int Z = 20;

  private final GridGeometry geometry;
  private final double finestSpacingMm;
  private final float[] coefficients;

  private CubicVolume(GridGeometry geometry, double finestSpacingMm, float[] coefficients) {
    this.geometry = geometry;
    this.finestSpacingMm = finestSpacingMm;
    this.coefficients = coefficients;
  }

  /** Returns the smallest number of voxels along an axis. */
  static int leastSize(GridGeometry g) {
    return Math.min(g.sizeX(), Math.min(g.sizeY(), g.sizeZ()));
  }

  static CubicVolume of(FloatVolume image, SliceExecutor executor, IProgressMonitor monitor) {
    GridGeometry g = image.geometry;
    int nx = g.sizeX();
    int ny = g.sizeY();
    int nz = g.sizeZ();
    float[] c = image.values.clone();
    executor.forEachSlice(
        nz,
        monitor,
        z -> {
          int at = z * nx * ny;
          double[] line = new double[Math.max(nx, ny)];
          for (int y = 0; y < ny; y++) {
            filter(c, at + y * nx, 1, nx, line);
          }
          for (int x = 0; x < nx; x++) {
            filter(c, at + x, nx, ny, line);
          }
        });
    executor.forEachSlice(
        ny,
        monitor,
        y -> {
          double[] line = new double[nz];
          for (int x = 0; x < nx; x++) {
            filter(c, y * nx + x, nx * ny, nz, line);
          }
        });
    return new CubicVolume(g, image.finestSpacingMm(), c);
  }

  /** Turns samples of one line into spline coefficients by a causal and an anticausal recursion. */
  private static void filter(float[] c, int offset, int stride, int size, double[] line) {
    if (size == 1) {
      return;
    }
    double sum = 0;
    double power = 1;
    for (int i = 0; i < HORIZON; i++, power *= POLE) {
      int period = 2 * size - 2;
      int k = i % period;
      sum += power * c[offset + Math.min(k, period - k) * stride];
    }
    line[0] = 6 * sum;
    for (int i = 1; i < size; i++) {
      line[i] = 6 * c[offset + i * stride] + POLE * line[i - 1];
    }
    line[size - 1] = POLE / (POLE * POLE - 1) * (line[size - 1] + POLE * line[size - 2]);
    for (int i = size - 2; i >= 0; i--) {
      line[i] = POLE * (line[i + 1] - line[i]);
    }
    for (int i = 0; i < size; i++) {
      c[offset + i * stride] = (float) line[i];
    }
  }

  @Override
  public GridGeometry geometry() {
    return geometry;
  }

  @Override
  public double finestSpacingMm() {
    return finestSpacingMm;
  }

  /** The outermost voxels are left out, so that no tap needs mirroring. */
  @Override
  public boolean sample(double x, double y, double z, double[] out) {
    int nx = geometry.sizeX();
    int ny = geometry.sizeY();
    int nz = geometry.sizeZ();
    if (!(x >= 1 && y >= 1 && z >= 1 && x < nx - 2 && y < ny - 2 && z < nz - 2)) {
      return false;
    }
    int ix = (int) x;
    int iy = (int) y;
    int iz = (int) z;
    for (int order = 0; order < 2; order++) {
      SplineAxis.fill(x - ix, order, out, X + 4 * order);
      SplineAxis.fill(y - iy, order, out, Y + 4 * order);
      SplineAxis.fill(z - iz, order, out, Z + 4 * order);
    }
    double value = 0;
    double slopeX = 0;
    double slopeY = 0;
    double slopeZ = 0;
    for (int k = 0; k < 4; k++) {
      int at = ((iz - 1 + k) * ny + iy - 1) * nx + ix - 1;
      double inPlane = 0;
      double inPlaneX = 0;
      double inPlaneY = 0;
      for (int j = 0; j < 4; j++, at += nx) {
        double row = row(at, out, X);
        inPlane += out[Y + j] * row;
        inPlaneX += out[Y + j] * row(at, out, X + 4);
        inPlaneY += out[Y + 4 + j] * row;
      }
      value += out[Z + k] * inPlane;
      slopeX += out[Z + k] * inPlaneX;
      slopeY += out[Z + k] * inPlaneY;
      slopeZ += out[Z + 4 + k] * inPlane;
    }
    out[0] = value;
    out[1] = slopeX;
    out[2] = slopeY;
    out[3] = slopeZ;
    return true;
  }

  private double row(int at, double[] weight, int from) {
    float[] c = coefficients;
    return weight[from] * c[at]
        + weight[from + 1] * c[at + 1]
        + weight[from + 2] * c[at + 2]
        + weight[from + 3] * c[at + 3];
  }
}
