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
        assertTrue(figure.largest() <= limit, figure.toString());
        assertTrue(figure.mean() <= figure.largest());
      }
      assertEquals("sphere/1/volume", figures.get(0).caseName());
      assertEquals("sphere/1/x/D99%", figures.get(1).caseName());
      assertEquals("cone/3/z/D0.03cc", figures.getLast().caseName());
      checkReport(figures);
    }
  }

  /** Published closed forms: offset from the middle at 16 Gy. */
  @ParameterizedTest
  @CsvSource({
    "SPHERE, 99, 5.4137", "SPHERE, 98, 6.0169", "SPHERE, 95, 7.2484", "SPHERE, 50, 16",
    "SPHERE, 5, 24.7516", "SPHERE, 2, 25.9831", "SPHERE, 1, 26.5863",
    "CONE, 99, 9.1706", "CONE, 95, 12.8417", "CONE, 50, 23.0488", "CONE, 5, 27.5931",
    "CONE, 1, 27.9197", "CYLINDER, 75, 10"
  })
  void closedFormsAreThePublishedOnes(AnalyticSolid solid, double percent, double expectedGy) {
    double volume = solid.volumeMm3() * percent / 100;

    assertEquals(expectedGy, 16 + solid.offsetOfVolumeMm(2, volume), 1e-3);
    assertEquals(1, solid.volumeBeyondMm3(0, -99) / solid.volumeMm3(), 1e-4);
  }

  /** With the apex in the high dose: the complement of the cone above, mirrored at 16 Gy. */
  @ParameterizedTest
  @CsvSource({"99, 4.0803", "95, 4.4069", "50, 8.9512", "5, 19.1583", "1, 22.8294"})
  void theConeWithItsApexUpIsTheMirrorImage(double percent, double expectedGy) {
    double volume = AnalyticSolid.CONE.volumeMm3() * (100 - percent) / 100;

    assertEquals(expectedGy, 16 - AnalyticSolid.CONE.offsetOfVolumeMm(2, volume), 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 26.3322", "0.03, 27.0965"})
  void smallVolumesOfTheSphereAreThePublishedOnes(double volumeCm3, double expectedGy) {
    assertEquals(
        expectedGy, 16 + AnalyticSolid.SPHERE.offsetOfVolumeMm(0, 1000 * volumeCm3), 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"SPHERE, 7.2382", "CYLINDER, 10.8573", "CONE, 3.6191"})
  void volumesAreThePublishedOnes(AnalyticSolid solid, double volumeCm3) {
    assertEquals(volumeCm3, solid.volumeMm3() / 1000, 1e-4);
  }

  private static void checkReport(List<Figure> figures) {
    String page = DvhAccuracyReport.markdown(figures);

    assertTrue(page.contains("| **ReCourse** | mid, 72 positions x 3 axes | 0.0"), page);
    assertTrue(page.contains("| plastimatch | mid | 0.74 (1.86) |"), page);
    assertEquals(1, page.lines().filter(line -> line.startsWith("| cone 3 |")).count());
    long columns = page.lines().filter(line -> line.startsWith("| sphere 1")).findFirst()
        .orElseThrow().chars().filter(c -> c == '|').count();
    assertEquals(12, columns);
  }

  @Test
  void aFigureHasErrorsOfAtLeastZero() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Figure("sphere/1/volume", Measure.REL_ERROR_PERCENT, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Figure("sphere/1/volume", Measure.REL_ERROR_PERCENT, List.of(-0.1)));
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
