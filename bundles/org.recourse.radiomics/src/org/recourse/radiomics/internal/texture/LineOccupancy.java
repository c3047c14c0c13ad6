/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.HashSet;

/** Whether some line along a direction holds two voxels of the region, neighbours or not. */
final class LineOccupancy {

  private LineOccupancy() {}

  static boolean anyLineOfTwo(GreyLevels levels, Direction direction) {
    RegionIndex index = levels.index();
    var lines = new HashSet<Long>();
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int p = index.start(s); p < index.start(s) + index.length(s); p++) {
        if (!lines.add(lineOf(index, p, direction))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A line is named by where it enters the array, on the way back from a voxel of it. */
  private static long lineOf(RegionIndex index, int position, Direction direction) {
    int x = position % index.strideY();
    int y = position % index.strideZ() / index.strideY();
    int z = position / index.strideZ();
    int steps =
        Math.min(
            steps(x, direction.x(), index.sizeX() + 2 * index.margin()),
            Math.min(
                steps(y, direction.y(), index.sizeY() + 2 * index.margin()),
                steps(z, direction.z(), index.sizeZ() + 2 * index.margin())));
    return (long) position - (long) steps * index.offset(direction);
  }

  private static int steps(int place, int step, int size) {
    if (step == 0) {
      return Integer.MAX_VALUE;
    }
    return step > 0 ? place / step : (size - 1 - place) / -step;
  }
}
