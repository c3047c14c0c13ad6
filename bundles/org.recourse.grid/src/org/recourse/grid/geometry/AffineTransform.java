/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import java.util.Arrays;
import java.util.Optional;

/**
 * An affine map of three-dimensional points, such as a rigid transform between two frames of
 * reference. Immutable and thread-safe.
 */
public final class AffineTransform implements PointMap {

  public static final AffineTransform IDENTITY =
      new AffineTransform(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

  private static final int ENTRIES = 12;
  private static final int ENTRIES_4X4 = 16;

  private final double[] m; // rows of the upper 3 x 4 part

  private AffineTransform(double[] rows) {
    m = rows;
  }

  /** Makes a transform from 12 numbers: the three upper rows of a 4x4 matrix, row by row. */
  public static AffineTransform ofRows(double[] rows) {
    if (rows.length != ENTRIES) {
      throw new IllegalArgumentException("12 numbers expected: " + rows.length);
    }
    for (double entry : rows) {
      if (!Double.isFinite(entry)) {
        throw new IllegalArgumentException("matrix has a number that is not finite: " + entry);
      }
    }
    return new AffineTransform(rows.clone());
  }

  /** Makes a transform from a row-major 4x4 matrix; its last row must be 0 0 0 1. */
  public static AffineTransform ofMatrix4x4(double[] matrix) {
    if (matrix.length != ENTRIES_4X4) {
      throw new IllegalArgumentException("16 numbers expected: " + matrix.length);
    }
    if (matrix[12] != 0 || matrix[13] != 0 || matrix[14] != 0 || matrix[15] != 1) {
      throw new IllegalArgumentException(
          "last row must be 0 0 0 1: " + Arrays.toString(Arrays.copyOfRange(matrix, 12, 16)));
    }
    return ofRows(Arrays.copyOf(matrix, ENTRIES));
  }

  public static AffineTransform translation(Vector3 shiftMm) {
    return ofRows(new double[] {1, 0, 0, shiftMm.x(), 0, 1, 0, shiftMm.y(), 0, 0, 1, shiftMm.z()});
  }

  public Vector3 apply(Vector3 p) {
    return new Vector3(
        m[0] * p.x() + m[1] * p.y() + m[2] * p.z() + m[3],
        m[4] * p.x() + m[5] * p.y() + m[6] * p.z() + m[7],
        m[8] * p.x() + m[9] * p.y() + m[10] * p.z() + m[11]);
  }

  @Override
  public Optional<Vector3> at(Vector3 pointMm) {
    return Optional.of(apply(pointMm));
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.of(this);
  }

  /** Returns the transform that applies {@code first} and then this one. */
  public AffineTransform after(AffineTransform first) {
    double[] rows = new double[ENTRIES];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double sum = column == 3 ? m[row * 4 + 3] : 0;
        for (int k = 0; k < 3; k++) {
          sum += m[row * 4 + k] * first.m[k * 4 + column];
        }
        rows[row * 4 + column] = sum;
      }
    }
    return new AffineTransform(rows);
  }

  /** Returns the inverse; throws IllegalArgumentException if the matrix is singular. */
  public AffineTransform inverse() {
    double c00 = m[5] * m[10] - m[6] * m[9];
    double c01 = m[6] * m[8] - m[4] * m[10];
    double c02 = m[4] * m[9] - m[5] * m[8];
    double determinant = m[0] * c00 + m[1] * c01 + m[2] * c02;
    if (!(Math.abs(determinant) > 1e-12)) {
      throw new IllegalArgumentException("matrix cannot be inverted, determinant " + determinant);
    }
    double s = 1 / determinant;
    double[] r = {
      c00 * s, (m[2] * m[9] - m[1] * m[10]) * s, (m[1] * m[6] - m[2] * m[5]) * s, 0,
      c01 * s, (m[0] * m[10] - m[2] * m[8]) * s, (m[2] * m[4] - m[0] * m[6]) * s, 0,
      c02 * s, (m[1] * m[8] - m[0] * m[9]) * s, (m[0] * m[5] - m[1] * m[4]) * s, 0
    };
    for (int row = 0; row < 3; row++) {
      r[row * 4 + 3] = -(r[row * 4] * m[3] + r[row * 4 + 1] * m[7] + r[row * 4 + 2] * m[11]);
    }
    return new AffineTransform(r);
  }

  /** Tells whether rotation and translation are all there is: no scaling, shear or mirror. */
  public boolean isRigid(double tolerance) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double dot =
            m[i * 4] * m[j * 4] + m[i * 4 + 1] * m[j * 4 + 1] + m[i * 4 + 2] * m[j * 4 + 2];
        if (!(Math.abs(dot - (i == j ? 1 : 0)) <= tolerance)) {
          return false;
        }
      }
    }
    double determinant =
        m[0] * (m[5] * m[10] - m[6] * m[9])
            + m[1] * (m[6] * m[8] - m[4] * m[10])
            + m[2] * (m[4] * m[9] - m[5] * m[8]);
    return determinant > 0;
  }

  /** Returns entry of row 0 to 2, column 0 to 3. */
  public double entry(int row, int column) {
    return m[java.util.Objects.checkIndex(row, 3) * 4 + java.util.Objects.checkIndex(column, 4)];
  }

  /** Returns the row-major 4x4 matrix, 16 numbers. */
  public double[] toMatrix4x4() {
    double[] matrix = Arrays.copyOf(m, ENTRIES_4X4);
    matrix[15] = 1;
    return matrix;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AffineTransform transform && Arrays.equals(m, transform.m);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(m);
  }

  @Override
  public String toString() {
    return "AffineTransform" + Arrays.toString(m);
  }
}
