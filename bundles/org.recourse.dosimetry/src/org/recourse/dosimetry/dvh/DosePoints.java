/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * Points at which a dose is interpolated, as array positions and fractions, with a volume each.
 * Points outside of the dose grid are not taken: the grid reaches half a voxel beyond its outermost
 * voxel centres, where the dose of the nearest centre holds. Grows until it is handed over, then
 * only read.
 */
final class DosePoints {

  /** A point on the outer border of the grid is inside. */
  private static final double HALF_VOXEL = 0.5 + 1e-6;

  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;
  private int count;
  private int[] base = new int[64];
  private float[] fractionX = new float[64];
  private float[] fractionY = new float[64];
  private float[] fractionZ = new float[64];
  private float[] volumeMm3 = new float[64];

  DosePoints(GridGeometry geometry) {
    sizeX = geometry.sizeX();
    sizeY = geometry.sizeY();
    sizeZ = geometry.sizeZ();
  }

  /** Adds a point at a continuous index if it lies inside the grid. */
  void add(double x, double y, double z, double volume) {
    boolean inside =
        x >= -HALF_VOXEL
            && y >= -HALF_VOXEL
            && z >= -HALF_VOXEL
            && x <= sizeX - 1 + HALF_VOXEL
            && y <= sizeY - 1 + HALF_VOXEL
            && z <= sizeZ - 1 + HALF_VOXEL;
    if (!inside) {
      return;
    }
    int x0 = baseOf(x, sizeX);
    int y0 = baseOf(y, sizeY);
    int z0 = baseOf(z, sizeZ);
    reserve(count + 1);
    base[count] = (z0 * sizeY + y0) * sizeX + x0;
    fractionX[count] = (float) Math.clamp(x - x0, 0.0, 1.0);
    fractionY[count] = (float) Math.clamp(y - y0, 0.0, 1.0);
    fractionZ[count] = (float) Math.clamp(z - z0, 0.0, 1.0);
    volumeMm3[count] = (float) volume;
    count++;
  }

  /** Lower corner of the cell of eight voxels; along an axis of one voxel it is 0. */
  private static int baseOf(double index, int size) {
    return (int) Math.clamp(Math.floor(index), 0.0, Math.max(size - 2.0, 0.0));
  }

  private void reserve(int needed) {
    if (needed > base.length) {
      resize(Math.max(needed, base.length + (base.length >> 1)));
    }
  }

  private void resize(int length) {
    base = Arrays.copyOf(base, length);
    fractionX = Arrays.copyOf(fractionX, length);
    fractionY = Arrays.copyOf(fractionY, length);
    fractionZ = Arrays.copyOf(fractionZ, length);
    volumeMm3 = Arrays.copyOf(volumeMm3, length);
  }

  void addAll(DosePoints other) {
    reserve(count + other.count);
    System.arraycopy(other.base, 0, base, count, other.count);
    System.arraycopy(other.fractionX, 0, fractionX, count, other.count);
    System.arraycopy(other.fractionY, 0, fractionY, count, other.count);
    System.arraycopy(other.fractionZ, 0, fractionZ, count, other.count);
    System.arraycopy(other.volumeMm3, 0, volumeMm3, count, other.count);
    count += other.count;
  }

  void trim() {
    resize(count);
  }

  int count() {
    return count;
  }

  /** Continuous index of a point in the dose grid. */
  Vector3 index(int point) {
    int z = base[point] / (sizeX * sizeY);
    int inSlice = base[point] - z * sizeX * sizeY;
    int y = inSlice / sizeX;
    return new Vector3(
        inSlice - y * sizeX + fractionX[point], y + fractionY[point], z + fractionZ[point]);
  }

  float volumeMm3(int point) {
    return volumeMm3[point];
  }

  double totalVolumeMm3() {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += volumeMm3[i];
    }
    return sum;
  }

  /** Interpolates the dose at every point, Gy. */
  float[] interpolated(DoseGrid dose) {
    // Along an axis of one voxel both neighbours are the same voxel.
    final int dx = sizeX > 1 ? 1 : 0;
    final int dy = sizeY > 1 ? sizeX : 0;
    final int dz = sizeZ > 1 ? sizeX * sizeY : 0;
    float[] doseGy = new float[count];
    for (int i = 0; i < count; i++) {
      doseGy[i] = cell(dose, base[i], dx, dy, dz, fractionX[i], fractionY[i], fractionZ[i]);
    }
    return doseGy;
  }

  /**
   * Interpolates the dose at every point moved by a shift in voxels, Gy. Beyond the outer voxel
   * centres the nearest dose of the grid holds: nothing is known there that would be better.
   */
  float[] interpolated(DoseGrid dose, Vector3 shift) {
    final int dx = sizeX > 1 ? 1 : 0;
    final int dy = sizeY > 1 ? sizeX : 0;
    final int slice = sizeX * sizeY;
    final int dz = sizeZ > 1 ? slice : 0;
    float[] doseGy = new float[count];
    for (int i = 0; i < count; i++) {
      int z0 = base[i] / slice;
      int inSlice = base[i] - z0 * slice;
      int y0 = inSlice / sizeX;
      double x = Math.clamp(inSlice - y0 * sizeX + fractionX[i] + shift.x(), 0.0, sizeX - 1.0);
      double y = Math.clamp(y0 + fractionY[i] + shift.y(), 0.0, sizeY - 1.0);
      double z = Math.clamp(z0 + fractionZ[i] + shift.z(), 0.0, sizeZ - 1.0);
      int xBase = Math.min((int) x, Math.max(sizeX - 2, 0));
      int yBase = Math.min((int) y, Math.max(sizeY - 2, 0));
      int zBase = Math.min((int) z, Math.max(sizeZ - 2, 0));
      doseGy[i] =
          cell(
              dose,
              zBase * slice + yBase * sizeX + xBase,
              dx,
              dy,
              dz,
              (float) (x - xBase),
              (float) (y - yBase),
              (float) (z - zBase));
    }
    return doseGy;
  }

  private static float cell(
      DoseGrid dose, int a, int dx, int dy, int dz, float fx, float fy, float fz) {
    int b = a + dz;
    float lower =
        bilinear(
            dose.doseGyAt(a),
            dose.doseGyAt(a + dx),
            dose.doseGyAt(a + dy),
            dose.doseGyAt(a + dy + dx),
            fx,
            fy);
    float upper =
        bilinear(
            dose.doseGyAt(b),
            dose.doseGyAt(b + dx),
            dose.doseGyAt(b + dy),
            dose.doseGyAt(b + dy + dx),
            fx,
            fy);
    return lower + fz * (upper - lower);
  }

  private static float bilinear(float v00, float v10, float v01, float v11, float fx, float fy) {
    float near = v00 + fx * (v10 - v00);
    float far = v01 + fx * (v11 - v01);
    return near + fy * (far - near);
  }
}
