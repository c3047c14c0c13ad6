/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/** Doses for tests. */
final class Doses {

  private Doses() {}

  /**
   * Dose that rises by 1 Gy/mm along an axis (0 to 2) and is {@code atZeroGy} at {@code zeroMm}.
   */
  static DoseGrid gradient(GridGeometry geometry, int axis, Vector3 zeroMm, double atZeroGy) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        Vector3 p =
            geometry.toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z).minus(zeroMm);
        slice[i] = (float) (atZeroGy + (axis == 0 ? p.x() : axis == 1 ? p.y() : p.z()));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  static DoseGrid uniform(GridGeometry geometry, float doseGy) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    java.util.Arrays.fill(slice, doseGy);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
