/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.image;

import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Image values with their geometry and sample type; x varies fastest, then y, then z. Immutable and
 * thread-safe: arrays given to a factory belong to the block from then on, arrays taken out are
 * copies.
 *
 * <p>{@link SampleType#FLOAT32} is held in single precision; the other types are held in double
 * precision, so that whole numbers up to 2⁵³ are exact.
 */
public final class VoxelBlock {

  private final GridGeometry geometry;
  private final SampleType type;
  private final float[] singles; // only for FLOAT32
  private final double[] doubles; // for the other types

  private VoxelBlock(GridGeometry geometry, SampleType type, float[] singles, double[] doubles) {
    this.geometry = Objects.requireNonNull(geometry, "geometry");
    this.type = type;
    this.singles = singles;
    this.doubles = doubles;
    int length = singles == null ? doubles.length : singles.length;
    if (length != geometry.voxelCount()) {
      throw new IllegalArgumentException(
          "block has " + length + " values, expected " + geometry.voxelCount());
    }
  }

  /** Makes a single precision block; the array belongs to the block from now on. */
  public static VoxelBlock ofFloat32(GridGeometry geometry, float[] values) {
    return new VoxelBlock(geometry, SampleType.FLOAT32, values, null);
  }

  /** Makes a double precision block; the array belongs to the block from now on. */
  public static VoxelBlock ofFloat64(GridGeometry geometry, double[] values) {
    return new VoxelBlock(geometry, SampleType.FLOAT64, null, values);
  }

  /** Makes a block of whole numbers; the array belongs to the block from now on. */
  public static VoxelBlock ofIntegers(GridGeometry geometry, double[] wholeNumbers) {
    return new VoxelBlock(geometry, SampleType.INTEGER, null, wholeNumbers);
  }

  /**
   * Makes a block of the given type from double values. {@code FLOAT32} rounds to single precision,
   * {@code INTEGER} truncates toward zero, as a cast of ITK does. The array is not kept for {@code
   * FLOAT32} and belongs to the block otherwise.
   */
  public static VoxelBlock cast(GridGeometry geometry, SampleType type, double[] values) {
    return switch (type) {
      case FLOAT64 -> ofFloat64(geometry, values);
      case INTEGER -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = values[i] < 0 ? Math.ceil(values[i]) : Math.floor(values[i]);
        }
        yield ofIntegers(geometry, values);
      }
      case FLOAT32 -> {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
          rounded[i] = (float) values[i];
        }
        yield ofFloat32(geometry, rounded);
      }
    };
  }

  /**
   * Reads an image. The type is {@code INTEGER} if every intensity is a whole number, as in a CT or
   * MR series without a fractional slope, else {@code FLOAT32}.
   */
  public static VoxelBlock of(ImageVolume image) {
    GridGeometry geometry = image.geometry();
    int slice = geometry.sliceVoxelCount();
    float[] one = new float[slice];
    float[] all = new float[geometry.voxelCount()];
    boolean whole = true;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      image.copySlice(z, one);
      System.arraycopy(one, 0, all, z * slice, slice);
      for (int i = 0; whole && i < slice; i++) {
        whole = one[i] == Math.rint(one[i]);
      }
    }
    if (!whole) {
      return ofFloat32(geometry, all);
    }
    double[] values = new double[all.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i];
    }
    return ofIntegers(geometry, values);
  }

  /** Reads a dose grid in single precision; the values are gray. */
  public static VoxelBlock of(DoseGrid dose) {
    GridGeometry geometry = dose.geometry();
    int slice = geometry.sliceVoxelCount();
    float[] one = new float[slice];
    float[] all = new float[geometry.voxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      dose.copySlice(z, one);
      System.arraycopy(one, 0, all, z * slice, slice);
    }
    return ofFloat32(geometry, all);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public SampleType type() {
    return type;
  }

  /** Returns a voxel by its array position, {@code (z·sizeY + y)·sizeX + x}. */
  public double valueAt(int index) {
    return singles == null ? doubles[index] : singles[index];
  }

  /** Returns all voxels in double precision, as a copy. */
  public double[] toDoubles() {
    if (singles == null) {
      return doubles.clone();
    }
    double[] values = new double[singles.length];
    copy(0, values, 0, values.length);
    return values;
  }

  /** Returns all voxels in single precision, as a copy; other types are rounded. */
  public float[] toFloats() {
    if (singles != null) {
      return singles.clone();
    }
    float[] values = new float[doubles.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) doubles[i];
    }
    return values;
  }

  /** Copies {@code count} voxels from array position {@code from} into {@code target}. */
  public void copy(int from, double[] target, int targetFrom, int count) {
    if (singles == null) {
      System.arraycopy(doubles, from, target, targetFrom, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[targetFrom + i] = singles[from + i];
    }
  }

  /** Returns the part inside a box of indices, with its origin moved accordingly. */
  public VoxelBlock crop(IndexBox box) {
    GridGeometry part = box.geometryIn(geometry);
    int sx = part.sizeX();
    float[] floats = singles == null ? null : new float[part.voxelCount()];
    double[] reals = singles == null ? new double[part.voxelCount()] : null;
    Object source = singles == null ? doubles : singles;
    Object target = singles == null ? reals : floats;
    int to = 0;
    for (int z = box.minZ(); z <= box.maxZ(); z++) {
      for (int y = box.minY(); y <= box.maxY(); y++, to += sx) {
        System.arraycopy(source, geometry.indexOf(box.minX(), y, z), target, to, sx);
      }
    }
    return new VoxelBlock(part, type, floats, reals);
  }

  /** Returns the spacing along x, y and z, mm. */
  public Vector3 spacingMm() {
    return geometry.spacingMm();
  }
}
