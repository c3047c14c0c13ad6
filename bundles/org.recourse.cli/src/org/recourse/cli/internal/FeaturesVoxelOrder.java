/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Puts the slices back into the order of the file where its axes are left-handed. The grid of
 * ReCourse is right-handed, but wavelets and directions of other programs follow the order of
 * voxels in the file, and the same file has to give their numbers. Features use the spacing only,
 * so the geometry stays as it is.
 *
 * @param slicesReversed whether there is something to turn back
 */
record FeaturesVoxelOrder(boolean slicesReversed) {

  VoxelBlock ofFile(VoxelBlock image) {
    if (!slicesReversed) {
      return image;
    }
    GridGeometry grid = image.geometry();
    int slice = grid.sliceVoxelCount();
    double[] turned = new double[grid.voxelCount()];
    for (int z = 0; z < grid.sizeZ(); z++) {
      image.copy((grid.sizeZ() - 1 - z) * slice, turned, z * slice, slice);
    }
    return VoxelBlock.cast(grid, image.type(), turned);
  }

  Region ofFile(Region region) {
    if (!slicesReversed) {
      return region;
    }
    GridGeometry grid = region.geometry();
    int slice = grid.sliceVoxelCount();
    byte[] bytes = region.toBytes();
    byte[] turned = new byte[bytes.length];
    for (int z = 0; z < grid.sizeZ(); z++) {
      System.arraycopy(bytes, (grid.sizeZ() - 1 - z) * slice, turned, z * slice, slice);
    }
    return Region.of(grid, turned);
  }
}
