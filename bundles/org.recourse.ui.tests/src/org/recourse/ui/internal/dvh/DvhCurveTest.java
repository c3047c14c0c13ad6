/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** A box in a dose that rises linearly from 0 to 19 Gy: the cumulative curve is a straight line. */
class DvhCurveTest {

  /** Sampling of a linear dose in a box; a hundredth of the volume. */
  private static final double PERCENT_TOLERANCE = 1;

  private static final DvhScale RELATIVE = new DvhScale(false, false);
  private static final DvhScale DIFFERENTIAL = new DvhScale(true, false);
  private static final DvhScale ABSOLUTE = new DvhScale(false, true);

  @Test
  void theCumulativeCurveOfALinearDoseIsALine() {
    DvhCurve curve = DvhCurve.of(boxInLinearDose(), RELATIVE);

    assertEquals(100, curve.volume()[0], 1e-9);
    assertEquals(50, curve.volumeAt(10), PERCENT_TOLERANCE);
    assertEquals(0, curve.volume()[curve.volume().length - 1], 1e-9);
    assertEquals(0, curve.volumeAt(1000), 1e-9);
  }

  @Test
  void theDifferentialCurveSumsToTheWhole() {
    DvhCurve curve = DvhCurve.of(boxInLinearDose(), DIFFERENTIAL);

    double sum = Arrays.stream(curve.volume()).sum() * DvhCurve.BIN_GY;

    assertEquals(100, sum, 1e-6);
  }

  @Test
  void theAbsoluteCurveStartsAtTheVolume() {
    Dvh dvh = boxInLinearDose();

    assertEquals(dvh.coveredVolumeCm3(), DvhCurve.of(dvh, ABSOLUTE).volume()[0], 1e-9);
  }

  @Test
  void aThinnedCurveStaysWithinItsToleranceOfEveryPointAndKeepsBothEnds() {
    var random = new Random(20261121);
    for (int run = 0; run < 50; run++) {
      int count = 1 + random.nextInt(700);
      double[] doses = new double[count];
      double[] volumes = new double[count];
      double volume = 100;
      for (int i = 0; i < count; i++) {
        doses[i] = i * DvhCurve.STEP_GY;
        volumes[i] = volume;
        volume = random.nextInt(10) == 0 ? volume * random.nextDouble() : volume;
      }
      DvhCurve thinned = new DvhCurve(doses, volumes).thinned(0.05);

      int last = thinned.doseGy().length - 1;
      assertEquals(doses[count - 1], thinned.doseGy()[last]);
      assertEquals(volumes[count - 1], thinned.volume()[last]);
      for (int i = 0; i < count; i++) {
        assertEquals(volumes[i], onPieces(thinned, doses[i]), 0.05 + 1e-9);
      }
    }
  }

  /** Volume of a curve of unevenly spaced points. */
  private static double onPieces(DvhCurve curve, double atGy) {
    double[] doses = curve.doseGy();
    for (int i = 1; i < doses.length; i++) {
      if (atGy <= doses[i]) {
        double t = (atGy - doses[i - 1]) / (doses[i] - doses[i - 1]);
        return curve.volume()[i - 1] * (1 - t) + curve.volume()[i] * t;
      }
    }
    return curve.volume()[0];
  }

  @Test
  void aThinnedStraightLineHasTwoPoints() {
    double[] doses = {0, 0.1, 0.2, 0.3, 0.4};
    double[] volumes = {100, 75, 50, 25, 0};

    assertEquals(2, new DvhCurve(doses, volumes).thinned(0.05).doseGy().length);
  }

  @Test
  void theExportCarriesNoticeUnitsAndNames() {
    var line =
        new DvhLine("1", "Cord \"PRV\"", 0xff, false, DvhCurve.of(boxInLinearDose(), RELATIVE));

    List<String> text = DvhCsv.text("Physical dose", RELATIVE, List.of(line)).lines().toList();

    assertEquals("# ReCourse: research only, not for clinical decisions", text.get(0));
    assertTrue(text.get(1).endsWith("Volume (%)"), text.get(1));
    assertEquals("\"Dose (Gy)\",\"Cord \"\"PRV\"\"\"", text.get(2));
    assertEquals("0.00,100.0000", text.get(3));
  }

  @Test
  void theReadingNamesTheNearestCurve() {
    var low = new DvhLine("1", "low", 0, false, constant(20));
    var high = new DvhLine("2", "high", 0, false, constant(80));

    DvhLine nearest = DvhReading.nearest(List.of(low, high), 5, 70).orElseThrow();

    assertEquals("high at 5.0 Gy: 80.0 %", DvhReading.text(nearest, 5, RELATIVE));
    assertTrue(DvhReading.nearest(List.of(), 5, 70).isEmpty());
  }

  private static DvhCurve constant(double volume) {
    return new DvhCurve(new double[] {0, 10}, new double[] {volume, volume});
  }

  private static Dvh boxInLinearDose() {
    var geometry = new GridGeometry(20, 8, 8, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = i % geometry.sizeX();
    }
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    List<PlanarContour> contours =
        java.util.stream.IntStream.rangeClosed(2, 5)
            .mapToObj(z -> PlanarContour.of(rectangleMm(2 * z)))
            .toList();
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return StructureSampling.of(
              new ContourSet(contours), geometry, executor, new NullProgressMonitor())
          .dvh(dose.build())
          .orElseThrow();
    }
  }

  /** 2 to 38 mm in x, so 1 to 19 Gy, symmetric about 10 Gy. */
  private static double[] rectangleMm(double zMm) {
    return new double[] {2, 4, zMm, 38, 4, zMm, 38, 10, zMm, 2, 10, zMm};
  }
}
