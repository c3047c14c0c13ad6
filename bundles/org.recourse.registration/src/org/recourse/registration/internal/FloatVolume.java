/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;

/** An image in one flat array, for kernels only: the array is shared and never changed. */
public final class FloatVolume implements SampledVolume {

  private static final double HALVED_UP_TO = 1.42; // axes this much coarser than the finest wait

  final GridGeometry geometry;
  final float[] values;

  private FloatVolume(GridGeometry geometry, float[] values) {
    this.geometry = geometry;
    this.values = values;
  }

  /** Copies an image. */
  public static FloatVolume of(
      ImageVolume image, SliceExecutor executor, IProgressMonitor monitor) {
    GridGeometry geometry = image.geometry();
    int sliceSize = geometry.sliceVoxelCount();
    float[] values = new float[geometry.voxelCount()];
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[sliceSize];
          image.copySlice(z, slice);
          System.arraycopy(slice, 0, values, z * sliceSize, sliceSize);
        });
    return new FloatVolume(geometry, values);
  }

  @Override
  public GridGeometry geometry() {
    return geometry;
  }

  /** Smooths with the binomial kernel 1-2-1 along each axis; the border value is repeated. */
  public FloatVolume smoothed(SliceExecutor executor, IProgressMonitor monitor) {
    int nx = geometry.sizeX();
    int ny = geometry.sizeY();
    int nz = geometry.sizeZ();
    int sliceSize = nx * ny;
    float[] inPlane = new float[values.length];
    executor.forEachSlice(nz, monitor, z -> smoothSlice(inPlane, z * sliceSize));
    float[] result = new float[values.length];
    executor.forEachSlice(
        nz,
        monitor,
        z -> {
          int at = z * sliceSize;
          int below = Math.max(z - 1, 0) * sliceSize;
          int above = Math.min(z + 1, nz - 1) * sliceSize;
          for (int i = 0; i < sliceSize; i++) {
            result[at + i] =
                0.25f * (inPlane[below + i] + inPlane[above + i]) + 0.5f * inPlane[at + i];
          }
        });
    return new FloatVolume(geometry, result);
  }

  private void smoothSlice(float[] target, int offset) {
    int nx = geometry.sizeX();
    int ny = geometry.sizeY();
    float[] rows = new float[nx * ny];
    for (int y = 0; y < ny; y++) {
      int at = offset + y * nx;
      for (int x = 0; x < nx; x++) {
        float left = values[at + Math.max(x - 1, 0)];
        float right = values[at + Math.min(x + 1, nx - 1)];
        rows[y * nx + x] = 0.25f * (left + right) + 0.5f * values[at + x];
      }
    }
    for (int y = 0; y < ny; y++) {
      int before = Math.max(y - 1, 0) * nx;
      int after = Math.min(y + 1, ny - 1) * nx;
      for (int x = 0; x < nx; x++) {
        target[offset + y * nx + x] =
            0.25f * (rows[before + x] + rows[after + x]) + 0.5f * rows[y * nx + x];
      }
    }
  }

  /** Joins voxels in pairs along the finer axes, so that voxels tend to become cubes. */
  public FloatVolume halved(SliceExecutor executor, IProgressMonitor monitor) {
    Vector3 s = geometry.spacingMm();
    double limit = HALVED_UP_TO * Math.min(s.x(), Math.min(s.y(), s.z()));
    int fx = s.x() <= limit && geometry.sizeX() > 1 ? 2 : 1;
    int fy = s.y() <= limit && geometry.sizeY() > 1 ? 2 : 1;
    int fz = s.z() <= limit && geometry.sizeZ() > 1 ? 2 : 1;
    var target =
        new GridGeometry(
            geometry.sizeX() / fx,
            geometry.sizeY() / fy,
            geometry.sizeZ() / fz,
            geometry.toPatientMm((fx - 1) / 2.0, (fy - 1) / 2.0, (fz - 1) / 2.0),
            new Vector3(s.x() * fx, s.y() * fy, s.z() * fz),
            geometry.axes());
    float[] result = new float[target.voxelCount()];
    float scale = 1f / (fx * fy * fz);
    executor.forEachSlice(
        target.sizeZ(),
        monitor,
        z -> {
          int i = z * target.sliceVoxelCount();
          for (int y = 0; y < target.sizeY(); y++) {
            for (int x = 0; x < target.sizeX(); x++, i++) {
              result[i] = scale * blockSum(x * fx, fx, y * fy, fy, z * fz, fz);
            }
          }
        });
    return new FloatVolume(target, result);
  }

  private float blockSum(int x0, int fx, int y0, int fy, int z0, int fz) {
    float sum = 0;
    for (int z = z0; z < z0 + fz; z++) {
      for (int y = y0; y < y0 + fy; y++) {
        int row = (z * geometry.sizeY() + y) * geometry.sizeX();
        for (int x = x0; x < x0 + fx; x++) {
          sum += values[row + x];
        }
      }
    }
    return sum;
  }

  /**
   * Returns the image on a grid with wider spacing over the same extent. A spacing that is no
   * simple multiple puts the new points at all places between the old voxels alike, so that a
   * comparison with another image on the old grid does not favour shifts by whole or half voxels,
   * where interpolation damps its noise least or most.
   *
   * @param factor of the spacing, at least 1
   */
  FloatVolume widened(double factor, SliceExecutor executor, IProgressMonitor monitor) {
    Vector3 s = geometry.spacingMm();
    int nx = widened(geometry.sizeX(), factor);
    int ny = widened(geometry.sizeY(), factor);
    int nz = widened(geometry.sizeZ(), factor);
    double x0 = (geometry.sizeX() - 1 - factor * (nx - 1)) / 2;
    double y0 = (geometry.sizeY() - 1 - factor * (ny - 1)) / 2;
    double z0 = (geometry.sizeZ() - 1 - factor * (nz - 1)) / 2;
    var target =
        new GridGeometry(
            nx, ny, nz, geometry.toPatientMm(x0, y0, z0), s.times(factor), geometry.axes());
    float[] result = new float[target.voxelCount()];
    CubicVolume cubic = CubicVolume.of(this, executor, monitor);
    executor.forEachSlice(
        nz,
        monitor,
        z -> {
          double[] out = new double[SCRATCH];
          int i = z * nx * ny;
          for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++, i++) {
              double px = x0 + factor * x;
              double py = y0 + factor * y;
              double pz = z0 + factor * z;
              if (!cubic.sample(px, py, pz, out)) {
                sample(px, py, pz, out);
              }
              result[i] = (float) out[0];
            }
          }
        });
    return new FloatVolume(target, result);
  }

  /** Points of one axis, strictly inside of the last voxel centre. */
  private static int widened(int size, double factor) {
    return Math.max(1, (int) Math.floor((size - 1.001) / factor) + 1);
  }

  /** Smallest voxel edge, mm. */
  @Override
  public double finestSpacingMm() {
    Vector3 s = geometry.spacingMm();
    return Math.min(s.x(), Math.min(s.y(), s.z()));
  }

  /** Returns the value below which a fraction of a regular subset of the voxels lies. */
  float quantile(double fraction) {
    int step = Math.max(1, values.length / 50_000);
    float[] subset = new float[(values.length + step - 1) / step];
    for (int i = 0; i < subset.length; i++) {
      subset[i] = values[i * step];
    }
    Arrays.sort(subset);
    return subset[(int) Math.round(fraction * (subset.length - 1))];
  }

  /** Trilinear interpolation. */
  @Override
  public boolean sample(double x, double y, double z, double[] out) {
    int nx = geometry.sizeX();
    int ny = geometry.sizeY();
    if (!(x >= 0 && y >= 0 && z >= 0 && x < nx - 1 && y < ny - 1 && z < geometry.sizeZ() - 1)) {
      return false;
    }
    int ix = (int) x;
    int iy = (int) y;
    int iz = (int) z;
    double fx = x - ix;
    double fy = y - iy;
    double fz = z - iz;
    int slice = nx * ny;
    int at = (iz * ny + iy) * nx + ix;
    float[] v = values;
    double a = v[at];
    double b = v[at + nx];
    double c = v[at + slice];
    double d = v[at + slice + nx];
    double ax = v[at + 1] - a;
    double bx = v[at + nx + 1] - b;
    double cx = v[at + slice + 1] - c;
    double dx = v[at + slice + nx + 1] - d;
    double ab = a + fx * ax;
    double bb = b + fx * bx;
    double cb = c + fx * cx;
    double db = d + fx * dx;
    double lower = ab + fy * (bb - ab);
    double upper = cb + fy * (db - cb);
    double lowerX = ax + fy * (bx - ax);
    double upperX = cx + fy * (dx - cx);
    out[0] = lower + fz * (upper - lower);
    out[1] = lowerX + fz * (upperX - lowerX);
    out[2] = (bb - ab) + fz * ((db - cb) - (bb - ab));
    out[3] = upper - lower;
    return true;
  }
}
