/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

class LinearQuadraticConversionTest {

  /** Inputs below are exact in float; the result is rounded once, to a relative 2^-24. */
  private static final double RELATIVE_TOLERANCE = 1.0 / (1 << 23);

  private static final GridGeometry TWO_VOXELS =
      new GridGeometry(1, 1, 2, new Vector3(0, 0, 0), new Vector3(2, 2, 3));

  private final LinearQuadraticConversion conversion = new LinearQuadraticConversion();

  @ParameterizedTest(name = "{0} Gy in {1} fractions, alpha/beta {2} Gy -> {3} Gy")
  @CsvSource({
    "60, 30,  3, 60  ", // 2 Gy per fraction is its own EQD2
    "60, 20,  3, 72  ", // 60 * (3 + 3)  / 5
    "24,  3,  2, 60  ", // 24 * (8 + 2)  / 4
    "30,  5, 10, 40  ", // 30 * (6 + 10) / 12
    " 0,  5, 10,  0  "
  })
  void followsTheClosedForm(float doseGy, int fractions, double alphaBetaGy, double eqd2Gy) {
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    DoseGrid eqd2 =
        conversion.toEqd2(uniform(doseGy), fractions, tissue, new NullProgressMonitor());

    assertEquals(TWO_VOXELS, eqd2.geometry());
    assertEquals(eqd2Gy, eqd2.doseGyAt(0, 0, 1), eqd2Gy * RELATIVE_TOLERANCE);
    try (var executor = SliceExecutor.ofThreads(2)) {
      DoseGrid parallel =
          conversion.toEqd2(
              uniform(doseGy), fractions, tissue, executor, new NullProgressMonitor());
      assertEquals(eqd2.doseGyAt(0, 0, 1), parallel.doseGyAt(0, 0, 1));
    }
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> conversion.toEqd2(uniform(60), 30, new AlphaBetaRatio(3), monitor));
  }

  @Test
  void refusesWhatHasNoEqd2() {
    var tissue = new AlphaBetaRatio(3);
    var monitor = new NullProgressMonitor();

    assertThrows(
        IllegalArgumentException.class, () -> conversion.toEqd2(uniform(60), 0, tissue, monitor));
    assertThrows(
        IllegalArgumentException.class, () -> conversion.toEqd2(uniform(-1), 30, tissue, monitor));
    assertThrows(
        IllegalArgumentException.class,
        () -> conversion.toEqd2(uniform(Float.NaN), 30, tissue, monitor));
  }

  private static DoseGrid uniform(float doseGy) {
    float[] slice = {doseGy};
    return DoseGrid.builder(TWO_VOXELS).slice(0, slice).slice(1, slice).build();
  }
}
