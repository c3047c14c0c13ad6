/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * The voxels of a grid on a plane along two of its axes, interpolated linearly along the third.
 * Kept between frames: as long as the plane does not move, zoom, pan and window/level read the same
 * sheet. Not thread-safe while it is loaded.
 */
final class Sheet {

  private record Key(VoxelSource source, int axis, double index) {}

  private Optional<Key> loaded = Optional.empty();
  private float[] values = {};
  private float[] second = {}; // scratch: the other slice of a pair
  private int sizeA;
  private int sizeB;

  /** Voxels along the first in-plane axis, which varies fastest. */
  int sizeA() {
    return sizeA;
  }

  int sizeB() {
    return sizeB;
  }

  float[] values() {
    return values;
  }

  /**
   * Loads the sheet at a continuous index along an axis, unless it is loaded already.
   *
   * @param index clamped to the voxel centres, so that the outer half voxels repeat the last ones
   */
  void load(VoxelSource source, int axis, double index, SliceExecutor executor) {
    GridGeometry geometry = source.geometry();
    int[] size = {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    double clamped = Math.clamp(index, 0.0, size[axis] - 1.0);
    var wanted = Optional.of(new Key(source, axis, clamped));
    if (wanted.equals(loaded)) {
      return;
    }
    loaded = Optional.empty(); // a cancelled load leaves nothing that looks complete
    sizeA = axis == 0 ? size[1] : size[0];
    sizeB = axis == 2 ? size[1] : size[2];
    values = atLeast(values, sizeA * sizeB);
    int lower = (int) clamped;
    int upper = Math.min(lower + 1, size[axis] - 1);
    float weight = (float) (clamped - lower);
    if (axis == 2) {
      loadSlices(source, lower, upper, weight);
    } else {
      float[] target = values;
      executor.forEachSlice(
          size[2],
          new NullProgressMonitor(),
          z -> loadRow(source, axis, lower, upper, weight, z, target));
    }
    loaded = wanted;
  }

  private void loadSlices(VoxelSource source, int lower, int upper, float weight) {
    source.copySlice(lower, values);
    if (weight == 0) {
      return;
    }
    int count = sizeA * sizeB;
    second = atLeast(second, count);
    source.copySlice(upper, second);
    for (int i = 0; i < count; i++) {
      values[i] += (second[i] - values[i]) * weight;
    }
  }

  private void loadRow(
      VoxelSource source, int axis, int lower, int upper, float weight, int z, float[] target) {
    int row = z * sizeA;
    for (int a = 0; a < sizeA; a++) {
      float from = axis == 0 ? source.valueAt(lower, a, z) : source.valueAt(a, lower, z);
      float value = from;
      if (weight > 0) {
        float to = axis == 0 ? source.valueAt(upper, a, z) : source.valueAt(a, upper, z);
        value = from + (to - from) * weight;
      }
      target[row + a] = value;
    }
  }

  private static float[] atLeast(float[] array, int length) {
    return array.length >= length ? array : new float[length];
  }
}
