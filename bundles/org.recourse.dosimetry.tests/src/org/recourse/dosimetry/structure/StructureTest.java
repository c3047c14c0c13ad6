/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosimetry.structure.StructureAlgebra.Operation;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

class StructureTest {

  /** Volumes of made structures; the poles at 3 mm slices are the largest part of it. */
  private static final double VOLUME_TOLERANCE = 0.01;

  private static final GridGeometry DOSE =
      new GridGeometry(50, 50, 50, new Vector3(-49, -49, -49), new Vector3(2, 2, 2));

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);
  private final NullProgressMonitor monitor = new NullProgressMonitor();

  @AfterEach
  void close() {
    executor.close();
  }

  private static ContourPlanes planes(ContourSet contours, double thickness) {
    return ContourPlanes.of(contours, thickness);
  }

  private static ContourPlanes sphere(double x, double radius, double spacing) {
    var contours = new ArrayList<PlanarContour>();
    for (double z = Math.floor(-radius / spacing) * spacing; z < radius; z += spacing) {
      double r = Math.sqrt(Math.max(0, radius * radius - z * z));
      if (r > 0.05) {
        contours.add(circle(x, 0, z, r));
      }
    }
    return planes(new ContourSet(contours), spacing);
  }

  private static PlanarContour circle(double x, double y, double z, double r) {
    double[] xyz = new double[3 * 180];
    for (int i = 0; i < 180; i++) {
      xyz[3 * i] = x + r * Math.cos(Math.PI * i / 90);
      xyz[3 * i + 1] = y + r * Math.sin(Math.PI * i / 90);
      xyz[3 * i + 2] = z;
    }
    return PlanarContour.of(xyz);
  }

  /** Planes at half spacings, so that the box ends at the given heights. */
  private static ContourPlanes box(
      double x0, double y0, double z0, double x1, double y1, double z1, double spacing) {
    var contours = new ArrayList<PlanarContour>();
    for (double z = z0 + spacing / 2; z < z1; z += spacing) {
      contours.add(PlanarContour.of(new double[] {x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z}));
    }
    return planes(new ContourSet(contours), spacing);
  }

  private double volumeCm3(ContourSet contours) {
    return StructureSampling.of(contours, DOSE, executor, monitor).volumeCm3();
  }

  private static double ballCm3(double r) {
    return 4.0 / 3 * Math.PI * r * r * r / 1000;
  }

  @ParameterizedTest(name = "sphere of 12 mm, slices of {0} mm")
  @ValueSource(doubles = {1, 2, 3})
  void aGrownSphereIsASphere(double spacing) {
    ContourSet grown =
        StructureMargin.grow(sphere(0.37, 12, spacing), Margin.isotropic(3), executor, monitor);
    ContourSet shrunk =
        StructureMargin.shrink(sphere(0.37, 12, spacing), Margin.isotropic(3), executor, monitor);

    assertEquals(1, volumeCm3(grown) / ballCm3(15), 1.5 * VOLUME_TOLERANCE);
    assertEquals(1, volumeCm3(shrunk) / ballCm3(9), 3 * VOLUME_TOLERANCE);
    for (PlanarContour contour : grown.contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        double r = contour.pointMm(i).minus(new Vector3(0.37, 0, 0)).norm();
        assertEquals(15, r, 0.1 + 0.1 * spacing, "z " + contour.pointMm(i).z());
      }
    }
  }

  /** A box with round edges: faces, quarter cylinders and octants of the ellipsoid. */
  @Test
  void anAnisotropicMarginReachesEverySideByItsOwn() {
    ContourPlanes box = box(-10, -8, -9, 10, 8, 9, 2);
    var margin = new Margin(5, 2, 0, 3, 6, 4);

    ContourSet grown = StructureMargin.grow(box, margin, executor, monitor);

    double[] low = {99, 99, 99};
    double[] high = {-99, -99, -99};
    for (PlanarContour contour : grown.contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 p = contour.pointMm(i);
        double[] xyz = {p.x(), p.y(), p.z()};
        for (int k = 0; k < 3; k++) {
          low[k] = Math.min(low[k], xyz[k]);
          high[k] = Math.max(high[k], xyz[k]);
        }
      }
    }
    assertEquals(15, high[0], 0.02); // left
    assertEquals(-12, low[0], 0.02); // right
    assertEquals(8, high[1], 0.02); // posterior: no margin, no change
    assertEquals(-11, low[1], 0.02); // anterior
    assertTrue(high[2] > 13 && high[2] <= 15); // superior, on planes of the structure
    assertTrue(low[2] < -11 && low[2] >= -13);
    // 20 x 16 in the plane, x margins 7, y margin 3, quarter ellipses at the two anterior corners.
    double middle = (20 + 7) * (16 + 3) - (1 - Math.PI / 4) * 3 * (5 + 2);
    PlanarContour atZero =
        grown.contours().stream()
            .filter(c -> Math.abs(c.pointMm(0).z()) < 0.1 || Math.abs(c.pointMm(0).z() - 0) < 1.1)
            .findFirst()
            .orElseThrow();
    double[] xyz = atZero.xyzMm();
    double[] uv = new double[xyz.length / 3 * 2];
    for (int i = 0; i < uv.length / 2; i++) {
      uv[2 * i] = xyz[3 * i];
      uv[2 * i + 1] = xyz[3 * i + 1];
    }
    assertEquals(middle, PlanarRegion.of(List.of(uv)).areaMm2(), 4); // a lattice square along 7 mm
  }

  @Test
  void shrinkingTakesBackWhatGrowingGave() {
    ContourPlanes box = box(-10, -8, -9, 10, 8, 9, 1);
    ContourSet back =
        StructureMargin.shrink(
            planes(StructureMargin.grow(box, Margin.isotropic(4), executor, monitor), 1),
            Margin.isotropic(4),
            executor,
            monitor);

    assertEquals(20 * 16 * 18 / 1000.0, volumeCm3(back), 20 * 16 * 18 / 1000.0 * 0.02);
    assertTrue(StructureMargin.shrink(box, Margin.isotropic(8.5), executor, monitor).isEmpty());
  }

  @Test
  void aRingIsWhatLiesBetweenTwoDistances() {
    ContourSet ring = StructureMargin.ring(sphere(0, 10, 2), 2, 5, executor, monitor);

    assertEquals(ballCm3(15) - ballCm3(12), volumeCm3(ring), 0.03 * ballCm3(15));
    ContourPlanes sphere = sphere(0, 10, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> StructureMargin.ring(sphere, 5, 5, executor, monitor));
  }

  @ParameterizedTest(name = "{0} of two boxes: {1} mm3")
  @CsvSource({
    "UNION,                10800",
    "INTERSECTION,          1200",
    "DIFFERENCE,            4800",
    "SYMMETRIC_DIFFERENCE,  9600"
  })
  void booleansOfBoxes(Operation operation, double expectedMm3) {
    ContourPlanes a = box(0, 0, 0, 20, 20, 15, 1);
    ContourPlanes b = box(16, 10, 0, 36, 25, 20, 1);
    double common = 4 * 10 * 15;
    double volumeA = 20 * 20 * 15;
    double volumeB = 20 * 15 * 20;
    double expected =
        switch (operation) {
          case UNION -> volumeA + volumeB - common;
          case INTERSECTION -> common;
          case DIFFERENCE -> volumeA - common;
          case SYMMETRIC_DIFFERENCE -> volumeA + volumeB - 2 * common;
        };
    assertTrue(expectedMm3 > 0);

    ContourSet made = StructureAlgebra.combine(operation, a, b, executor, monitor);

    assertEquals(expected / 1000, volumeCm3(made), 0.01 * volumeA / 1000);
  }

  @Test
  void booleansOfSpheresOnDifferentPlanesHaveTheVolumeOfTheLens() {
    double d = 10;
    double r = 12;
    double lens = Math.PI * (4 * r + d) * (2 * r - d) * (2 * r - d) / 12 / 1000;

    ContourSet both =
        StructureAlgebra.combine(
            Operation.INTERSECTION, sphere(0, r, 1), sphere(d, r, 1.5), executor, monitor);
    ContourSet rest =
        StructureAlgebra.combine(
            Operation.DIFFERENCE, sphere(0, r, 1), sphere(d, r, 1.5), executor, monitor);

    assertEquals(lens, volumeCm3(both), lens * VOLUME_TOLERANCE);
    assertEquals(ballCm3(r) - lens, volumeCm3(rest), ballCm3(r) * VOLUME_TOLERANCE);
  }

  @Test
  void emptyStructuresFollowTheRulesOfSets() {
    ContourPlanes empty = planes(new ContourSet(List.of()), 1);
    ContourPlanes ball = sphere(0, 8, 2);

    assertEquals(
        ballCm3(8),
        volumeCm3(StructureAlgebra.combine(Operation.UNION, empty, ball, executor, monitor)),
        0.02);
    assertTrue(
        StructureAlgebra.combine(Operation.DIFFERENCE, empty, ball, executor, monitor).isEmpty());
    assertTrue(
        StructureAlgebra.combine(Operation.INTERSECTION, ball, empty, executor, monitor).isEmpty());
    assertTrue(StructureMargin.grow(empty, Margin.isotropic(3), executor, monitor).isEmpty());
    assertTrue(Overlap.of(empty, ball, executor, monitor).isEmpty());
    assertTrue(
        StructureAlgebra.combine(Operation.DIFFERENCE, ball, ball, executor, monitor).isEmpty());
  }

  @Test
  void overlapOfConcentricSpheresHasItsClosedForm() {
    Overlap overlap =
        Overlap.of(sphere(0, 12, 2), sphere(0, 10, 2), executor, monitor).orElseThrow();

    assertEquals(2 * ballCm3(10) / (ballCm3(10) + ballCm3(12)), overlap.dice(), VOLUME_TOLERANCE);
    assertEquals(ballCm3(10) / ballCm3(12), overlap.jaccard(), VOLUME_TOLERANCE);
    assertEquals(2, overlap.meanDistanceMm(), 0.1);
    assertEquals(2, overlap.distance95Mm(), 0.2);
    assertEquals(2, overlap.hausdorffMm(), 0.6);
  }

  @Test
  void readersWhoAgreeHaveDiceOneAndAShiftIsFound() {
    List<Overlap> pairs =
        Overlap.ofPairs(
            List.of(sphere(0, 12, 2), sphere(0, 12, 2), sphere(3, 12, 2)), executor, monitor);

    assertEquals(3, pairs.size());
    assertEquals(1, pairs.getFirst().dice(), 2e-3);
    assertEquals(0, pairs.getFirst().meanDistanceMm(), 0.05);
    assertEquals(3, pairs.get(1).hausdorffMm(), 0.3);
    assertEquals(1.5, pairs.get(1).meanDistanceMm(), 0.1); // mean of 3·|cos| over the sphere
  }

  /** The lattice of the interpolation has 1/150 of the size of the shape, here 0.16 mm. */
  private static final double INTERPOLATION_MM = 0.03;

  @Test
  void betweenTwoSlicesTheShapeIsThatOfTheCone() {
    PlanarRegion large = region(circle(0, 0, 0, 8));
    PlanarRegion small = region(circle(1, 0, 0, 2));

    for (double t : new double[] {0.2, 0.4, 0.5, 0.8}) {
      List<double[]> loops = SliceInterpolation.between(large, small, 5, t);

      assertEquals(1, loops.size());
      double radiusMm = Math.sqrt(PlanarRegion.of(loops).areaMm2() / Math.PI);
      assertEquals(8 + t * (2 - 8), radiusMm, INTERPOLATION_MM); // 5.6 mm at t = 0.4
    }
    assertThrows(
        IllegalArgumentException.class, () -> SliceInterpolation.between(small, large, 5, 1));
  }

  @Test
  void whatOverlapsNothingOnTheOtherSliceEndsHalfWay() {
    PlanarRegion two = PlanarRegion.of(List.of(uv(circle(0, 0, 0, 8)), uv(circle(0, 30, 0, 5))));
    PlanarRegion one = region(circle(1, 0, 0, 8));

    assertEquals(2, SliceInterpolation.between(two, one, 5, 0.4).size());
    List<double[]> beyond = SliceInterpolation.between(two, one, 5, 0.6);
    assertEquals(1, beyond.size());
    assertEquals(
        64 * Math.PI, PlanarRegion.of(beyond).areaMm2(), 2 * Math.PI * 8 * INTERPOLATION_MM);
  }

  private static PlanarRegion region(PlanarContour contour) {
    return PlanarRegion.of(List.of(uv(contour)));
  }

  private static double[] uv(PlanarContour contour) {
    double[] uv = new double[2 * contour.pointCount()];
    for (int i = 0; i < contour.pointCount(); i++) {
      uv[2 * i] = contour.pointMm(i).x();
      uv[2 * i + 1] = contour.pointMm(i).y();
    }
    return uv;
  }

  @Test
  void obliqueContoursTakeOnlyEvenMargins() {
    var contours = new ArrayList<PlanarContour>();
    for (int k = -3; k <= 3; k++) {
      double[] xyz = circle(0, 0, 0, 8).xyzMm();
      for (int i = 0; i < xyz.length; i += 3) { // planes turned about x by atan(3/4)
        double y = xyz[i + 1];
        xyz[i + 1] = 0.8 * y - 0.6 * 2 * k;
        xyz[i + 2] = 0.6 * y + 0.8 * 2 * k;
      }
      contours.add(PlanarContour.of(xyz));
    }
    ContourPlanes oblique = planes(new ContourSet(contours), 2);

    ContourSet grown = StructureMargin.grow(oblique, Margin.isotropic(3), executor, monitor);

    double straight = Math.PI * 11 * 11 * 14;
    assertTrue(volumeCm3(grown) > straight / 1000);
    assertThrows(
        IllegalArgumentException.class,
        () -> StructureMargin.grow(oblique, new Margin(1, 2, 3, 4, 5, 6), executor, monitor));
    ContourPlanes axial = sphere(0, 8, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> StructureAlgebra.combine(Operation.UNION, oblique, axial, executor, monitor));
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    List<ContourSet> made = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      try (var pool = SliceExecutor.ofThreads(threads)) {
        made.add(StructureMargin.grow(sphere(0, 6, 2), Margin.isotropic(3), pool, monitor));
      }
    }
    assertEquals(made.get(0).contours().size(), made.get(1).contours().size());
    for (int i = 0; i < made.get(0).contours().size(); i++) {
      org.junit.jupiter.api.Assertions.assertArrayEquals(
          made.get(0).contours().get(i).xyzMm(), made.get(1).contours().get(i).xyzMm());
    }
  }

  @Test
  void stopsWhenCancelled() {
    monitor.setCanceled(true);
    ContourPlanes ball = sphere(0, 8, 2);

    assertThrows(
        OperationCanceledException.class,
        () -> StructureMargin.grow(ball, Margin.isotropic(3), executor, monitor));
    assertThrows(
        OperationCanceledException.class,
        () -> StructureAlgebra.combine(Operation.UNION, ball, ball, executor, monitor));
    assertThrows(OperationCanceledException.class, () -> Overlap.of(ball, ball, executor, monitor));
    assertThrows(IllegalArgumentException.class, () -> Margin.isotropic(-1));
  }
}
