/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;

/** Numbers on a grid; NaN where there is none. Immutable and thread-safe. */
public final class VoxelValues {

  private final GridGeometry geometry;
  private final float[] values;

  private VoxelValues(GridGeometry geometry, float[] values) {
    this.geometry = geometry;
    this.values = values;
  }

  /** Copies the values, which must be as many as the grid has voxels. */
  public static VoxelValues of(GridGeometry geometry, float[] values) {
    if (values.length != Objects.requireNonNull(geometry, "geometry").voxelCount()) {
      throw new IllegalArgumentException(
          values.length + " values for " + geometry.voxelCount() + " voxels");
    }
    return new VoxelValues(geometry, values.clone());
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public float valueAt(int x, int y, int z) {
    return values[geometry.indexOf(x, y, z)];
  }

  /** Copies slice {@code z} into {@code target}, which must hold at least one slice. */
  public void copySlice(int z, float[] target) {
    Objects.checkIndex(z, geometry.sizeZ());
    int voxels = geometry.sliceVoxelCount();
    System.arraycopy(values, z * voxels, target, 0, voxels);
  }
}
