/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.transform.AffineMap;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.IdentityTransform;

class DoseMappingTest {

  private static final GridGeometry GRID =
      new GridGeometry(40, 36, 33, new Vector3(-80, 30, 500), new Vector3(4, 4, 4));

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private static DoseGrid bump() {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    Vector3 centre = GRID.toPatientMm(19.5, 17.5, 16);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        double mm = GRID.toPatientMm(i % 40, i / 40, z).distanceTo(centre);
        slice[i] = (float) (60 * Math.exp(-mm * mm / (2 * 18 * 18)));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static double sum(DoseGrid dose) {
    double sum = 0;
    for (int i = 0; i < dose.geometry().voxelCount(); i++) {
      sum += dose.doseGyAt(i);
    }
    return sum;
  }

  @Test
  void identityIsExact() {
    DoseGrid dose = bump();
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      DoseGrid same =
          DoseMapping.pull(dose, GRID, new AffineMap(AffineTransform.IDENTITY), executor, monitor);
      DoseGrid moved = DoseMapping.push(dose, GRID, new IdentityTransform(), 2, monitor).dose();
      for (int i = 0; i < GRID.voxelCount(); i++) {
        // the way to millimetres and back rounds the index by about 1e-14
        assertEquals(dose.doseGyAt(i), same.doseGyAt(i), 1e-5);
        assertEquals(dose.doseGyAt(i), moved.doseGyAt(i), 1e-5);
      }
      assertEquals(dose, DoseMapping.pull(dose, GRID, new IdentityTransform(), executor, monitor));
    }
  }

  @Test
  void meanDoseAndEnergySurviveASmoothField() {
    DoseGrid dose = bump();
    DisplacementField field = TorsoPhantom.smoothField(GRID, 4, 8);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      DoseGrid there = DoseMapping.pull(dose, GRID, field, executor, monitor);
      DoseGrid back = DoseMapping.pull(there, GRID, field.inverse(), executor, monitor);
      DoseMapping.Pushed pushed = DoseMapping.push(dose, GRID, field, 2, monitor);

      assertEquals(1, sum(back) / sum(dose), 0.005); // the limit: two interpolations
      assertEquals(1, pushed.caughtFraction(), 0.005); // the bump fades before the border
    }
  }
}
