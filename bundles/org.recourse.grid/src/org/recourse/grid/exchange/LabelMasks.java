/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.util.BitSet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;

/** Takes a label map apart: one mask for each label other than 0, as ITK-SNAP and Slicer write. */
public final class LabelMasks {

  private static final int MOST_LABELS = 1000;

  private LabelMasks() {}

  /**
   * Returns the masks by label; none if all voxels are 0.
   *
   * @throws IllegalArgumentException if a value is not a whole number: that is no label map
   */
  public static SortedMap<Integer, Mask> of(ImageVolume labels) {
    GridGeometry geometry = labels.geometry();
    var builders = new TreeMap<Integer, Mask.Builder>();
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      labels.copySlice(z, slice);
      var ofSlice = new TreeMap<Integer, BitSet>();
      for (int i = 0; i < slice.length; i++) {
        int label = (int) slice[i];
        if (label != slice[i]) {
          throw new IllegalArgumentException(
              "not a label map: a voxel has the value " + slice[i] + ", not a whole number");
        }
        if (label != 0) {
          ofSlice.computeIfAbsent(label, key -> new BitSet()).set(i);
        }
      }
      for (var entry : ofSlice.entrySet()) {
        builders
            .computeIfAbsent(entry.getKey(), key -> Mask.builder(geometry))
            .slice(z, entry.getValue());
      }
      if (builders.size() > MOST_LABELS) {
        throw new IllegalArgumentException(
            "not a label map: more than " + MOST_LABELS + " different values");
      }
    }
    var masks = new TreeMap<Integer, Mask>();
    builders.forEach((label, builder) -> masks.put(label, builder.build()));
    return Collections.unmodifiableSortedMap(masks);
  }
}
