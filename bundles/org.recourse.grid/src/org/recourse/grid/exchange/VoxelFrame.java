/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Where the voxels of a file lie: the centre of the first one and the steps along the three
 * indices, patient LPS in mm. Slices of a left-handed frame are taken in reverse order, so that the
 * grid is right-handed and no voxel moves.
 */
record VoxelFrame(int[] size, Vector3 originMm, Vector3 stepX, Vector3 stepY, Vector3 stepZ) {

  /** Largest cosine between two axes of a file that still counts as a right angle. */
  private static final double RIGHT_ANGLE = 1e-3;

  boolean isReversed() {
    return stepX.cross(stepY).dot(stepZ) < 0;
  }

  /**
   * Returns the geometry.
   *
   * @throws IllegalArgumentException with a sentence if the axes are not at right angles
   */
  GridGeometry geometry() {
    Vector3 z = isReversed() ? stepZ.times(-1) : stepZ;
    Vector3 origin = isReversed() ? originMm.plus(stepZ.times(size[2] - 1.0)) : originMm;
    var spacing = new Vector3(stepX.norm(), stepY.norm(), z.norm());
    if (!(spacing.x() > 0 && spacing.y() > 0 && spacing.z() > 0)) {
      throw new IllegalArgumentException("the voxel size is not above 0 mm: " + spacing);
    }
    Vector3 x = stepX.normalised();
    Vector3 y = stepY.normalised();
    if (Math.abs(x.dot(y)) > RIGHT_ANGLE
        || Math.abs(x.dot(z)) > RIGHT_ANGLE * spacing.z()
        || Math.abs(y.dot(z)) > RIGHT_ANGLE * spacing.z()) {
      throw new IllegalArgumentException(
          "the axes are not at right angles (shear); resample the volume to a straight grid.");
    }
    return new GridGeometry(size[0], size[1], size[2], origin, spacing, Axes.ofRowAndColumn(x, y));
  }
}
