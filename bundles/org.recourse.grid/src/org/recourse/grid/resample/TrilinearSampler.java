/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.resample;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Reads a grid at any point by trilinear interpolation between voxel centres. Immutable and
 * thread-safe.
 *
 * <p>A grid reaches half a voxel beyond its outermost voxel centres; in that rim, and along an axis
 * with a single voxel, the value of the nearest centre holds. Beyond the rim the caller's value is
 * returned. Each sample reads at most eight voxels and allocates nothing.
 */
public final class TrilinearSampler {

  /** Where the voxels come from; x, y, z are inside the grid. */
  @FunctionalInterface
  private interface VoxelSource {
    double at(int x, int y, int z);
  }

  /** Index rounding: a point on the border of the rim is inside. */
  private static final double RIM = 0.5 + 1e-9;

  private final VoxelSource source;
  private final GridGeometry geometry;
  private final double[] toIndex; // rows of the patient-to-index transform

  private TrilinearSampler(VoxelSource source, GridGeometry geometry) {
    this.source = source;
    this.geometry = geometry;
    double[] matrix = geometry.patientToIndex().toMatrix4x4();
    toIndex = matrix;
  }

  /** Samples a dose in Gy. */
  public static TrilinearSampler of(DoseGrid dose) {
    GridGeometry geometry = dose.geometry();
    int row = geometry.sizeX();
    int slice = geometry.sliceVoxelCount();
    return new TrilinearSampler((x, y, z) -> dose.doseGyAt(z * slice + y * row + x), geometry);
  }

  /** Samples the intensity of an image. */
  public static TrilinearSampler of(ImageVolume image) {
    return new TrilinearSampler(image::intensityAt, image.geometry());
  }

  /** Returns the value at a patient position, or {@code outside} beyond the grid. */
  public double sampleOr(double xMm, double yMm, double zMm, double outside) {
    double[] m = toIndex;
    return indexedOr(
        m[0] * xMm + m[1] * yMm + m[2] * zMm + m[3],
        m[4] * xMm + m[5] * yMm + m[6] * zMm + m[7],
        m[8] * xMm + m[9] * yMm + m[10] * zMm + m[11],
        outside);
  }

  /** Returns the value at a patient position, or {@code outside} beyond the grid. */
  public double sampleOr(Vector3 patientMm, double outside) {
    return sampleOr(patientMm.x(), patientMm.y(), patientMm.z(), outside);
  }

  /** Returns the value at a continuous index, or {@code outside} beyond the grid. */
  public double indexedOr(double x, double y, double z, double outside) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    int sizeZ = geometry.sizeZ();
    boolean inside =
        x >= -RIM
            && y >= -RIM
            && z >= -RIM
            && x <= sizeX - 1 + RIM
            && y <= sizeY - 1 + RIM
            && z <= sizeZ - 1 + RIM;
    if (!inside) {
      return outside;
    }
    double cx = Math.clamp(x, 0.0, sizeX - 1.0);
    double cy = Math.clamp(y, 0.0, sizeY - 1.0);
    double cz = Math.clamp(z, 0.0, sizeZ - 1.0);
    int x0 = (int) cx;
    int y0 = (int) cy;
    int z0 = (int) cz;
    int x1 = Math.min(x0 + 1, sizeX - 1);
    int y1 = Math.min(y0 + 1, sizeY - 1);
    double fx = cx - x0;
    double fy = cy - y0;
    double fz = cz - z0;
    double near = bilinear(x0, x1, fx, y0, y1, fy, z0);
    return fz == 0 ? near : near + fz * (bilinear(x0, x1, fx, y0, y1, fy, z0 + 1) - near);
  }

  private double bilinear(int x0, int x1, double fx, int y0, int y1, double fy, int z) {
    double a = source.at(x0, y0, z);
    double b = source.at(x0, y1, z);
    double top = a + fx * (source.at(x1, y0, z) - a);
    double bottom = b + fx * (source.at(x1, y1, z) - b);
    return top + fy * (bottom - top);
  }
}
