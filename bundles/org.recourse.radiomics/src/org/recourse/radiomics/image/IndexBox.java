/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.image;

import org.recourse.grid.geometry.GridGeometry;

/** A box of voxel indices, all limits inclusive. Immutable. */
public record IndexBox(int minX, int minY, int minZ, int maxX, int maxY, int maxZ) {

  public IndexBox {
    if (minX > maxX || minY > maxY || minZ > maxZ || minX < 0 || minY < 0 || minZ < 0) {
      throw new IllegalArgumentException(
          "no box: " + minX + ".." + maxX + ", " + minY + ".." + maxY + ", " + minZ + ".." + maxZ);
    }
  }

  public int sizeX() {
    return maxX - minX + 1;
  }

  public int sizeY() {
    return maxY - minY + 1;
  }

  public int sizeZ() {
    return maxZ - minZ + 1;
  }

  /** Returns this box grown by {@code margin} voxels on all sides, as far as the grid reaches. */
  public IndexBox grownWithin(GridGeometry grid, int margin) {
    return new IndexBox(
        Math.max(minX - margin, 0),
        Math.max(minY - margin, 0),
        Math.max(minZ - margin, 0),
        Math.min(maxX + margin, grid.sizeX() - 1),
        Math.min(maxY + margin, grid.sizeY() - 1),
        Math.min(maxZ + margin, grid.sizeZ() - 1));
  }

  /** Returns the geometry of the part of {@code grid} inside this box. */
  public GridGeometry geometryIn(GridGeometry grid) {
    if (maxX >= grid.sizeX() || maxY >= grid.sizeY() || maxZ >= grid.sizeZ()) {
      throw new IndexOutOfBoundsException(this + " is not inside " + grid);
    }
    return new GridGeometry(
        sizeX(),
        sizeY(),
        sizeZ(),
        grid.toPatientMm(minX, minY, minZ),
        grid.spacingMm(),
        grid.axes());
  }
}
