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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;

class CumulativeEqd2Test {

  private static final AlphaBetaRatio CORD = new AlphaBetaRatio(2);

  /** The reference page gives three decimals. */
  private static final double HALF_A_DIGIT = 0.00051;

  /** Float doses below 300 Gy are rounded to 2^-16 Gy, and index arithmetic adds as much again. */
  private static final double ROUNDING_GY = 1e-4;

  @Test
  void trapAEachCourseHasItsOwnFractions() {
    GridGeometry voxel = line(1);
    CumulativeEqd2 sum = sum(voxel, CORD, course("A", 25, voxel, 50), course("B", 27, voxel, 24));

    assertEquals(67.333, sum.eqd2().doseGyAt(0), HALF_A_DIGIT); // not 63.327
  }

  @Test
  void trapBMaximaAtDifferentVoxelsAreNotAdded() {
    GridGeometry two = line(2);
    CumulativeEqd2 sum = sum(two, CORD, course("A", 25, two, 50, 10), course("B", 27, two, 10, 40));

    assertEquals(55.926, sum.eqd2().maximumGy(), HALF_A_DIGIT);
    double sumOfMaximaGy =
        LinearQuadratic.eqd2Gy(new Fractionation(50, 25), CORD)
            + LinearQuadratic.eqd2Gy(new Fractionation(40, 27), CORD);
    assertEquals(84.815, sumOfMaximaGy, HALF_A_DIGIT);
  }

  @Test
  void trapCConvertsOnTheGridOfTheCourseAndThenMaps() {
    GridGeometry course = line(2);
    GridGeometry between = new GridGeometry(1, 1, 1, new Vector3(0.5, 0, 0), unit());
    CumulativeEqd2 sum = sum(between, CORD, course("A", 27, course, 27, 81));

    // mean of 20.25 and 101.25; converting the mean dose would give 54.0
    assertEquals(60.75, sum.eqd2().doseGyAt(0), HALF_A_DIGIT);
  }

  @Test
  void aCourseMovedByItsTransformLandsWhereItBelongs() {
    GridGeometry target = line(4);
    // the hot voxel of the course lies at x = 10 mm of its frame, which is x = 2 mm of the target
    CourseDose moved =
        new CourseDose(
            "A",
            grid(new GridGeometry(3, 1, 1, new Vector3(9, 0, 0), unit()), 0, 60, 0),
            new Fractionation(60, 30),
            AffineTransform.translation(new Vector3(8, 0, 0)));
    CumulativeEqd2 sum = sum(target, CORD, moved);

    assertEquals(0, sum.eqd2().doseGyAt(0), ROUNDING_GY);
    assertEquals(0, sum.eqd2().doseGyAt(1), ROUNDING_GY);
    assertEquals(60, sum.eqd2().doseGyAt(2), ROUNDING_GY);
    assertEquals(0, sum.eqd2().doseGyAt(3), ROUNDING_GY);
  }

  @Test
  void outsideOfACourseGridItCountsNothingAndAFindingSaysSo() {
    GridGeometry target = line(10);
    CumulativeEqd2 sum = sum(target, CORD, course("Short course", 25, line(4), 50, 50, 50, 50));

    assertEquals(50, sum.eqd2().doseGyAt(3), ROUNDING_GY);
    assertEquals(0, sum.eqd2().doseGyAt(4));
    assertEquals(0.4, sum.coverage().get(0).coveredFraction(), 1e-12);
    Finding finding = sum.findings().get(0);
    assertEquals("Short course", finding.affected());
    assertTrue(finding.text().contains("40.0 %"), finding.text());
  }

  @Test
  void aCourseThatMissesTheTargetIsAnError() {
    CourseDose far =
        new CourseDose(
            "Far",
            grid(line(1), 50),
            new Fractionation(50, 25),
            AffineTransform.translation(new Vector3(0, 500, 0)));
    CumulativeEqd2 sum = sum(line(3), CORD, far);

    assertEquals(0, sum.coverage().get(0).coveredFraction());
    assertEquals(Finding.Severity.ERROR, sum.findings().get(0).severity());
  }

  @Test
  void fullCoverageHasNoFinding() {
    assertTrue(sum(line(3), CORD, course("A", 25, line(3), 1, 2, 3)).findings().isEmpty());
  }

  /** Conversion voxel by voxel and the plain sampler are the oracle for both kernels. */
  @RepeatedTest(24)
  void agreesWithTheDefinition(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    boolean oblique = run.getCurrentRepetition() % 2 == 0;
    DoseGrid physical = randomDose(random, oblique ? obliqueAxes(random) : Axes.PATIENT);
    AffineTransform transform =
        oblique
            ? rotation(random)
            : AffineTransform.translation(
                new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble()));
    GridGeometry target =
        new GridGeometry(
            1 + random.nextInt(7),
            1 + random.nextInt(7),
            1 + random.nextInt(7),
            new Vector3(-3 * random.nextDouble(), -2, -1),
            new Vector3(1.7, 2.1, 1.3));
    CumulativeEqd2 sum =
        sum(target, CORD, new CourseDose("A", physical, new Fractionation(60, 30), transform));

    DoseGrid eqd2 =
        new LinearQuadraticConversion().toEqd2(physical, 30, CORD, new NullProgressMonitor());
    TrilinearSampler sampler = TrilinearSampler.of(eqd2);
    int covered = 0;
    for (int z = 0; z < target.sizeZ(); z++) {
      for (int y = 0; y < target.sizeY(); y++) {
        for (int x = 0; x < target.sizeX(); x++) {
          Vector3 point = transform.apply(target.toPatientMm(x, y, z));
          double expectedGy = sampler.sampleOr(point, -1);
          covered += expectedGy >= 0 ? 1 : 0;
          assertEquals(Math.max(expectedGy, 0), sum.eqd2().doseGyAt(x, y, z), ROUNDING_GY);
        }
      }
    }
    assertEquals(
        (double) covered / target.voxelCount(), sum.coverage().get(0).coveredFraction(), 1e-12);
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    var random = new Random(7);
    CourseDose[] courses = {
      new CourseDose(
          "A", randomDose(random, Axes.PATIENT), new Fractionation(60, 30), rotation(random)),
      new CourseDose(
          "B",
          randomDose(random, Axes.PATIENT),
          new Fractionation(60, 54),
          AffineTransform.translation(new Vector3(1, 0.3, 0.2)))
    };
    var target = new GridGeometry(9, 8, 7, new Vector3(-2, -2, -2), unit());
    DoseGrid one;
    DoseGrid three;
    try (var executor = SliceExecutor.ofThreads(1)) {
      one =
          CumulativeEqd2.of(List.of(courses), target, CORD, executor, new NullProgressMonitor())
              .eqd2();
    }
    try (var executor = SliceExecutor.ofThreads(3)) {
      three =
          CumulativeEqd2.of(List.of(courses), target, CORD, executor, new NullProgressMonitor())
              .eqd2();
    }
    for (int i = 0; i < target.voxelCount(); i++) {
      assertEquals(one.doseGyAt(i), three.doseGyAt(i));
    }
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (var executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class,
          () ->
              CumulativeEqd2.of(
                  List.of(course("A", 25, line(1), 50)), line(1), CORD, executor, monitor));
    }
  }

  @Test
  void refusesASumOfNothingAndANegativeDose() {
    assertThrows(IllegalArgumentException.class, () -> sum(line(1), CORD));
    assertThrows(
        IllegalArgumentException.class, () -> sum(line(1), CORD, course("A", 25, line(1), -1)));
  }

  private static CumulativeEqd2 sum(
      GridGeometry target, AlphaBetaRatio tissue, CourseDose... courses) {
    try (var executor = SliceExecutor.ofThreads(2)) {
      return CumulativeEqd2.of(
          List.of(courses), target, tissue, executor, new NullProgressMonitor());
    }
  }

  private static CourseDose course(
      String label, int fractions, GridGeometry geometry, float... doseGy) {
    return new CourseDose(
        label, grid(geometry, doseGy), new Fractionation(50, fractions), AffineTransform.IDENTITY);
  }

  private static GridGeometry line(int sizeX) {
    return new GridGeometry(sizeX, 1, 1, Vector3.ZERO, unit());
  }

  private static Vector3 unit() {
    return new Vector3(1, 1, 1);
  }

  private static DoseGrid grid(GridGeometry geometry, float... doseGy) {
    return DoseGrid.builder(geometry).slice(0, doseGy).build();
  }

  private static DoseGrid randomDose(Random random, Axes axes) {
    var geometry =
        new GridGeometry(
            1 + random.nextInt(6),
            1 + random.nextInt(6),
            1 + random.nextInt(6),
            new Vector3(-1, -1.5, -2 * random.nextDouble()),
            new Vector3(2.3, 1.9, 2.9),
            axes);
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 80 * random.nextFloat();
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static Axes obliqueAxes(Random random) {
    double angleRad = random.nextDouble();
    return Axes.ofRowAndColumn(
        new Vector3(Math.cos(angleRad), Math.sin(angleRad), 0),
        new Vector3(-Math.sin(angleRad), Math.cos(angleRad), 0));
  }

  private static AffineTransform rotation(Random random) {
    double angleRad = random.nextDouble() - 0.5;
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    return AffineTransform.ofRows(new double[] {c, 0, s, 0.4, 0, 1, 0, -0.3, -s, 0, c, 0.2});
  }
}
