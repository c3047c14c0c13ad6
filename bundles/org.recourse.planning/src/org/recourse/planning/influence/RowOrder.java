/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Which index of a slice runs fastest in the values of a beam. Values along the beam make long runs
 * of neighbours, so a beam that goes along y rather than along x has y run fastest.
 */
enum RowOrder {
  ALONG_X,
  ALONG_Y;

  static RowOrder of(Vector3 axis, GridGeometry geometry) {
    double alongX = Math.abs(axis.dot(geometry.axes().x()));
    double alongY = Math.abs(axis.dot(geometry.axes().y()));
    return alongY > alongX ? ALONG_Y : ALONG_X;
  }

  /** Voxels of a row. */
  int length(GridGeometry geometry) {
    return this == ALONG_X ? geometry.sizeX() : geometry.sizeY();
  }

  /** Copies whole slices from the order of the grid into this order. */
  static void toAlongY(
      double[] grid, int firstVoxel, int voxelCount, GridGeometry geometry, double[] alongY) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    for (int slice = 0; slice < voxelCount; slice += sizeX * sizeY) {
      for (int y = 0; y < sizeY; y++) {
        int from = firstVoxel + slice + y * sizeX;
        for (int x = 0; x < sizeX; x++) {
          alongY[slice + x * sizeY + y] = grid[from + x];
        }
      }
    }
  }

  /** Adds whole slices in this order to those in the order of the grid. */
  static void addFromAlongY(
      double[] alongY, int voxelCount, GridGeometry geometry, double[] grid, int firstVoxel) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    for (int slice = 0; slice < voxelCount; slice += sizeX * sizeY) {
      for (int y = 0; y < sizeY; y++) {
        int to = firstVoxel + slice + y * sizeX;
        for (int x = 0; x < sizeX; x++) {
          grid[to + x] += alongY[slice + x * sizeY + y];
        }
      }
    }
  }
}
