/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

class StructureSamplingTest {

  /** Straight prisms are exact up to the rounding of float volumes. */
  private static final double PRISM_TOLERANCE = 2e-3;

  private static final GridGeometry DOSE_GEOMETRY =
      new GridGeometry(20, 20, 20, new Vector3(-25, -25, -25), new Vector3(2.5, 2.5, 2.5));

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  private StructureSampling sampled(PlanarContour... contours) {
    return sampled(new ContourSet(Arrays.asList(contours)), DOSE_GEOMETRY);
  }

  private StructureSampling sampled(ContourSet contours, GridGeometry geometry) {
    return StructureSampling.of(contours, geometry, executor, new NullProgressMonitor());
  }

  private static PlanarContour rectangle(double z, double x0, double y0, double x1, double y1) {
    return PlanarContour.of(new double[] {x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z});
  }

  private static ContourSet box(double x0, double y0, double x1, double y1, double... z) {
    return new ContourSet(Arrays.stream(z).mapToObj(p -> rectangle(p, x0, y0, x1, y1)).toList());
  }

  @Test
  void aStructureSmallerThanAVoxelHasItsVolumeAndItsDose() {
    // 0.8 x 0.6 x 1 mm around (1, 1, 1) mm in voxels of 15.6 mm3
    StructureSampling tiny = sampled(box(0.6, 0.7, 1.4, 1.3, 0.75, 1.25), DOSE_GEOMETRY);

    assertEquals(0.48e-3, tiny.volumeCm3(), 0.48e-3 * PRISM_TOLERANCE);
    Dvh dvh = tiny.dvh(Doses.gradient(DOSE_GEOMETRY, 0, Vector3.ZERO, 10)).orElseThrow();
    assertEquals(11, dvh.meanGy(), 0.01);
    assertEquals(10.6 + 0.05 * 0.8, dvh.doseAtVolumePercentGy(95), 0.01);
    assertEquals(10.6, dvh.minGy(), 0.01);
    assertEquals(11.4, dvh.maxGy(), 0.01);
  }

  @Test
  void holesComponentsAndKeyholesHaveTheirVolume() {
    var contours = new ArrayList<PlanarContour>();
    for (double z = -6; z <= 6; z += 3) {
      contours.add(rectangle(z, -10, -10, 0, 10));
      contours.add(rectangle(z, -7, -5, -3, 5));
      contours.add(rectangle(z, 5, 5, 9, 9));
      contours.add(
          PlanarContour.of(
              new double[] {
                4, -10, z, 12, -10, z, 12, -2, z, 4, -2, z, 4, -6, z, 6, -6, z, 6, -4, z, 10, -4, z,
                10, -8, z, 6, -8, z, 6, -6, z, 4, -6, z
              }));
    }

    StructureSampling sampling = sampled(new ContourSet(contours), DOSE_GEOMETRY);

    double expectedCm3 = (200 - 40 + 16 + 64 - 16) * 15 / 1000.0;
    assertEquals(expectedCm3, sampling.volumeCm3(), expectedCm3 * PRISM_TOLERANCE);
    assertTrue(sampling.findings().isEmpty());
  }

  @Test
  void aComponentThatEndsAndAHoleThatClosesStopHalfWay() {
    StructureSampling sampling =
        sampled(
            rectangle(0, -10, -10, 10, 10),
            rectangle(0, 12, 12, 20, 20),
            rectangle(3, -10, -10, 10, 10),
            rectangle(3, -4, -4, 4, 4),
            rectangle(6, -10, -10, 10, 10));

    double expectedCm3 = (400 * 9 + 64 * 3 - 64 * 3) / 1000.0;
    assertEquals(expectedCm3, sampling.volumeCm3(), expectedCm3 * 0.01);
    Dvh dvh = sampling.dvh(Doses.gradient(DOSE_GEOMETRY, 2, Vector3.ZERO, 10)).orElseThrow();
    // The component lies from -1.5 to 1.5 mm, the hole from 1.5 to 4.5 mm.
    assertEquals(400 * 4.5 + 64 * 0, 1000 * dvh.volumeAtDoseCm3(13), 64 * 1.5 + 20);
    assertEquals(1000 * dvh.volumeAtDoseCm3(11.5), 400 * 6 - 64 * 3, 400 * 6 * 0.01);
  }

  @Test
  void oneSliceIsAsThickAsADoseVoxelUnlessTheCallerKnowsBetter() {
    ContourSet slice = box(-5, -5, 5, 5, 1);

    StructureSampling byDose = sampled(slice, DOSE_GEOMETRY);
    StructureSampling byImage =
        StructureSampling.of(
            ContourPlanes.of(slice, 4), DOSE_GEOMETRY, executor, new NullProgressMonitor());

    assertEquals(0.25, byDose.volumeCm3(), 0.25 * PRISM_TOLERANCE);
    assertEquals(1, byDose.findings().size());
    assertEquals(0.4, byImage.volumeCm3(), 0.4 * PRISM_TOLERANCE);
  }

  @Test
  void theDoseOutsideOfTheGridIsUnknownAndNotZero() {
    // The grid ends half a voxel beyond its last centre, at x = 23.75 mm: a quarter is inside.
    StructureSampling sampling = sampled(box(21.25, -5, 31.25, 5, 0, 3, 6), DOSE_GEOMETRY);

    assertEquals(0.25, sampling.coveredFraction(), 0.01);
    assertEquals(0.9, sampling.volumeCm3(), 0.9 * PRISM_TOLERANCE);
    assertEquals(1, sampling.findings().size());
    Dvh dvh = sampling.dvh(Doses.uniform(DOSE_GEOMETRY, 60)).orElseThrow();
    assertEquals(60, dvh.minGy());
    assertEquals(60, dvh.doseAtVolumePercentGy(99));
    assertEquals(100, dvh.volumeAtDosePercent(60));
    assertEquals(0.25, dvh.coveredFraction(), 0.01);
    assertEquals(0.9, dvh.volumeCm3(), 0.9 * PRISM_TOLERANCE);
  }

  @Test
  void anEmptyStructureAndOneOutsideHaveNoHistogram() {
    DoseGrid dose = Doses.uniform(DOSE_GEOMETRY, 60);
    StructureSampling empty = sampled();
    StructureSampling away = sampled(box(100, 100, 110, 110, 0, 3), DOSE_GEOMETRY);

    assertTrue(empty.dvh(dose).isEmpty());
    assertEquals(1, empty.findings().size());
    assertTrue(away.dvh(dose).isEmpty());
    assertEquals(0, away.coveredFraction());
    assertTrue(DoseMetric.parse("Dmean").evaluate(away.dvh(dose)) instanceof MetricValue.Undefined);
  }

  @Test
  void aSingleDoseVoxelIsEnough() {
    var one = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(20, 20, 20));

    Dvh dvh = sampled(box(-5, -5, 5, 5, 0, 3), one).dvh(Doses.uniform(one, 3)).orElseThrow();

    assertEquals(3, dvh.meanGy(), 1e-6);
    assertEquals(3, dvh.doseAtVolumeCm3Gy(0.03));
    assertEquals(1, dvh.coveredFraction(), 1e-6);
  }

  @Test
  void obliqueContoursOnAnObliqueAnisotropicGrid() {
    Axes tilted = Axes.ofRowAndColumn(new Vector3(0.8, 0.6, 0), new Vector3(0, 0, 1));
    Vector3 originMm =
        tilted.x().times(-30).plus(tilted.y().times(-30)).plus(tilted.z().times(-30));
    var grid = new GridGeometry(60, 30, 20, originMm, new Vector3(1, 2, 3), tilted);
    var contours = new ArrayList<PlanarContour>();
    for (int plane = -2; plane <= 2; plane++) {
      double[] corners = {-8, -6, 8, -6, 8, 6, -8, 6};
      double[] xyz = new double[12];
      for (int i = 0; i < 4; i++) {
        Vector3 p =
            tilted
                .x()
                .times(corners[2 * i])
                .plus(tilted.y().times(corners[2 * i + 1]))
                .plus(tilted.z().times(2.0 * plane));
        xyz[3 * i] = p.x();
        xyz[3 * i + 1] = p.y();
        xyz[3 * i + 2] = p.z();
      }
      contours.add(PlanarContour.of(xyz));
    }

    StructureSampling sampling = sampled(new ContourSet(contours), grid);

    assertEquals(1.92, sampling.volumeCm3(), 1.92 * PRISM_TOLERANCE);
    Dvh dvh = sampling.dvh(Doses.gradient(grid, 2, Vector3.ZERO, 20)).orElseThrow();
    assertEquals(20 + 6 - 0.6, dvh.doseAtVolumePercentGy(5), 0.05);
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    ContourSet contours = RevolvedSolid.sphere(9, Vector3.ZERO).contours(-8.5, 2);
    DoseGrid dose = Doses.gradient(DOSE_GEOMETRY, 1, Vector3.ZERO, 20);
    double[][] curves = new double[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (var pool = SliceExecutor.ofThreads(threads)) {
        var sampling =
            StructureSampling.of(contours, DOSE_GEOMETRY, pool, new NullProgressMonitor());
        curves[threads - 1] =
            StructureSampling.dvhs(List.of(sampling), dose, pool, new NullProgressMonitor())
                .getFirst()
                .orElseThrow()
                .curveVolumeCm3();
      }
    }
    assertArrayEquals(curves[0], curves[1]);
  }

  @Test
  void refusesADoseOnAnotherGrid() {
    StructureSampling sampling = sampled(box(-5, -5, 5, 5, 0, 3), DOSE_GEOMETRY);
    var other = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(1, 1, 1));
    DoseGrid dose = Doses.uniform(other, 1);

    assertThrows(IllegalArgumentException.class, () -> sampling.dvh(dose));
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    ContourSet contours = box(-5, -5, 5, 5, 0, 3);

    assertThrows(
        OperationCanceledException.class,
        () -> StructureSampling.of(contours, DOSE_GEOMETRY, executor, monitor));
  }
}
