/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Sphere, cylinder and cone in dose gradients of 1 Gy/mm along every axis. Idea of the benchmark:
 * Nelms 2015, doi 10.1118/1.4923175. The contours are polygons of 180 points with the area of the
 * circle; centres lie off the dose grid of 2.5 mm.
 */
class DvhClosedFormTest {

  /** Demanded: 1 % from 1 cm³ up. Found: 0.11 % in the worst case here. */
  private static final double VOLUME_TOLERANCE = 0.003;

  /** Demanded: 0.1 Gy at 1 mm and 0.3 Gy at 3 mm. Found: 0.1 Gy in the worst case here. */
  private static final double DOSE_TOLERANCE_GY = 0.1;

  /** Half a sample distance in the largest solid, 0.9 mm, at 1 Gy/mm. */
  private static final double EXTREME_TOLERANCE_GY = 0.6;

  private static final Vector3 CENTRE_MM = new Vector3(0.37, -1.21, 0.83);
  private static final double DOSE_AT_CENTRE_GY = 16;
  private static final GridGeometry DOSE_GEOMETRY =
      new GridGeometry(30, 30, 30, new Vector3(-36, -36, -36), new Vector3(2.5, 2.5, 2.5));

  private static SliceExecutor executor;

  @BeforeAll
  static void open() {
    executor = SliceExecutor.ofThreads(2);
  }

  @AfterAll
  static void close() {
    executor.close();
  }

  /**
   * Spheres also with planes off the middle; the flat ends of the others lie between two planes.
   */
  static Stream<Arguments> solids() {
    return Stream.of(1.0, 2.0, 3.0)
        .flatMap(
            spacing ->
                Stream.of(
                    Arguments.of(RevolvedSolid.sphere(6.21, CENTRE_MM), spacing, 0.5),
                    Arguments.of(RevolvedSolid.sphere(6.21, CENTRE_MM), spacing, 0.2),
                    Arguments.of(RevolvedSolid.sphere(12, CENTRE_MM), spacing, 0.0),
                    Arguments.of(RevolvedSolid.sphere(12, CENTRE_MM), spacing, 0.8),
                    Arguments.of(RevolvedSolid.sphere(25, CENTRE_MM), spacing, 0.5),
                    Arguments.of(RevolvedSolid.cylinder(12, 24, CENTRE_MM), spacing, 0.5),
                    Arguments.of(RevolvedSolid.cone(12, 24, CENTRE_MM), spacing, 0.5)));
  }

  @ParameterizedTest(name = "{0}, {1} mm, first plane {2} of it inside")
  @MethodSource("solids")
  void agreesWithTheClosedForm(RevolvedSolid solid, double spacingMm, double firstFraction) {
    double first = solid.fromMm() + firstFraction * spacingMm;
    var sampling =
        StructureSampling.of(
            solid.contours(first, spacingMm), DOSE_GEOMETRY, executor, new NullProgressMonitor());
    double volume = solid.volumeMm3();
    assertEquals(1, sampling.volumeCm3() * 1000 / volume, VOLUME_TOLERANCE);
    assertEquals(1, sampling.coveredFraction(), 1e-6);

    for (int axis = 0; axis < 3; axis++) {
      Dvh dvh =
          sampling
              .dvh(Doses.gradient(DOSE_GEOMETRY, axis, CENTRE_MM, DOSE_AT_CENTRE_GY))
              .orElseThrow();
      for (double percent : List.of(99.0, 98.0, 95.0, 50.0, 5.0, 2.0, 1.0)) {
        double expected = DOSE_AT_CENTRE_GY + solid.offsetOfVolume(axis, volume * percent / 100);
        assertEquals(
            expected, dvh.doseAtVolumePercentGy(percent), DOSE_TOLERANCE_GY, "D" + percent);
      }
      for (double cm3 : List.of(0.1, 0.03)) {
        double expected = DOSE_AT_CENTRE_GY + solid.offsetOfVolume(axis, cm3 * 1000);
        assertEquals(expected, dvh.doseAtVolumeCm3Gy(cm3), DOSE_TOLERANCE_GY, "D" + cm3 + "cc");
      }
      double highest = DOSE_AT_CENTRE_GY + solid.offsetOfVolume(axis, 1e-9);
      assertEquals(highest, dvh.maxGy(), EXTREME_TOLERANCE_GY, "Dmax");
    }
  }

  /** Values of the reference table for r = 12 mm, height 24 mm, 4 to 28 Gy along the axis. */
  @ParameterizedTest
  @CsvSource({
    "sphere, D99%,    5.4137", "sphere, D98%,    6.0169", "sphere, D95%,    7.2484",
    "sphere, D50%,   16     ", "sphere, D5%,    24.7516", "sphere, D2%,    25.9831",
    "sphere, D1%,    26.5863", "sphere, D0.1cc, 26.3322", "sphere, D0.03cc, 27.0965",
    "cone,   D99%,    9.1706", "cone,   D95%,   12.8417", "cone,   D50%,   23.0488",
    "cone,   D5%,    27.5931", "cone,   D1%,    27.9197", "cylinder, D75%, 10     "
  })
  void agreesWithThePublishedTable(String shape, String metric, double expectedGy) {
    RevolvedSolid solid =
        switch (shape) {
          case "sphere" -> RevolvedSolid.sphere(12, CENTRE_MM);
          case "cone" -> RevolvedSolid.cone(12, 24, CENTRE_MM);
          default -> RevolvedSolid.cylinder(12, 24, CENTRE_MM);
        };
    Dvh dvh =
        StructureSampling.of(
                solid.contours(-10.5, 3), DOSE_GEOMETRY, executor, new NullProgressMonitor())
            .dvh(Doses.gradient(DOSE_GEOMETRY, 2, CENTRE_MM, DOSE_AT_CENTRE_GY))
            .orElseThrow();

    var value = (MetricValue.Defined) DoseMetric.parse(metric).evaluate(dvh);

    assertEquals(expectedGy, value.value(), DOSE_TOLERANCE_GY);
  }

  @Test
  void meanOfALinearDoseIsTheDoseAtTheCentroid() {
    RevolvedSolid cone = RevolvedSolid.cone(12, 24, CENTRE_MM); // centroid a quarter off the base
    var sampling =
        StructureSampling.of(
            cone.contours(-11.5, 1), DOSE_GEOMETRY, executor, new NullProgressMonitor());

    Dvh dvh = sampling.dvh(Doses.gradient(DOSE_GEOMETRY, 2, CENTRE_MM, 16)).orElseThrow();

    assertEquals(16 + 6, dvh.meanGy(), 0.02);
  }
}
