/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.geometry;

import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/**
 * Where one image lies in patient space.
 *
 * @param originMm centre of the first pixel
 * @param axes row, column and normal direction
 * @param columnSpacingMm distance of columns, along a row
 * @param rowSpacingMm distance of rows, along a column
 * @param columns pixels in a row
 * @param rows pixels in a column
 */
public record SlicePlane(
    Vector3 originMm,
    Axes axes,
    double columnSpacingMm,
    double rowSpacingMm,
    int columns,
    int rows) {

  /** Directions of one series are written with about six digits. */
  private static final double DIRECTION_TOLERANCE = 1e-3;

  private static final double SPACING_TOLERANCE_MM = 1e-4;

  /** Reads and checks position, orientation and spacing. */
  public static SlicePlane of(Dataset image) throws DicomReadException {
    double[] origin = image.requiredNumbers(Tag.ImagePositionPatient, 3);
    double[] o = image.requiredNumbers(Tag.ImageOrientationPatient, 6);
    double[] spacing = image.requiredNumbers(Tag.PixelSpacing, 2);
    if (!(spacing[0] > 0 && spacing[1] > 0)) {
      throw image.problem(
          Tag.PixelSpacing,
          "The pixel spacing is " + spacing[0] + " x " + spacing[1] + " mm.",
          "Export the image again.");
    }
    Axes axes;
    try {
      axes = Axes.ofRowAndColumn(new Vector3(o[0], o[1], o[2]), new Vector3(o[3], o[4], o[5]));
    } catch (IllegalArgumentException e) {
      throw image.problem(
          Tag.ImageOrientationPatient,
          "Row and column direction are not perpendicular.",
          "Export the image again.");
    }
    return new SlicePlane(
        new Vector3(origin[0], origin[1], origin[2]),
        axes,
        spacing[1],
        spacing[0],
        image.requiredInteger(Tag.Columns),
        image.requiredInteger(Tag.Rows));
  }

  /** Tells whether both are planes of one stack: same directions, pixels and spacing. */
  public boolean isStackableWith(SlicePlane other) {
    return columns == other.columns
        && rows == other.rows
        && Math.abs(columnSpacingMm - other.columnSpacingMm) <= SPACING_TOLERANCE_MM
        && Math.abs(rowSpacingMm - other.rowSpacingMm) <= SPACING_TOLERANCE_MM
        && axes.x().distanceTo(other.axes.x()) <= DIRECTION_TOLERANCE
        && axes.y().distanceTo(other.axes.y()) <= DIRECTION_TOLERANCE;
  }

  /** Returns the position along the normal of {@code reference}, from its origin. */
  public double positionMm(SlicePlane reference) {
    return originMm.minus(reference.originMm).dot(reference.axes.z());
  }

  /** Returns how far the first pixel is shifted within the plane, against {@code reference}. */
  public double shiftMm(SlicePlane reference) {
    Vector3 offset = originMm.minus(reference.originMm);
    return Math.hypot(offset.dot(reference.axes.x()), offset.dot(reference.axes.y()));
  }
}
