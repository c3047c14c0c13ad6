/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * The affine map from pixel numbers of a frame to continuous voxel indices: {@code index = first +
 * x·perX + y·perY}, where pixel numbers stand for pixel centres. Immutable.
 *
 * @param first index at the centre of pixel (0, 0)
 * @param perX change of the index from one pixel to the next in a row
 * @param perY change of the index from one row to the next
 */
record PixelToIndex(Vector3 first, Vector3 perX, Vector3 perY) {

  static PixelToIndex of(
      SlicePlane plane,
      ViewTransform view,
      int width,
      int height,
      AffineTransform sceneToSource,
      GridGeometry geometry) {
    AffineTransform toIndex = geometry.patientToIndex().after(sceneToSource);
    double uMm = view.uMm(0.5, width);
    double vMm = view.vMm(0.5, height);
    double pixelMm = 1 / view.pixelsPerMm();
    Vector3 first = toIndex.apply(plane.toPatientMm(uMm, vMm));
    // Directions from a step of a whole metre: differences of positions would lose digits.
    double lengthMm = 1000;
    Vector3 origin = toIndex.apply(plane.originMm());
    Vector3 perU = toIndex.apply(plane.toPatientMm(lengthMm, 0)).minus(origin);
    Vector3 perV = toIndex.apply(plane.toPatientMm(0, lengthMm)).minus(origin);
    return new PixelToIndex(first, perU.times(pixelMm / lengthMm), perV.times(pixelMm / lengthMm));
  }

  /** Component of a vector: 0 for x, 1 for y, 2 for z. */
  static double component(Vector3 vector, int axis) {
    return switch (axis) {
      case 0 -> vector.x();
      case 1 -> vector.y();
      default -> vector.z();
    };
  }
}
