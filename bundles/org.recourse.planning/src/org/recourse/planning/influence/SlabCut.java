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

/**
 * A dose grid cut into slabs of whole slices, small enough that the dose of one stays in the cache.
 * Depends on the grid alone, so beams that were computed apart fit together. Immutable.
 *
 * @param geometry of the dose grid
 * @param slicesPerSlab at least 1
 */
record SlabCut(GridGeometry geometry, int slicesPerSlab) {

  private static final int SLAB_VOXELS = 1 << 15;

  static SlabCut of(GridGeometry geometry) {
    return new SlabCut(geometry, Math.max(1, SLAB_VOXELS / geometry.sliceVoxelCount()));
  }

  int count() {
    return (geometry.sizeZ() + slicesPerSlab - 1) / slicesPerSlab;
  }

  int fromSlice(int slab) {
    return slab * slicesPerSlab;
  }

  /** One past the last slice. */
  int toSlice(int slab) {
    return Math.min(geometry.sizeZ(), fromSlice(slab) + slicesPerSlab);
  }

  int firstVoxel(int slab) {
    return fromSlice(slab) * geometry.sliceVoxelCount();
  }

  int voxelCount(int slab) {
    return (toSlice(slab) - fromSlice(slab)) * geometry.sliceVoxelCount();
  }
}
