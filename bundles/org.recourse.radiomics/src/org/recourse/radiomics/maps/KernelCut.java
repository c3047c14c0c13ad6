/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.texture.RegionLevels;

/**
 * Cuts the neighbourhood of one voxel out of an image. The box is that of the voxels that count, so
 * that it is the same as if the neighbourhood were a region of its own. Not thread-safe.
 */
final class KernelCut {

  private final VoxelBlock image;
  private final byte[] counted; // voxels that may count: of the region, or all
  private final RegionLevels levels;
  private final GridGeometry geometry;
  private final int radius;
  private final int flatAxis; // 0 x, 1 y, 2 z: no extent along it; -1 for none
  private IndexBox box = new IndexBox(0, 0, 0, 0, 0, 0);

  KernelCut(VoxelBlock image, byte[] counted, RegionLevels levels, int radius, int flatAxis) {
    this.image = image;
    this.counted = counted;
    this.levels = levels;
    geometry = image.geometry();
    this.radius = radius;
    this.flatAxis = flatAxis;
  }

  /** Moves to the voxel at an array position, which counts itself. */
  void moveTo(int position) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    int x = position % sizeX;
    int y = position / sizeX % sizeY;
    int z = position / (sizeX * sizeY);
    int reachX = flatAxis == 0 ? 0 : radius;
    int reachY = flatAxis == 1 ? 0 : radius;
    int reachZ = flatAxis == 2 ? 0 : radius;
    int minX = x;
    int minY = y;
    int minZ = z;
    int maxX = x;
    int maxY = y;
    int maxZ = z;
    for (int k = Math.max(z - reachZ, 0); k <= Math.min(z + reachZ, geometry.sizeZ() - 1); k++) {
      for (int j = Math.max(y - reachY, 0); j <= Math.min(y + reachY, sizeY - 1); j++) {
        int row = (k * sizeY + j) * sizeX;
        for (int i = Math.max(x - reachX, 0); i <= Math.min(x + reachX, sizeX - 1); i++) {
          if (counted[row + i] != 0) {
            minX = Math.min(minX, i);
            maxX = Math.max(maxX, i);
            minY = Math.min(minY, j);
            maxY = Math.max(maxY, j);
            minZ = Math.min(minZ, k);
            maxZ = Math.max(maxZ, k);
          }
        }
      }
    }
    box = new IndexBox(minX, minY, minZ, maxX, maxY, maxZ);
  }

  IndexBox box() {
    return box;
  }

  /** Levels of the box, 0 where a voxel does not count. */
  int[] levels() {
    int[] cut = new int[box.sizeX() * box.sizeY() * box.sizeZ()];
    int to = 0;
    for (int z = box.minZ(); z <= box.maxZ(); z++) {
      for (int y = box.minY(); y <= box.maxY(); y++) {
        int row = (z * geometry.sizeY() + y) * geometry.sizeX();
        for (int x = box.minX(); x <= box.maxX(); x++) {
          cut[to++] = levels.at(row + x);
        }
      }
    }
    return cut;
  }

  /** Values of the voxels that count, in the order of the array. */
  double[] values(int count) {
    double[] cut = new double[count];
    int to = 0;
    for (int z = box.minZ(); z <= box.maxZ(); z++) {
      for (int y = box.minY(); y <= box.maxY(); y++) {
        int row = (z * geometry.sizeY() + y) * geometry.sizeX();
        for (int x = box.minX(); x <= box.maxX(); x++) {
          if (counted[row + x] != 0) {
            cut[to++] = image.valueAt(row + x);
          }
        }
      }
    }
    return cut;
  }

  /** The box as an image of its own. */
  VoxelBlock image() {
    return image.crop(box);
  }

  /** The voxels that count as a region of their own. */
  Region region(int[] cutLevels) {
    byte[] inside = new byte[cutLevels.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (cutLevels[i] != 0 ? 1 : 0);
    }
    return Region.of(box.geometryIn(geometry), inside);
  }
}
