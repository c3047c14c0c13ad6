/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/** What the sampler needs of a volume. Equal if it is the same volume. */
sealed interface VoxelSource {

  GridGeometry geometry();

  float valueAt(int x, int y, int z);

  void copySlice(int z, float[] target);

  /** Intensities. */
  record OfImage(ImageVolume volume) implements VoxelSource {

    @Override
    public GridGeometry geometry() {
      return volume.geometry();
    }

    @Override
    public float valueAt(int x, int y, int z) {
      return volume.intensityAt(x, y, z);
    }

    @Override
    public void copySlice(int z, float[] target) {
      volume.copySlice(z, target);
    }
  }

  /** Any quantity; NaN where it is not defined. */
  record OfScalars(ScalarVolume volume) implements VoxelSource {

    @Override
    public GridGeometry geometry() {
      return volume.geometry();
    }

    @Override
    public float valueAt(int x, int y, int z) {
      return volume.valueAt(x, y, z);
    }

    @Override
    public void copySlice(int z, float[] target) {
      volume.copySlice(z, target);
    }
  }

  /** Doses in Gy. */
  record OfDose(DoseGrid dose) implements VoxelSource {

    @Override
    public GridGeometry geometry() {
      return dose.geometry();
    }

    @Override
    public float valueAt(int x, int y, int z) {
      return dose.doseGyAt(x, y, z);
    }

    @Override
    public void copySlice(int z, float[] target) {
      dose.copySlice(z, target);
    }
  }
}
