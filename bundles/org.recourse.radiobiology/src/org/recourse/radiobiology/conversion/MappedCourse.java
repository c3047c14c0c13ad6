/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;

/**
 * EQD2 of one course on its own grid, with the map from target voxels to it. Not changed after it
 * was made, so slices may be added on several threads.
 *
 * <p>Along a target row the grid index of the course is an affine function, so the part of the row
 * inside the grid is found once per row. Between the outer voxel centres, which is nearly all of
 * it, the inner loops have no test for the border at all; the half voxel outside of them is done
 * with clamped indices. Where rows of both grids are parallel, which is every registration without
 * rotation, the four source rows are blended once per target row and each voxel costs one linear
 * interpolation.
 *
 * <p>Positions are computed in double, values interpolated in float: an EQD2 below 256 Gy is then
 * rounded by less than 1e-4 Gy.
 */
final class MappedCourse implements PlacedCourse {

  /**
   * A grid reaches half a voxel beyond its outer centres; rounding must not lose a border voxel.
   */
  private static final double REACH = 0.5 + 1e-6;

  /** Steps below this do not leave the voxel within any row that fits into memory. */
  private static final double NO_STEP = 1e-12;

  /** Binary places of an index; a row of 65536 voxels is then off by 2^-25 of a voxel at most. */
  private static final int FIXED_BITS = 40;

  private static final int FRACTION_BITS = 24; // what a float holds
  private static final int FRACTION_SHIFT = FIXED_BITS - FRACTION_BITS;
  private static final int FRACTION_MASK = (1 << FRACTION_BITS) - 1;
  private static final float FRACTION_SCALE = 1f / (1 << FRACTION_BITS);

  private final float[][] eqd2Gy; // by slice
  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;
  private final GridGeometry target;
  private final double[] step; // of the three indices per target voxel along x, y, z, and at 0
  private final boolean sameGrid;
  private final boolean parallelRows;

  /** Takes EQD2 by slice on its own grid. */
  MappedCourse(
      float[][] eqd2Gy, GridGeometry own, AffineTransform targetToCourse, GridGeometry target) {
    this.eqd2Gy = eqd2Gy;
    this.target = target;
    sizeX = own.sizeX();
    sizeY = own.sizeY();
    sizeZ = own.sizeZ();
    AffineTransform targetIndexToIndex =
        own.patientToIndex().after(targetToCourse).after(target.indexToPatient());
    step = targetIndexToIndex.toMatrix4x4();
    sameGrid = own.equals(target) && targetToCourse.equals(AffineTransform.IDENTITY);
    parallelRows = Math.abs(step(1, 0)) < NO_STEP && Math.abs(step(2, 0)) < NO_STEP;
  }

  @Override
  public int addSlice(int z, float[] sumGy) {
    if (sameGrid) {
      float[] slice = eqd2Gy[z];
      for (int i = 0; i < sumGy.length; i++) {
        sumGy[i] += slice[i];
      }
      return sumGy.length;
    }
    float[] blended = new float[sizeX];
    int covered = 0;
    for (int y = 0; y < target.sizeY(); y++) {
      double startX = start(0, y, z);
      double startY = start(1, y, z);
      double startZ = start(2, y, z);
      int from = Math.max(0, firstAbove(startX, step(0, 0), sizeX, REACH));
      from = Math.max(from, firstAbove(startY, step(1, 0), sizeY, REACH));
      from = Math.max(from, firstAbove(startZ, step(2, 0), sizeZ, REACH));
      int to = Math.min(target.sizeX(), endBelow(startX, step(0, 0), sizeX, REACH));
      to = Math.min(to, endBelow(startY, step(1, 0), sizeY, REACH));
      to = Math.min(to, endBelow(startZ, step(2, 0), sizeZ, REACH));
      if (from >= to) {
        continue;
      }
      covered += to - from;
      int row = y * target.sizeX();
      if (parallelRows) {
        blendRows(startY, startZ, blended);
        addParallelRow(startX, from, to, row, blended, sumGy);
      } else {
        addObliqueRow(startX, startY, startZ, from, to, row, sumGy);
      }
    }
    return covered;
  }

  private double step(int axis, int targetAxis) {
    return step[axis * 4 + targetAxis];
  }

  private double start(int axis, int y, int z) {
    return step(axis, 3) + step(axis, 1) * y + step(axis, 2) * z;
  }

  /** Returns the first voxel of a row whose index lies within the centres and a reach beyond. */
  private static int firstAbove(double start, double step, int size, double reach) {
    if (Math.abs(step) < NO_STEP) {
      return start >= -reach && start <= size - 1 + reach ? 0 : Integer.MAX_VALUE;
    }
    double end = step > 0 ? -reach : size - 1 + reach;
    return (int) Math.ceil((end - start) / step);
  }

  private static int endBelow(double start, double step, int size, double reach) {
    if (Math.abs(step) < NO_STEP) {
      return Integer.MAX_VALUE;
    }
    double end = step > 0 ? size - 1 + reach : -reach;
    return (int) Math.min(Math.floor((end - start) / step) + 1, Integer.MAX_VALUE);
  }

  /** Interpolates between the rows around (y, z), for all x of the course. */
  private void blendRows(double yIndex, double zIndex, float[] blended) {
    double yInside = clamp(yIndex, sizeY);
    double zInside = clamp(zIndex, sizeZ);
    int y0 = lowerNeighbour(yInside, sizeY);
    int z0 = lowerNeighbour(zInside, sizeZ);
    float fy = (float) (yInside - y0);
    float fz = (float) (zInside - z0);
    int row = y0 * sizeX;
    int nextRow = sizeY > 1 ? row + sizeX : row;
    float[] near = eqd2Gy[z0];
    float[] far = eqd2Gy[sizeZ > 1 ? z0 + 1 : z0];
    float w00 = (1 - fy) * (1 - fz);
    float w10 = fy * (1 - fz);
    float w01 = (1 - fy) * fz;
    float w11 = fy * fz;
    for (int x = 0; x < blended.length; x++) {
      blended[x] =
          w00 * near[row + x]
              + w10 * near[nextRow + x]
              + w01 * far[row + x]
              + w11 * far[nextRow + x];
    }
  }

  private void addParallelRow(
      double startX, int from, int to, int row, float[] blended, float[] sumGy) {
    double stepX = step(0, 0);
    int nextX = sizeX > 1 ? 1 : 0;
    for (int x = from; x < to; x++) {
      double index = clamp(startX + stepX * x, sizeX);
      int x0 = lowerNeighbour(index, sizeX);
      float fx = (float) (index - x0);
      sumGy[row + x] += (1 - fx) * blended[x0] + fx * blended[x0 + nextX];
    }
  }

  private void addObliqueRow(
      double startX, double startY, double startZ, int from, int to, int row, float[] sumGy) {
    int innerFrom = from;
    int innerTo = to;
    // A row is straight: what holds at both ends of the inner part holds between them.
    while (innerFrom < to && !isInner(startX, startY, startZ, innerFrom)) {
      innerFrom++;
    }
    while (innerTo > innerFrom && !isInner(startX, startY, startZ, innerTo - 1)) {
      innerTo--;
    }
    addClamped(startX, startY, startZ, from, innerFrom, row, sumGy);
    addInner(startX, startY, startZ, innerFrom, innerTo, row, sumGy);
    addClamped(startX, startY, startZ, innerTo, to, row, sumGy);
  }

  /** Whether all eight neighbours of a target voxel exist. */
  private boolean isInner(double startX, double startY, double startZ, int x) {
    return isInner(fixed(startX) + x * fixed(step(0, 0)), sizeX)
        && isInner(fixed(startY) + x * fixed(step(1, 0)), sizeY)
        && isInner(fixed(startZ) + x * fixed(step(2, 0)), sizeZ);
  }

  private static boolean isInner(long fixedIndex, int size) {
    return fixedIndex >= 0 && (fixedIndex >> FIXED_BITS) < size - 1;
  }

  /** An index as a fixed-point number: stepping is exact and needs no conversion per voxel. */
  private static long fixed(double index) {
    return Math.round(index * (1L << FIXED_BITS));
  }

  private void addInner(
      double startX, double startY, double startZ, int from, int to, int row, float[] sumGy) {
    final float[][] slices = eqd2Gy;
    final int nextY = sizeX;
    final long stepX = fixed(step(0, 0));
    final long stepY = fixed(step(1, 0));
    final long stepZ = fixed(step(2, 0));
    long xIndex = fixed(startX) + from * stepX;
    long yIndex = fixed(startY) + from * stepY;
    long zIndex = fixed(startZ) + from * stepZ;
    for (int i = row + from; i < row + to; i++) {
      int z = (int) (zIndex >> FIXED_BITS);
      float[] near = slices[z];
      float[] far = slices[z + 1];
      int a = (int) (yIndex >> FIXED_BITS) * nextY + (int) (xIndex >> FIXED_BITS);
      int b = a + nextY;
      float fx = ((int) (xIndex >> FRACTION_SHIFT) & FRACTION_MASK) * FRACTION_SCALE;
      float fy = ((int) (yIndex >> FRACTION_SHIFT) & FRACTION_MASK) * FRACTION_SCALE;
      float fz = ((int) (zIndex >> FRACTION_SHIFT) & FRACTION_MASK) * FRACTION_SCALE;
      float v00 = near[a] + fx * (near[a + 1] - near[a]);
      float v10 = near[b] + fx * (near[b + 1] - near[b]);
      float v01 = far[a] + fx * (far[a + 1] - far[a]);
      float v11 = far[b] + fx * (far[b + 1] - far[b]);
      float nearGy = v00 + fy * (v10 - v00);
      float farGy = v01 + fy * (v11 - v01);
      sumGy[i] += nearGy + fz * (farGy - nearGy);
      xIndex += stepX;
      yIndex += stepY;
      zIndex += stepZ;
    }
  }

  private void addClamped(
      double startX, double startY, double startZ, int from, int to, int row, float[] sumGy) {
    int nextX = sizeX > 1 ? 1 : 0;
    int nextY = sizeY > 1 ? sizeX : 0;
    int nextZ = sizeZ > 1 ? 1 : 0;
    for (int x = from; x < to; x++) {
      double xInside = clamp(startX + step(0, 0) * x, sizeX);
      double yInside = clamp(startY + step(1, 0) * x, sizeY);
      double zInside = clamp(startZ + step(2, 0) * x, sizeZ);
      int x0 = lowerNeighbour(xInside, sizeX);
      int y0 = lowerNeighbour(yInside, sizeY);
      int z0 = lowerNeighbour(zInside, sizeZ);
      float fx = (float) (xInside - x0);
      float fy = (float) (yInside - y0);
      float fz = (float) (zInside - z0);
      int corner = y0 * sizeX + x0;
      float near = face(eqd2Gy[z0], corner, nextX, nextY, fx, fy);
      float far = face(eqd2Gy[z0 + nextZ], corner, nextX, nextY, fx, fy);
      sumGy[row + x] += near + fz * (far - near);
    }
  }

  private static float face(float[] slice, int corner, int nextX, int nextY, float fx, float fy) {
    float front = mix(slice[corner], slice[corner + nextX], fx);
    float back = mix(slice[corner + nextY], slice[corner + nextY + nextX], fx);
    return mix(front, back, fy);
  }

  private static float mix(float a, float b, float fraction) {
    return a + fraction * (b - a);
  }

  private static double clamp(double index, int size) {
    return Math.min(Math.max(index, 0), size - 1);
  }

  /** Returns the lower of the two neighbours, such that the upper one exists if the size allows. */
  private static int lowerNeighbour(double index, int size) {
    return Math.max(Math.min((int) index, size - 2), 0);
  }
}
