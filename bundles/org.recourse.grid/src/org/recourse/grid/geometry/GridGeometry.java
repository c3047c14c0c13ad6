/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import java.util.Objects;

/**
 * Sampling of a regular grid in patient space; x varies fastest in memory, then y, then z.
 * Immutable.
 *
 * <p>A sample stands for the value at its voxel centre. The centre of voxel (0, 0, 0) is the
 * origin; voxel (x, y, z) lies at {@code origin + x·spacing.x·axes.x + y·spacing.y·axes.y +
 * z·spacing.z·axes.z}. Continuous indices are used the same way, so index 0.5 lies half way between
 * the first two centres.
 *
 * @param sizeX columns, at least one
 * @param sizeY rows, at least one
 * @param sizeZ slices, at least one
 * @param originMm centre of voxel (0, 0, 0), patient LPS
 * @param spacingMm distance of voxel centres along each axis, greater than 0
 * @param axes directions of the axes
 */
public record GridGeometry(
    int sizeX, int sizeY, int sizeZ, Vector3 originMm, Vector3 spacingMm, Axes axes) {

  public GridGeometry {
    Objects.requireNonNull(originMm, "originMm");
    Objects.requireNonNull(axes, "axes");
    if (sizeX < 1 || sizeY < 1 || sizeZ < 1) {
      throw new IllegalArgumentException("empty grid: " + sizeX + " x " + sizeY + " x " + sizeZ);
    }
    if (!(spacingMm.x() > 0 && spacingMm.y() > 0 && spacingMm.z() > 0)) {
      throw new IllegalArgumentException("spacing must be > 0 mm: " + spacingMm);
    }
    Math.multiplyExact(Math.multiplyExact(sizeX, sizeY), sizeZ); // must fit one Java array
  }

  /** A grid along the patient axes. */
  public GridGeometry(int sizeX, int sizeY, int sizeZ, Vector3 originMm, Vector3 spacingMm) {
    this(sizeX, sizeY, sizeZ, originMm, spacingMm, Axes.PATIENT);
  }

  public int sliceVoxelCount() {
    return sizeX * sizeY;
  }

  public int voxelCount() {
    return sliceVoxelCount() * sizeZ;
  }

  public double voxelVolumeMm3() {
    return spacingMm.x() * spacingMm.y() * spacingMm.z();
  }

  /** Returns the spacing of that grid axis which is closest to a direction, mm. */
  public double spacingAlongMm(Vector3 direction) {
    double x = Math.abs(axes.x().dot(direction));
    double y = Math.abs(axes.y().dot(direction));
    double z = Math.abs(axes.z().dot(direction));
    return z >= x && z >= y ? spacingMm.z() : y >= x ? spacingMm.y() : spacingMm.x();
  }

  /** Returns the array position of a voxel; throws IndexOutOfBoundsException outside the grid. */
  public int indexOf(int x, int y, int z) {
    Objects.checkIndex(x, sizeX);
    Objects.checkIndex(y, sizeY);
    Objects.checkIndex(z, sizeZ);
    return (z * sizeY + y) * sizeX + x;
  }

  /** Returns the patient position of a continuous index; it may lie outside the grid. */
  public Vector3 toPatientMm(double x, double y, double z) {
    Vector3 a = axes.x();
    Vector3 b = axes.y();
    Vector3 c = axes.z();
    double u = x * spacingMm.x();
    double v = y * spacingMm.y();
    double w = z * spacingMm.z();
    return new Vector3(
        originMm.x() + u * a.x() + v * b.x() + w * c.x(),
        originMm.y() + u * a.y() + v * b.y() + w * c.y(),
        originMm.z() + u * a.z() + v * b.z() + w * c.z());
  }

  /** Returns the patient position of the centre of the voxel at an array position. */
  public Vector3 centreMm(int index) {
    Objects.checkIndex(index, voxelCount());
    int z = index / sliceVoxelCount();
    int inSlice = index - z * sliceVoxelCount();
    int y = inSlice / sizeX;
    return toPatientMm(inSlice - y * sizeX, y, z);
  }

  /** Returns the continuous index of a patient position; it may lie outside the grid. */
  public Vector3 toIndex(Vector3 patientMm) {
    Vector3 d = patientMm.minus(originMm);
    return new Vector3(
        d.dot(axes.x()) / spacingMm.x(),
        d.dot(axes.y()) / spacingMm.y(),
        d.dot(axes.z()) / spacingMm.z());
  }

  /** Returns the transform from patient position to continuous index. */
  public AffineTransform patientToIndex() {
    Vector3 a = axes.x().times(1 / spacingMm.x());
    Vector3 b = axes.y().times(1 / spacingMm.y());
    Vector3 c = axes.z().times(1 / spacingMm.z());
    return AffineTransform.ofRows(
        new double[] {
          a.x(), a.y(), a.z(), -a.dot(originMm),
          b.x(), b.y(), b.z(), -b.dot(originMm),
          c.x(), c.y(), c.z(), -c.dot(originMm)
        });
  }

  /** Returns the transform from continuous index to patient position. */
  public AffineTransform indexToPatient() {
    Vector3 a = axes.x().times(spacingMm.x());
    Vector3 b = axes.y().times(spacingMm.y());
    Vector3 c = axes.z().times(spacingMm.z());
    return AffineTransform.ofRows(
        new double[] {
          a.x(), b.x(), c.x(), originMm.x(),
          a.y(), b.y(), c.y(), originMm.y(),
          a.z(), b.z(), c.z(), originMm.z()
        });
  }
}
