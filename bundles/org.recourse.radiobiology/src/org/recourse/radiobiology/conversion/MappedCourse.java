/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * EQD2 of one course on its own grid, with the map from target voxels to it. Not changed after it
 * was made, so slices may be added on several threads.
 *
 * <p>Along a target row the grid index of the course is an affine function, so the part of the row
 * inside the grid is found once per row and the inner loops have no test for it. Where rows of both
 * grids are parallel, which is every registration without rotation, the four source rows are
 * blended once per target row and each voxel costs one linear interpolation.
 */
final class MappedCourse {

  /**
   * A grid reaches half a voxel beyond its outer centres; rounding must not lose a border voxel.
   */
  private static final double REACH = 0.5 + 1e-6;

  /** Steps below this do not leave the voxel within any row that fits into memory. */
  private static final double NO_STEP = 1e-12;

  private final float[] eqd2Gy;
  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;
  private final GridGeometry target;
  private final AffineTransform targetIndexToIndex;
  private final boolean sameGrid;
  private final double keptFraction; // what recovery leaves

  private MappedCourse(float[] eqd2Gy, CourseDose course, GridGeometry target) {
    GridGeometry own = course.physicalDose().geometry();
    this.eqd2Gy = eqd2Gy;
    this.target = target;
    sizeX = own.sizeX();
    sizeY = own.sizeY();
    sizeZ = own.sizeZ();
    targetIndexToIndex =
        own.patientToIndex().after(course.targetToCourse()).after(target.indexToPatient());
    sameGrid = own.equals(target) && course.targetToCourse().equals(AffineTransform.IDENTITY);
    keptFraction = course.recovery().remainingGy(1);
  }

  static MappedCourse of(
      CourseDose course,
      AlphaBetaRatio tissue,
      GridGeometry target,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry own = course.physicalDose().geometry();
    var formula =
        new LinearQuadraticConversion.VoxelFormula(course.fractionation().fractionCount(), tissue);
    int voxels = own.sliceVoxelCount();
    float[] eqd2Gy = new float[own.voxelCount()];
    executor.forEachSlice(
        own.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          course.physicalDose().copySlice(z, slice);
          formula.convert(slice);
          System.arraycopy(slice, 0, eqd2Gy, z * voxels, voxels);
        });
    return new MappedCourse(eqd2Gy, course, target);
  }

  /** Adds slice {@code z} of the target to {@code sumGy}; returns how many voxels are covered. */
  int addSlice(int z, double[] sumGy) {
    if (sameGrid) {
      int offset = z * sumGy.length;
      for (int i = 0; i < sumGy.length; i++) {
        sumGy[i] += keptFraction * eqd2Gy[offset + i];
      }
      return sumGy.length;
    }
    double[] blended = new double[sizeX];
    boolean parallelRows = Math.abs(step(1, 0)) < NO_STEP && Math.abs(step(2, 0)) < NO_STEP;
    int covered = 0;
    for (int y = 0; y < target.sizeY(); y++) {
      double startX = start(0, y, z);
      double startY = start(1, y, z);
      double startZ = start(2, y, z);
      int from = 0;
      int to = target.sizeX();
      from = Math.max(from, firstInside(startX, step(0, 0), sizeX));
      from = Math.max(from, firstInside(startY, step(1, 0), sizeY));
      from = Math.max(from, firstInside(startZ, step(2, 0), sizeZ));
      to = Math.min(to, endInside(startX, step(0, 0), sizeX));
      to = Math.min(to, endInside(startY, step(1, 0), sizeY));
      to = Math.min(to, endInside(startZ, step(2, 0), sizeZ));
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
    return targetIndexToIndex.entry(axis, targetAxis);
  }

  private double start(int axis, int y, int z) {
    return step(axis, 3) + step(axis, 1) * y + step(axis, 2) * z;
  }

  private static int firstInside(double start, double step, int size) {
    if (Math.abs(step) < NO_STEP) {
      return start >= -REACH && start <= size - 1 + REACH ? 0 : Integer.MAX_VALUE;
    }
    double end = step > 0 ? -REACH : size - 1 + REACH;
    return (int) Math.ceil((end - start) / step);
  }

  private static int endInside(double start, double step, int size) {
    if (Math.abs(step) < NO_STEP) {
      return Integer.MAX_VALUE;
    }
    double end = step > 0 ? size - 1 + REACH : -REACH;
    return (int) Math.min(Math.floor((end - start) / step) + 1, Integer.MAX_VALUE);
  }

  /** Interpolates between the rows around (y, z), for all x of the course. */
  private void blendRows(double yIndex, double zIndex, double[] blended) {
    double yInside = clamp(yIndex, sizeY);
    double zInside = clamp(zIndex, sizeZ);
    int y0 = lowerNeighbour(yInside, sizeY);
    int z0 = lowerNeighbour(zInside, sizeZ);
    double fy = yInside - y0;
    double fz = zInside - z0;
    int nextY = sizeY > 1 ? sizeX : 0;
    int nextZ = sizeZ > 1 ? sizeX * sizeY : 0;
    int row00 = (z0 * sizeY + y0) * sizeX;
    int row10 = row00 + nextY;
    int row01 = row00 + nextZ;
    int row11 = row01 + nextY;
    double w00 = keptFraction * (1 - fy) * (1 - fz);
    double w10 = keptFraction * fy * (1 - fz);
    double w01 = keptFraction * (1 - fy) * fz;
    double w11 = keptFraction * fy * fz;
    for (int x = 0; x < blended.length; x++) {
      blended[x] =
          w00 * eqd2Gy[row00 + x]
              + w10 * eqd2Gy[row10 + x]
              + w01 * eqd2Gy[row01 + x]
              + w11 * eqd2Gy[row11 + x];
    }
  }

  private void addParallelRow(
      double startX, int from, int to, int row, double[] blended, double[] sumGy) {
    double stepX = step(0, 0);
    int nextX = sizeX > 1 ? 1 : 0;
    for (int x = from; x < to; x++) {
      double index = clamp(startX + stepX * x, sizeX);
      int x0 = lowerNeighbour(index, sizeX);
      double fx = index - x0;
      sumGy[row + x] += (1 - fx) * blended[x0] + fx * blended[x0 + nextX];
    }
  }

  private void addObliqueRow(
      double startX, double startY, double startZ, int from, int to, int row, double[] sumGy) {
    double stepX = step(0, 0);
    double stepY = step(1, 0);
    double stepZ = step(2, 0);
    int nextX = sizeX > 1 ? 1 : 0;
    int nextY = sizeY > 1 ? sizeX : 0;
    int nextZ = sizeZ > 1 ? sizeX * sizeY : 0;
    for (int x = from; x < to; x++) {
      double xInside = clamp(startX + stepX * x, sizeX);
      double yInside = clamp(startY + stepY * x, sizeY);
      double zInside = clamp(startZ + stepZ * x, sizeZ);
      int x0 = lowerNeighbour(xInside, sizeX);
      int y0 = lowerNeighbour(yInside, sizeY);
      int z0 = lowerNeighbour(zInside, sizeZ);
      double fx = xInside - x0;
      double fy = yInside - y0;
      double fz = zInside - z0;
      int corner = (z0 * sizeY + y0) * sizeX + x0;
      double near =
          mix(
              mix(eqd2Gy[corner], eqd2Gy[corner + nextX], fx),
              mix(eqd2Gy[corner + nextY], eqd2Gy[corner + nextY + nextX], fx),
              fy);
      int above = corner + nextZ;
      double far =
          mix(
              mix(eqd2Gy[above], eqd2Gy[above + nextX], fx),
              mix(eqd2Gy[above + nextY], eqd2Gy[above + nextY + nextX], fx),
              fy);
      sumGy[row + x] += keptFraction * mix(near, far, fz);
    }
  }

  private static double mix(double a, double b, double fraction) {
    return (1 - fraction) * a + fraction * b;
  }

  private static double clamp(double index, int size) {
    return Math.min(Math.max(index, 0), size - 1);
  }

  /** Returns the lower of the two neighbours, such that the upper one exists if the size allows. */
  private static int lowerNeighbour(double index, int size) {
    return Math.max(Math.min((int) index, size - 2), 0);
  }
}
