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
 * Directions of the three index axes of a grid in patient space. Immutable; the three unit vectors
 * are orthogonal and right-handed.
 *
 * @param x direction in which the column index grows
 * @param y direction in which the row index grows
 * @param z direction in which the slice index grows, x cross y
 */
public record Axes(Vector3 x, Vector3 y, Vector3 z) {

  /** DICOM orientations are written with about six digits. */
  private static final double ORTHOGONALITY_TOLERANCE = 1e-3;

  /** Axes of the patient: L, P, S. */
  public static final Axes PATIENT =
      new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

  public Axes {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(z, "z");
    boolean unit = isUnit(x) && isUnit(y) && isUnit(z);
    if (!unit || !(x.cross(y).distanceTo(z) < ORTHOGONALITY_TOLERANCE)) {
      throw new IllegalArgumentException(
          "axes must be orthogonal unit vectors, right-handed: " + x + ", " + y + ", " + z);
    }
  }

  /**
   * Makes axes from a row and a column direction, as in DICOM Image Orientation (0020,0037). Small
   * deviations are removed by Gram-Schmidt; larger ones are refused.
   */
  public static Axes ofRowAndColumn(Vector3 rowDirection, Vector3 columnDirection) {
    Vector3 x = rowDirection.normalised();
    Vector3 column = columnDirection.normalised();
    if (!(Math.abs(x.dot(column)) < ORTHOGONALITY_TOLERANCE)) {
      throw new IllegalArgumentException(
          "row and column directions are not orthogonal: " + rowDirection + ", " + columnDirection);
    }
    Vector3 y = column.minus(x.times(x.dot(column))).normalised();
    return new Axes(x, y, x.cross(y));
  }

  private static boolean isUnit(Vector3 v) {
    return Math.abs(v.norm() - 1) < ORTHOGONALITY_TOLERANCE;
  }
}
