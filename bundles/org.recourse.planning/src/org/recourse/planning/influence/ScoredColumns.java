/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import java.util.BitSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.Mask;

/**
 * The scored voxels of a grid in columns along z: row after row of y, in it column after column of
 * x, in it ascending z. Immutable.
 */
final class ScoredColumns {

  final GridGeometry geometry;
  private final int[] first; // of each column, and one past the last
  private final short[] slice;

  private ScoredColumns(GridGeometry geometry, int[] first, short[] slice) {
    this.geometry = geometry;
    this.first = first;
    this.slice = slice;
  }

  static ScoredColumns of(Mask scored) {
    GridGeometry geometry = scored.geometry();
    int columns = geometry.sliceVoxelCount();
    int[] first = new int[columns + 1];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet inSlice = scored.slice(z);
      for (int i = inSlice.nextSetBit(0); i >= 0; i = inSlice.nextSetBit(i + 1)) {
        first[i + 1]++;
      }
    }
    for (int column = 0; column < columns; column++) {
      first[column + 1] += first[column];
    }
    short[] slice = new short[first[columns]];
    int[] next = first.clone();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet inSlice = scored.slice(z);
      for (int i = inSlice.nextSetBit(0); i >= 0; i = inSlice.nextSetBit(i + 1)) {
        slice[next[i]++] = (short) z;
      }
    }
    return new ScoredColumns(geometry, first, slice);
  }

  int voxelCount() {
    return slice.length;
  }

  long byteCount() {
    return 4L * first.length + 2L * slice.length;
  }

  /** First voxel of the column at x, y, in the order of this class. */
  int from(int x, int y) {
    return first[y * geometry.sizeX() + x];
  }

  /** One past the last voxel of the column at x, y. */
  int to(int x, int y) {
    return first[y * geometry.sizeX() + x + 1];
  }

  /** Slice of a voxel. */
  int z(int voxel) {
    return slice[voxel];
  }

  /** Place in the order of this class of a scored voxel. */
  int indexOf(int gridPosition) {
    int z = gridPosition / geometry.sliceVoxelCount();
    int column = gridPosition - z * geometry.sliceVoxelCount();
    return Arrays.binarySearch(slice, first[column], first[column + 1], (short) z);
  }
}
