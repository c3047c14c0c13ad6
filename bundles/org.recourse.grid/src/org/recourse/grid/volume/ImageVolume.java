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
 * An image sampled on a regular grid: Hounsfield units for CT, arbitrary units for MR. Immutable
 * and thread-safe.
 *
 * <p>A slice is kept either as 16-bit stored values with its own slope and intercept, as DICOM has
 * it, or as float. The intensity is {@code stored·slope + intercept}.
 */
public final class ImageVolume {

  private final GridGeometry geometry;
  private final short[][] stored;
  private final float[] slope;
  private final float[] intercept;
  private final float[][] real; // slices that are not stored as 16 bit

  private ImageVolume(Builder builder) {
    geometry = builder.geometry;
    stored = builder.stored;
    slope = builder.slope;
    intercept = builder.intercept;
    real = builder.real;
  }

  public static Builder builder(GridGeometry geometry) {
    return new Builder(geometry);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  /** Returns the intensity of a voxel; throws IndexOutOfBoundsException outside the grid. */
  public float intensityAt(int x, int y, int z) {
    Objects.checkIndex(x, geometry.sizeX());
    Objects.checkIndex(y, geometry.sizeY());
    Objects.checkIndex(z, geometry.sizeZ());
    int i = y * geometry.sizeX() + x;
    return real[z] != null ? real[z][i] : stored[z][i] * slope[z] + intercept[z];
  }

  /** Copies slice {@code z} into {@code target}, which must hold at least one slice. */
  public void copySlice(int z, float[] target) {
    Objects.checkIndex(z, geometry.sizeZ());
    int voxels = geometry.sliceVoxelCount();
    if (real[z] != null) {
      System.arraycopy(real[z], 0, target, 0, voxels);
      return;
    }
    short[] values = stored[z];
    float scale = slope[z];
    float offset = intercept[z];
    for (int i = 0; i < voxels; i++) {
      target[i] = values[i] * scale + offset;
    }
  }

  /** Collects slices for one volume. Different slices may be set from different threads. */
  public static final class Builder {

    private final GridGeometry geometry;
    private final short[][] stored;
    private final float[] slope;
    private final float[] intercept;
    private final float[][] real;

    private Builder(GridGeometry geometry) {
      this.geometry = Objects.requireNonNull(geometry, "geometry");
      stored = new short[geometry.sizeZ()][];
      real = new float[geometry.sizeZ()][];
      slope = new float[geometry.sizeZ()];
      intercept = new float[geometry.sizeZ()];
    }

    /** Sets a slice from floats, which are copied. */
    public Builder slice(int z, float[] intensities) {
      checkLength(z, intensities.length);
      real[z] = intensities.clone();
      return this;
    }

    /** Sets a slice from signed 16-bit stored values; the array belongs to the volume from now. */
    public Builder storedSlice(int z, short[] values, float rescaleSlope, float rescaleIntercept) {
      checkLength(z, values.length);
      stored[z] = values;
      slope[z] = rescaleSlope;
      intercept[z] = rescaleIntercept;
      return this;
    }

    private void checkLength(int z, int length) {
      Objects.checkIndex(z, geometry.sizeZ());
      if (length != geometry.sliceVoxelCount()) {
        throw new IllegalArgumentException(
            "slice has " + length + " values, expected " + geometry.sliceVoxelCount());
      }
    }

    /** Throws IllegalStateException if a slice is missing: a gap is never filled silently. */
    public ImageVolume build() {
      for (int z = 0; z < geometry.sizeZ(); z++) {
        if (stored[z] == null && real[z] == null) {
          throw new IllegalStateException("slice " + z + " was not set");
        }
      }
      return new ImageVolume(this);
    }
  }
}
