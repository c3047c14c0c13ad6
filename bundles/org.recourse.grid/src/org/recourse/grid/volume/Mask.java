/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.volume;

import java.util.BitSet;
import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;

/** A set of voxels of a grid. Immutable and thread-safe. */
public final class Mask {

  private final GridGeometry geometry;
  private final BitSet[] slices;

  private Mask(GridGeometry geometry, BitSet[] slices) {
    this.geometry = geometry;
    this.slices = slices;
  }

  public static Builder builder(GridGeometry geometry) {
    return new Builder(geometry);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public boolean contains(int x, int y, int z) {
    geometry.indexOf(x, y, z);
    return slices[z].get(y * geometry.sizeX() + x);
  }

  /** Returns a copy of the voxels of a slice, at positions {@code y·sizeX + x}. */
  public BitSet slice(int z) {
    return (BitSet) slices[Objects.checkIndex(z, slices.length)].clone();
  }

  public long voxelCount() {
    long count = 0;
    for (BitSet slice : slices) {
      count += slice.cardinality();
    }
    return count;
  }

  /** Volume of whole voxels, cm³. */
  public double volumeCm3() {
    return voxelCount() * geometry.voxelVolumeMm3() / 1000;
  }

  /** Collects slices; slices not set are empty. Different slices may be set at once. */
  public static final class Builder {

    private final GridGeometry geometry;
    private final BitSet[] slices;

    private Builder(GridGeometry geometry) {
      this.geometry = Objects.requireNonNull(geometry, "geometry");
      slices = new BitSet[geometry.sizeZ()];
    }

    public Builder slice(int z, BitSet voxels) {
      Objects.checkIndex(z, geometry.sizeZ());
      if (voxels.length() > geometry.sliceVoxelCount()) {
        throw new IllegalArgumentException("voxel outside the slice: " + (voxels.length() - 1));
      }
      slices[z] = (BitSet) voxels.clone();
      return this;
    }

    public Mask build() {
      BitSet[] complete = new BitSet[slices.length];
      for (int z = 0; z < slices.length; z++) {
        complete[z] = slices[z] == null ? new BitSet() : slices[z];
      }
      return new Mask(geometry, complete);
    }
  }
}
