/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.DoseWash;

class StructureMaximumTest {

  /** Dose rises by 1 Gy per mm along x: 0 Gy at x = 0, 9 Gy at x = 9. */
  private static final GridGeometry GEOMETRY =
      new GridGeometry(10, 10, 3, Vector3.ZERO, new Vector3(1, 1, 2));

  @Test
  void isTheLargestDoseInsideNotInTheGrid() {
    StructureMaximum maximum =
        StructureMaximum.of(
                ramp(AffineTransform.IDENTITY), square(2.5, 6.5), new NullProgressMonitor())
            .orElseThrow();

    assertEquals(6, maximum.doseGy());
    assertEquals(6, maximum.pointMm().x());
  }

  @Test
  void followsTheRegistrationOfTheDose() {
    var shifted = AffineTransform.translation(new Vector3(-1, 0, 0)); // scene to dose

    StructureMaximum maximum =
        StructureMaximum.of(ramp(shifted), square(2.5, 6.5), new NullProgressMonitor())
            .orElseThrow();

    assertEquals(5, maximum.doseGy());
    assertEquals(6, maximum.pointMm().x());
  }

  @Test
  void aStructureBesideEveryVoxelCentreHasNone() {
    assertTrue(
        StructureMaximum.of(
                ramp(AffineTransform.IDENTITY), square(2.2, 2.8), new NullProgressMonitor())
            .isEmpty());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> StructureMaximum.of(ramp(AffineTransform.IDENTITY), square(2, 6), monitor));
  }

  private static DoseLayer ramp(AffineTransform sceneToDose) {
    DoseGrid.Builder builder = DoseGrid.builder(GEOMETRY);
    for (int z = 0; z < GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[GEOMETRY.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = i % GEOMETRY.sizeX();
      }
      builder.slice(z, slice);
    }
    return new DoseLayer(
        builder.build(), sceneToDose, new DoseWash(DosePalette.VIRIDIS, 9, 0, 1), List.of());
  }

  private static ContourPlanes square(double from, double to) {
    double[] xyz = {from, from, 2, to, from, 2, to, to, 2, from, to, 2};
    return ContourPlanes.of(new ContourSet(List.of(PlanarContour.of(xyz))), 1);
  }
}
