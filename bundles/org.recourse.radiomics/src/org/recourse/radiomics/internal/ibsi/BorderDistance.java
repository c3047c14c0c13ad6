/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import java.util.ArrayDeque;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;

/**
 * Steps over voxel faces from each voxel of a region to the outside, 1 for a voxel at the border;
 * the outside of the grid counts as outside.
 */
final class BorderDistance {

  private final GridGeometry grid;
  private final int[] distance;
  private final boolean volume;

  private BorderDistance(Region region, boolean volume) {
    grid = region.geometry();
    this.volume = volume;
    distance = new int[grid.voxelCount()];
    var front = new ArrayDeque<Integer>();
    for (int i = 0; i < distance.length; i++) {
      distance[i] = region.contains(i) ? Integer.MAX_VALUE : 0;
    }
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] > 0 && touchesOutside(i)) {
        front.add(i);
      }
    }
    front.forEach(i -> distance[i] = 1);
    while (!front.isEmpty()) {
      int i = front.poll();
      for (int axis = 0; axis < (volume ? 3 : 2); axis++) {
        for (int side = -1; side <= 1; side += 2) {
          int j = neighbour(i, axis, side);
          if (j >= 0 && distance[j] > distance[i] + 1) {
            distance[j] = distance[i] + 1;
            front.add(j);
          }
        }
      }
    }
  }

  static int[] inVolume(Region region) {
    return new BorderDistance(region, true).distance;
  }

  static int[] inSlices(Region region) {
    return new BorderDistance(region, false).distance;
  }

  private boolean touchesOutside(int i) {
    for (int axis = 0; axis < (volume ? 3 : 2); axis++) {
      for (int side = -1; side <= 1; side += 2) {
        int j = neighbour(i, axis, side);
        if (j < 0 || distance[j] == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private int neighbour(int i, int axis, int side) {
    int place =
        switch (axis) {
          case 0 -> i % grid.sizeX();
          case 1 -> i / grid.sizeX() % grid.sizeY();
          default -> i / grid.sliceVoxelCount();
        };
    int size = axis == 0 ? grid.sizeX() : axis == 1 ? grid.sizeY() : grid.sizeZ();
    int stride = axis == 0 ? 1 : axis == 1 ? grid.sizeX() : grid.sliceVoxelCount();
    return place + side < 0 || place + side >= size ? -1 : i + side * stride;
  }
}
