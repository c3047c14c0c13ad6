/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Figure;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Measure;
import org.recourse.grid.parallel.SliceExecutor;

class DvhAccuracyTest {

  /** The demand of the project: 1 % in volume, 0.1 Gy at 1 mm and 0.3 Gy at 3 mm. */
  @Test
  void everyFigureMeetsTheDemand() {
    try (var executor = SliceExecutor.ofThreads(2)) {
      List<Figure> figures = DvhAccuracy.measure(executor, new NullProgressMonitor());

      assertEquals(3 * 3 * (1 + 3 * 9), figures.size());
      for (Figure figure : figures) {
        double limit =
            figure.measure() == Measure.REL_ERROR_PERCENT
                ? 1
                : figure.caseName().contains("/1/") ? 0.1 : 0.3;
        assertTrue(figure.error() <= limit, figure.toString());
        assertTrue(figure.mean() <= figure.error());
      }
      assertEquals("sphere/1/volume", figures.get(0).caseName());
      assertEquals("sphere/1/x/D99%", figures.get(1).caseName());
      assertEquals("cone/3/z/D0.03cc", figures.getLast().caseName());
    }
  }

  /** Published closed forms: offset from the middle at 16 Gy. */
  @ParameterizedTest
  @CsvSource({
    "SPHERE, 99, 5.4137", "SPHERE, 95, 7.2484", "SPHERE, 5, 24.7516", "SPHERE, 1, 26.5863",
    "CONE, 99, 9.1706", "CONE, 95, 12.8417", "CONE, 50, 23.0488", "CONE, 1, 27.9197",
    "CYLINDER, 75, 10"
  })
  void closedFormsAreThePublishedOnes(AnalyticSolid solid, double percent, double expectedGy) {
    double volume = solid.volumeMm3() * percent / 100;

    assertEquals(expectedGy, 16 + solid.offsetOfVolumeMm(2, volume), 1e-3);
    assertEquals(1, solid.volumeBeyondMm3(0, -99) / solid.volumeMm3(), 1e-4);
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (var executor = SliceExecutor.ofThreads(1)) {
      assertThrows(OperationCanceledException.class, () -> DvhAccuracy.measure(executor, monitor));
    }
  }
}
