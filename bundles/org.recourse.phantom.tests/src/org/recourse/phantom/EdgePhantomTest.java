/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;

class EdgePhantomTest {

  /** The dose is stored as float, about 30 Gy. */
  private static final double FLOAT_ROUNDING_GY = 1e-4;

  private final EdgePhantom phantom = EdgePhantom.create();

  @Test
  void doseOnTheSidesIsTheEdgeDose() {
    var dose = TrilinearSampler.of(phantom.dose());
    Vector3 low = phantom.lowMm();
    Vector3 high = phantom.highMm();
    for (double yMm = -8; yMm <= 12; yMm += 1.7) {
      for (double zMm = -8; zMm <= 11; zMm += 1.3) {
        assertEquals(30, dose.sampleOr(low.x(), yMm, zMm, 0), FLOAT_ROUNDING_GY);
        assertEquals(30, dose.sampleOr(high.x(), yMm, zMm, 0), FLOAT_ROUNDING_GY);
      }
      assertEquals(30, dose.sampleOr(1.3, yMm, low.z(), 0), FLOAT_ROUNDING_GY);
      assertEquals(30, dose.sampleOr(1.3, yMm, high.z(), 0), FLOAT_ROUNDING_GY);
    }
    assertEquals(30, dose.sampleOr(1.3, low.y(), 1.1, 0), FLOAT_ROUNDING_GY);
    assertEquals(30, dose.sampleOr(1.3, high.y(), 1.1, 0), FLOAT_ROUNDING_GY);
  }

  @Test
  void slabsOfTheContoursFillTheBox() {
    Vector3 size = phantom.highMm().minus(phantom.lowMm());

    assertEquals(
        size.x() * size.y() * size.z() / 1000, ContourVolumes.cm3(phantom.contours(), 3), 1e-9);
  }
}
