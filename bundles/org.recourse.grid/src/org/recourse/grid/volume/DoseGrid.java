/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.volume;

import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;

/**
 * Dose sampled on a regular grid. Immutable and thread-safe: the array never leaves this class, so
 * whole slices are copied in and out and a computed grid is made with a {@link Builder}.
 *
 * <p>Whether the values are physical dose or EQD2 is stated by the name of the variable that holds
 * the grid.
 */
public final class DoseGrid {

  private final GridGeometry geometry;
  private final float[] doseGy;

  private DoseGrid(GridGeometry geometry, float[] doseGy) {
    this.geometry = geometry;
    this.doseGy = doseGy;
  }

  public static Builder builder(GridGeometry geometry) {
    return new Builder(geometry);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public float doseGyAt(int x, int y, int z) {
    return doseGy[geometry.indexOf(x, y, z)];
  }

  /** Returns the dose at an array position, {@code (z·sizeY + y)·sizeX + x}. */
  public float doseGyAt(int index) {
    return doseGy[index];
  }

  /** Copies slice {@code z} into {@code target}, which must hold at least one slice. */
  public void copySlice(int z, float[] target) {
    Objects.checkIndex(z, geometry.sizeZ());
    int voxels = geometry.sliceVoxelCount();
    System.arraycopy(doseGy, z * voxels, target, 0, voxels);
  }

  /** Returns the largest value of the grid, Gy. */
  public float maximumGy() {
    float maximum = doseGy[0];
    for (float value : doseGy) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }

  /** Collects slices for one grid; slices not set are 0 Gy. Different slices may be set at once. */
  public static final class Builder {

    private final GridGeometry geometry;
    private float[] doseGy; // null once built

    private Builder(GridGeometry geometry) {
      this.geometry = Objects.requireNonNull(geometry, "geometry");
      this.doseGy = new float[geometry.voxelCount()];
    }

    public Builder slice(int z, float[] sliceGy) {
      Objects.checkIndex(z, geometry.sizeZ());
      int voxels = geometry.sliceVoxelCount();
      System.arraycopy(sliceGy, 0, doseGy, z * voxels, voxels);
      return this;
    }

    /** Hands the array over without a copy and so ends the life of this builder. */
    public DoseGrid build() {
      var grid = new DoseGrid(geometry, Objects.requireNonNull(doseGy, "already built"));
      doseGy = null;
      return grid;
    }
  }
}
