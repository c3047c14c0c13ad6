/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;

/** The voxels of a region as runs along x, so that inner loops need no test. Immutable. */
final class MaskedRuns {

  private final int sizeY;
  private final int[] firstRunOfRow; // rows + 1
  private final int[] start;
  private final int[] end;
  private final int voxelCount;

  MaskedRuns(Region region) {
    GridGeometry grid = region.geometry();
    sizeY = grid.sizeY();
    int sizeX = grid.sizeX();
    int rows = sizeY * grid.sizeZ();
    firstRunOfRow = new int[rows + 1];
    int[] starts = new int[16];
    int[] ends = new int[16];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      firstRunOfRow[row] = count;
      for (int x = 0; x < sizeX; x++) {
        if (!region.contains(row * sizeX + x)) {
          continue;
        }
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = x;
        while (x < sizeX && region.contains(row * sizeX + x)) {
          x++;
        }
        ends[count++] = x;
      }
    }
    firstRunOfRow[rows] = count;
    start = Arrays.copyOf(starts, count);
    end = Arrays.copyOf(ends, count);
    voxelCount = region.voxelCount();
  }

  int voxelCount() {
    return voxelCount;
  }

  int firstRun(int y, int z) {
    return firstRunOfRow[z * sizeY + y];
  }

  int endRun(int y, int z) {
    return firstRunOfRow[z * sizeY + y + 1];
  }

  int start(int run) {
    return start[run];
  }

  int end(int run) {
    return end[run];
  }
}
