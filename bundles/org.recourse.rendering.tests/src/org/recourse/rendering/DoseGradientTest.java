/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

class DoseGradientTest {

  /** Doses of some ten Gy are exact to 2e-6 Gy in float; divided by a millimetre or more. */
  private static final double TOLERANCE_GY_PER_MM = 1e-5;

  @Test
  void workedExampleOfTheJavadocOnAnisotropicVoxels() {
    var geometry = new GridGeometry(5, 4, 3, new Vector3(1, 2, 3), new Vector3(1, 2, 5));

    DoseGrid gradient = gradient(ramp(geometry, new Vector3(0.3, 0.4, 0)));

    for (int i = 0; i < geometry.voxelCount(); i++) {
      assertEquals(0.5, gradient.doseGyAt(i), TOLERANCE_GY_PER_MM);
    }
  }

  @Test
  void oneSliceHasNoGradientAcross() {
    var geometry = new GridGeometry(3, 3, 1, Vector3.ZERO, new Vector3(1, 1, 1));

    assertEquals(
        0.5, gradient(ramp(geometry, new Vector3(0.3, 0.4, 9))).doseGyAt(4), TOLERANCE_GY_PER_MM);
  }

  @Test
  void oneVoxelHasNone() {
    var geometry = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));

    assertEquals(0, gradient(ramp(geometry, new Vector3(1, 1, 1))).doseGyAt(0));
  }

  @Test
  void stopsWhenCancelled() {
    var geometry = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(1, 1, 1));
    DoseGrid dose = ramp(geometry, new Vector3(1, 1, 1));
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class, () -> DoseGradient.gyPerMm(dose, executor, monitor));
    }
  }

  private static DoseGrid gradient(DoseGrid dose) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return DoseGradient.gyPerMm(dose, executor, new NullProgressMonitor());
    }
  }

  private static DoseGrid ramp(GridGeometry geometry, Vector3 slopeGyPerMm) {
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] =
            (float)
                geometry
                    .toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z)
                    .dot(slopeGyPerMm);
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
