/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Arrays;
import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;

/**
 * Any scalar quantity sampled on a regular grid, in the unit its owner states. NaN marks a voxel in
 * which the quantity is not defined. Immutable and thread-safe.
 */
public final class ScalarVolume {

  private final GridGeometry geometry;
  private final float[][] slices;

  private ScalarVolume(GridGeometry geometry, float[][] slices) {
    this.geometry = geometry;
    this.slices = slices;
  }

  public static Builder builder(GridGeometry geometry) {
    return new Builder(geometry);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  /** Returns the value of a voxel, NaN where it is not defined. */
  public float valueAt(int x, int y, int z) {
    Objects.checkIndex(x, geometry.sizeX());
    Objects.checkIndex(y, geometry.sizeY());
    Objects.checkIndex(z, geometry.sizeZ());
    return slices[z][y * geometry.sizeX() + x];
  }

  /** Copies slice {@code z} into {@code target}, which must hold at least one slice. */
  public void copySlice(int z, float[] target) {
    Objects.checkIndex(z, geometry.sizeZ());
    System.arraycopy(slices[z], 0, target, 0, slices[z].length);
  }

  /**
   * Collects slices for one volume; slices not set are not defined anywhere. Different slices may
   * be set from different threads.
   */
  public static final class Builder {

    private final GridGeometry geometry;
    private final float[][] slices;

    private Builder(GridGeometry geometry) {
      this.geometry = Objects.requireNonNull(geometry, "geometry");
      slices = new float[geometry.sizeZ()][];
    }

    /** Sets a slice, x fastest, then y; the values are copied. */
    public Builder slice(int z, float[] values) {
      Objects.checkIndex(z, geometry.sizeZ());
      if (values.length != geometry.sliceVoxelCount()) {
        throw new IllegalArgumentException(
            "slice has " + values.length + " values, expected " + geometry.sliceVoxelCount());
      }
      slices[z] = values.clone();
      return this;
    }

    public ScalarVolume build() {
      float[][] complete = slices.clone();
      for (int z = 0; z < complete.length; z++) {
        if (complete[z] == null) {
          complete[z] = new float[geometry.sliceVoxelCount()];
          Arrays.fill(complete[z], Float.NaN);
        }
      }
      return new ScalarVolume(geometry, complete);
    }
  }
}
