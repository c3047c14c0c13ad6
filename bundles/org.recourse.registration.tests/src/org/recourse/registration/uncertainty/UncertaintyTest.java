/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** A small organ of 8 mm beside a gradient of 5 Gy/mm along x, searched over 3 mm. */
class UncertaintyTest {

  private static final double GRADIENT_GY_PER_MM = 5;
  private static final GridGeometry GRID =
      new GridGeometry(40, 20, 20, Vector3.ZERO, new Vector3(1, 1, 1));
  private static final RegistrationUncertainty THREE_MM =
      RegistrationUncertainty.sphere(3, RegistrationUncertainty.Source.TYPED);

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private static DoseGrid ramp() {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = (float) (GRADIENT_GY_PER_MM * (i % GRID.sizeX()));
    }
    for (int z = 0; z < GRID.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static List<Vector3> organ() {
    var points = new ArrayList<Vector3>();
    for (int x = 8; x <= 16; x++) {
      for (int y = 8; y <= 12; y++) {
        points.add(new Vector3(x, y, 10));
      }
    }
    return points;
  }

  @Test
  void aSearchOfThreeMillimetresRaisesTheMaximumByThreeTimesTheGradient() {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      DoseBand band = DoseBand.of(ramp(), THREE_MM, executor, monitor);

      assertEquals(80, band.nominal().doseGyAt(16, 10, 10), 1e-5);
      assertEquals(95, band.upper().doseGyAt(16, 10, 10), 1e-4); // 16 mm + 3 mm
      assertEquals(65, band.lower().doseGyAt(16, 10, 10), 1e-4);
    }
  }

  @Test
  void theBandOfAMetricHoldsWorstCaseAndSamples() {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      MetricBand band =
          MetricBand.of(
              ramp(),
              organ(),
              doseGy -> Arrays.stream(doseGy).max().orElseThrow(),
              THREE_MM,
              2000,
              List.of("r1"),
              executor,
              monitor);

      assertEquals(80, band.nominal(), 1e-5);
      assertEquals(95, band.worstHigh(), 1e-4);
      assertEquals(65, band.worstLow(), 1e-4);
      // normal with 1.5 mm within 3 mm: 97.5 % at 1.482 standard deviations along one axis (of two
      // million draws), 1.482 x 1.5 x 5 = 11.1 Gy; the percentile of 2000 draws varies by 0.4 Gy
      assertEquals(91.1, band.percentile97(), 1.2);
      assertTrue(band.percentile97() <= band.worstHigh());
      assertEquals(80, band.sampledMean(), 0.6); // four standard errors
      assertEquals(List.of("r1"), band.transformIds());
    }
  }

  /** Points from x = 8 to 16 mm have 40 to 80 Gy; 3 mm are 15 Gy. */
  @Test
  void theBandOfAHistogramFollowsTheRamp() {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      DvhBand band =
          DvhBand.of(ramp(), organ(), 1, 101, THREE_MM, List.of("r1"), executor, monitor);

      assertEquals(5.0 / 9, band.nominalFraction(60), 1e-12); // x = 12 to 16 of 8 to 16
      assertEquals(8.0 / 9, band.highestFraction(60), 1e-12); // three columns more
      assertEquals(2.0 / 9, band.lowestFraction(60), 1e-12);
      assertEquals(0, band.nominalFraction(81), 1e-12);
      assertEquals(1.0 / 9, band.highestFraction(95), 1e-12);
      assertEquals(1, band.lowestFraction(25), 1e-12);
      assertTrue(band.percentile97Fraction(60) <= band.highestFraction(60));
      assertTrue(band.percentile2Fraction(60) >= band.lowestFraction(60));
      assertTrue(band.percentile2Fraction(60) < band.percentile97Fraction(60));
      assertEquals(List.of("r1"), band.transformIds());
    }
  }

  @Test
  void goalsAreJudgedAtTheEndsOfTheBand() {
    var band = new MetricBand(80, 65, 95, 80, 66, 94, List.of());

    assertEquals(GoalUnderUncertainty.MET_WHEREVER_IT_LIES, GoalUnderUncertainty.atMost(95, band));
    assertEquals(
        GoalUnderUncertainty.MET_AS_REGISTERED_ONLY, GoalUnderUncertainty.atMost(90, band));
    assertEquals(GoalUnderUncertainty.MISSED_AS_REGISTERED, GoalUnderUncertainty.atMost(70, band));
    assertEquals(
        GoalUnderUncertainty.MISSED_WHEREVER_IT_LIES, GoalUnderUncertainty.atMost(60, band));
    assertEquals(
        GoalUnderUncertainty.MET_AS_REGISTERED_ONLY, GoalUnderUncertainty.atLeast(70, band));
  }

  @Test
  void noUncertaintyIsNoBand() {
    var none = RegistrationUncertainty.sphere(0, RegistrationUncertainty.Source.TYPED);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      DoseBand band = DoseBand.of(ramp(), none, executor, monitor);

      assertEquals(band.lower().maximumGy(), band.upper().maximumGy());
    }
    var ensemble =
        RegistrationUncertainty.ofEnsemble(List.of(new Vector3(1, 0, 0), new Vector3(-1, 0, 0)));
    assertTrue(ensemble.semiAxesMm().distanceTo(new Vector3(Math.sqrt(8), 0, 0)) < 1e-12);
  }
}
