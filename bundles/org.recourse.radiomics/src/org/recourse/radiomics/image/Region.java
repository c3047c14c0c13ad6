/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.image;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.Mask;

/**
 * The voxels of a region of interest on the grid of its image, one byte per voxel. Immutable and
 * thread-safe.
 */
public final class Region {

  private final GridGeometry geometry;
  private final byte[] inside; // 1 inside, 0 outside
  private final int voxelCount;
  private final Optional<IndexBox> box;

  private Region(GridGeometry geometry, byte[] inside) {
    this.geometry = Objects.requireNonNull(geometry, "geometry");
    if (inside.length != geometry.voxelCount()) {
      throw new IllegalArgumentException(
          "region has " + inside.length + " voxels, expected " + geometry.voxelCount());
    }
    this.inside = inside;
    int count = 0;
    for (byte voxel : inside) {
      count += voxel;
    }
    voxelCount = count;
    box = findBox();
  }

  /** The same voxels on a geometry of the same size. */
  private Region(GridGeometry geometry, Region same) {
    this.geometry = Objects.requireNonNull(geometry, "geometry");
    if (same.inside.length != geometry.voxelCount()) {
      throw new IllegalArgumentException(
          "region has " + same.inside.length + " voxels, expected " + geometry.voxelCount());
    }
    inside = same.inside;
    voxelCount = same.voxelCount;
    box = same.box;
  }

  /** Makes a region; every value must be 0 or 1 and the array belongs to the region from now on. */
  public static Region of(GridGeometry geometry, byte[] inside) {
    return new Region(geometry, inside);
  }

  public static Region of(Mask mask) {
    GridGeometry geometry = mask.geometry();
    byte[] inside = new byte[geometry.voxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      int offset = z * geometry.sliceVoxelCount();
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        inside[offset + i] = 1;
      }
    }
    return new Region(geometry, inside);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  public int voxelCount() {
    return voxelCount;
  }

  /** Tells whether the voxel at array position {@code (z·sizeY + y)·sizeX + x} is inside. */
  public boolean contains(int index) {
    return inside[index] != 0;
  }

  /** Returns one byte per voxel, 1 inside and 0 outside, as a copy. */
  public byte[] toBytes() {
    return inside.clone();
  }

  /** Returns the smallest box around the region, or empty for an empty region. */
  public Optional<IndexBox> box() {
    return box;
  }

  private Optional<IndexBox> findBox() {
    if (voxelCount == 0) {
      return Optional.empty();
    }
    int sx = geometry.sizeX();
    int sy = geometry.sizeY();
    int minX = sx;
    int minY = sy;
    int minZ = geometry.sizeZ();
    int maxX = 0;
    int maxY = 0;
    int maxZ = 0;
    for (int row = 0; row < sy * geometry.sizeZ(); row++) {
      int from = row * sx;
      int first = 0;
      while (first < sx && inside[from + first] == 0) {
        first++;
      }
      if (first < sx) {
        int last = sx - 1;
        while (inside[from + last] == 0) {
          last--;
        }
        minX = Math.min(minX, first);
        maxX = Math.max(maxX, last);
        minY = Math.min(minY, row % sy);
        maxY = Math.max(maxY, row % sy);
        minZ = Math.min(minZ, row / sy);
        maxZ = row / sy;
      }
    }
    return Optional.of(new IndexBox(minX, minY, minZ, maxX, maxY, maxZ));
  }

  /** Returns the same voxels on a geometry of the same size, which differs by rounding only. */
  public Region on(GridGeometry same) {
    return same.sizeX() == geometry.sizeX() && same.sizeY() == geometry.sizeY()
        ? new Region(same, this)
        : new Region(same, inside);
  }

  /** Returns the part inside a box of indices. */
  public Region crop(IndexBox box) {
    GridGeometry part = box.geometryIn(geometry);
    byte[] cropped = new byte[part.voxelCount()];
    int to = 0;
    for (int z = box.minZ(); z <= box.maxZ(); z++) {
      for (int y = box.minY(); y <= box.maxY(); y++, to += part.sizeX()) {
        System.arraycopy(inside, geometry.indexOf(box.minX(), y, z), cropped, to, part.sizeX());
      }
    }
    return new Region(part, cropped);
  }
}
