/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recourse.grid.volume.DoseGrid;

/** The sizes that the figures of the benchmark are about. */
class DoseBenchDataTest {

  @Test
  void gammaHasOneAndAHalfMillionPointsAboveTheThreshold() {
    DoseGrid dose = DoseBenchData.gammaDose(0, 0);
    double thresholdGy = 0.1 * dose.maximumGy();
    int points = 0;
    for (int i = 0; i < dose.geometry().voxelCount(); i++) {
      points += dose.doseGyAt(i) >= thresholdGy ? 1 : 0;
    }

    assertEquals(200 * 200 * 150, dose.geometry().voxelCount());
    assertEquals(1.5e6, points, 0.03e6);
  }

  @Test
  void threeCoursesAreSummedOnFiveMillionVoxels() {
    assertEquals(5_000_000, DoseBenchData.FIVE_MILLION.voxelCount());
    assertEquals(3, DoseBenchData.threeCourses().size());
    assertEquals(3, DoseBenchData.threeRotatedCourses().size());
  }

  @Test
  void twentyStructuresLieOnAGridOfTwoAndAHalfMillimetres() {
    assertEquals(20, DoseBenchData.twentyStructures().size());
    assertEquals(2.5, DoseBenchData.clinicalDose(0).geometry().spacingMm().z());
  }
}
