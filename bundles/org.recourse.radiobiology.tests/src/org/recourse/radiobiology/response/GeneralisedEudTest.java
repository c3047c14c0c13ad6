/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** Worked values of the reference page "clinical numbers", section 4.6. */
class GeneralisedEudTest {

  /** The page gives four decimals. */
  private static final double HALF_A_DIGIT = 0.000051;

  @ParameterizedTest(name = "a = {0}: {1} Gy")
  @CsvSource({"1, 40", "8, 55.0213", "25, 58.3593", "-10, 21.4354"})
  void twoHalves(double a, double eudGy) {
    assertEquals(
        eudGy,
        new GeneralisedEud(a).ofPartsGy(new double[] {60, 20}, new double[] {0.5, 0.5}),
        HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "a = {0}: {1} Gy")
  @CsvSource({"1, 25.3", "4, 34.4915", "6.25, 38.9511", "20, 50.5035", "25, 52.1986"})
  void sixBins(double a, double eudGy) {
    double[] doseGy = {10, 20, 30, 40, 50, 60};
    double[] volume = {0.3, 0.25, 0.2, 0.15, 0.07, 0.03};
    assertEquals(eudGy, new GeneralisedEud(a).ofPartsGy(doseGy, volume), HALF_A_DIGIT);
  }

  /** Dose spread evenly from 10 to 60 Gy: the integral is known, and bins must not matter. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 25, 200, -1, -10})
  void doesNotDependOnTheBinWidth(double a) {
    double mean = // of (dose / 60 Gy)^a, so that a = 200 does not overflow
        a == -1 ? 60 * Math.log(6) / 50 : (1 - Math.pow(1 / 6.0, a + 1)) * 60 / ((a + 1) * 50);
    double expectedGy = 60 * Math.pow(mean, 1 / a);
    var eud = new GeneralisedEud(a);

    for (int bins : new int[] {1, 3, 50, 5000}) {
      double[] doseGy = new double[bins + 1];
      double[] volumeCm3 = new double[bins + 1];
      for (int i = 0; i <= bins; i++) {
        doseGy[i] = 10 + 50.0 * i / bins;
        volumeCm3[i] = 7.0 * (bins - i) / bins;
      }
      assertEquals(expectedGy, eud.ofCumulativeGy(doseGy, volumeCm3), 1e-8, bins + " bins");
    }
  }

  @Test
  void aStepIsAUniformDose() {
    double[] doseGy = {0, 42, 43};
    double[] volumeCm3 = {5, 5, 0};
    double eudGy = new GeneralisedEud(5).ofCumulativeGy(doseGy, volumeCm3);
    assertEquals(42.5, eudGy, 0.02);
    assertEquals(
        42, new GeneralisedEud(5).ofCumulativeGy(new double[] {0, 42}, new double[] {5, 5}), 1e-9);
  }

  @Test
  void ofTheHistogramOfAStructure() {
    double[][] square = {{-5, -5}, {5, -5}, {5, 5}, {-5, 5}};
    var contours = new ArrayList<PlanarContour>();
    for (double z = -4; z <= 4; z += 2) {
      double[] xyzMm = new double[12];
      for (int i = 0; i < 4; i++) {
        xyzMm[3 * i] = square[i][0];
        xyzMm[3 * i + 1] = square[i][1];
        xyzMm[3 * i + 2] = z;
      }
      contours.add(PlanarContour.of(xyzMm));
    }
    var geometry = new GridGeometry(12, 12, 12, new Vector3(-11, -11, -11), new Vector3(2, 2, 2));
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    Arrays.fill(slice, 42);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    try (var executor = SliceExecutor.ofThreads(1)) {
      Dvh dvh =
          StructureSampling.of(
                  new ContourSet(contours), geometry, executor, new NullProgressMonitor())
              .dvh(dose.build())
              .orElseThrow();
      assertEquals(42, new GeneralisedEud(8).ofDvhGy(dvh), 2 * Dvh.BIN_GY);
      assertEquals(42, new GeneralisedEud(-10).ofDvhGy(dvh), 2 * Dvh.BIN_GY);
    }
  }

  @Test
  void degenerateCases() {
    var negative = new GeneralisedEud(-10);
    assertEquals(0, negative.ofPartsGy(new double[] {0, 60}, new double[] {0.1, 0.9}));
    assertEquals(0, negative.ofCumulativeGy(new double[] {0, 60}, new double[] {1, 0}));
    assertEquals(0, new GeneralisedEud(8).ofPartsGy(new double[] {0}, new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> new GeneralisedEud(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> negative.ofPartsGy(new double[] {60}, new double[] {0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> negative.ofPartsGy(new double[] {60}, new double[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> negative.ofCumulativeGy(new double[] {0, 1}, new double[] {1, 2}));
  }
}
