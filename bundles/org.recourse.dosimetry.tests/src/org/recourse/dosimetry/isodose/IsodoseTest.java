/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.isodose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosimetry.quality.Conformity;
import org.recourse.dosimetry.quality.HomogeneityIndex;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;

/** A dose of 60 Gy less 1 Gy/mm of distance from a point: isodoses are spheres. */
class IsodoseTest {

  private static final GridGeometry GRID =
      new GridGeometry(40, 40, 32, new Vector3(-39, -38.3, -38.7), new Vector3(2, 2, 2.5));

  private static final Vector3 CENTRE = new Vector3(0.4, 0.7, -0.2);

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);
  private final NullProgressMonitor monitor = new NullProgressMonitor();

  @AfterEach
  void close() {
    executor.close();
  }

  private static DoseGrid cone() {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = GRID.toPatientMm(i % GRID.sizeX(), i / GRID.sizeX(), z);
        slice[i] = (float) (60 - p.distanceTo(CENTRE));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static double ballCm3(double r) {
    return 4.0 / 3 * Math.PI * r * r * r / 1000;
  }

  @Test
  void linesAreCirclesAndVolumesAreBalls() {
    ContourSet lines = Isodose.lines(cone(), 15, 40);

    assertEquals(1, lines.contours().size());
    PlanarContour line = lines.contours().getFirst();
    for (int i = 0; i < line.pointCount(); i++) {
      assertEquals(20, line.pointMm(i).distanceTo(CENTRE), 0.03);
    }
    assertEquals(
        ballCm3(20), Isodose.volumeCm3(cone(), 40, executor, monitor), 0.008 * ballCm3(20));
    assertEquals(0, Isodose.volumeCm3(cone(), 61, executor, monitor));
    assertEquals(
        GRID.voxelCount() * 10 / 1000.0, Isodose.volumeCm3(cone(), -99, executor, monitor), 1e-9);
    List<ContourSet> several = Isodose.lines(cone(), 15, new double[] {40, 61});
    assertEquals(0, several.get(1).contours().size());
  }

  /** Volume inside a closed surface by the divergence theorem; positive only if turned outwards. */
  @Test
  void theSurfaceIsClosedAndTurnedOutwards() {
    IsodoseSurface surface = IsodoseSurface.of(cone(), 40, executor, monitor);

    float[] xyz = surface.trianglesMm();
    double volume = 0;
    for (int t = 0; t < xyz.length; t += 9) {
      var a = new Vector3(xyz[t], xyz[t + 1], xyz[t + 2]);
      var b = new Vector3(xyz[t + 3], xyz[t + 4], xyz[t + 5]);
      var c = new Vector3(xyz[t + 6], xyz[t + 7], xyz[t + 8]);
      volume += a.dot(b.cross(c)) / 6;
      assertEquals(20, a.distanceTo(CENTRE), 0.1); // chords: h²/8r
    }
    assertTrue(surface.triangleCount() > 1000);
    assertEquals(ballCm3(20), volume / 1000, 0.01 * ballCm3(20));
    var one = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    DoseGrid voxel = DoseGrid.builder(one).slice(0, new float[] {5}).build();
    assertEquals(0, IsodoseSurface.of(voxel, 1, executor, monitor).triangleCount());
  }

  @Test
  void theDifferenceIsTakenOnTheFirstGrid() {
    var coarse = new GridGeometry(4, 1, 1, new Vector3(-3, 0, 0), new Vector3(2, 90, 90));
    DoseGrid ramp = DoseGrid.builder(coarse).slice(0, new float[] {0, 2, 4, 6}).build();
    var fine = new GridGeometry(3, 1, 1, new Vector3(-2, 0, 0), new Vector3(2, 2, 2));
    DoseGrid flat = DoseGrid.builder(fine).slice(0, new float[] {1, 1, 1}).build();

    DoseGrid difference = DoseDifference.of(flat, ramp, executor, monitor);

    assertEquals(0, difference.doseGyAt(0, 0, 0));
    assertEquals(2, difference.doseGyAt(1, 0, 0));
    assertEquals(4, difference.doseGyAt(2, 0, 0));
    assertEquals(0, DoseDifference.of(flat, flat, executor, monitor).maximumGy());
  }

  @Test
  void statisticsOfAMaskAreThoseOfItsVoxels() {
    var bits = new java.util.BitSet();
    bits.set(0);
    bits.set(GRID.sliceVoxelCount() - 1);
    Mask mask = Mask.builder(GRID).slice(0, bits).slice(31, bits).build();
    DoseGrid dose = cone();

    Dvh dvh = StructureSampling.ofMask(mask, GRID, monitor).dvh(dose).orElseThrow();

    double sum =
        dose.doseGyAt(0, 0, 0)
            + dose.doseGyAt(39, 39, 0)
            + dose.doseGyAt(0, 0, 31)
            + dose.doseGyAt(39, 39, 31);
    assertEquals(sum / 4, dvh.meanGy(), 1e-4);
    assertEquals(0.04, dvh.volumeCm3(), 1e-9);
    assertEquals(1, dvh.coveredFraction(), 1e-9);
    Mask empty = Mask.builder(GRID).build();
    StructureSampling nothing = StructureSampling.ofMask(empty, GRID, monitor);
    assertTrue(nothing.dvh(dose).isEmpty());
    assertEquals(1, nothing.findings().size());
  }

  @Test
  void theWorkedExampleOfConformity() {
    var example = new Conformity(10, 9, 12, 36);

    assertEquals(1.2, example.rtog(), 1e-12);
    assertEquals(0.675, example.paddick().orElseThrow(), 1e-12);
    assertEquals(0.675, example.vantRiet().orElseThrow(), 1e-12);
    assertEquals(3, example.gradientIndex().orElseThrow(), 1e-12);
    // Published: target 50, isodose 60, overlap 48.
    assertEquals(0.768, new Conformity(50, 48, 60, 90).paddick().orElseThrow(), 1e-12);
    assertTrue(new Conformity(10, 0, 0, 5).paddick().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Conformity(0, 0, 0, 5));
  }

  /** Target: the ball of 15 mm; reference isodose: that of 20 mm, 40 Gy; half of it: 20 Gy. */
  @Test
  void conformityOfConcentricBalls() {
    var contours = new java.util.ArrayList<PlanarContour>();
    for (int k = -7; k <= 7; k++) {
      double r = Math.sqrt(225 - 4 * k * k);
      double[] xyz = new double[360];
      for (int i = 0; i < 120; i++) {
        xyz[3 * i] = CENTRE.x() + r * Math.cos(Math.PI * i / 60);
        xyz[3 * i + 1] = CENTRE.y() + r * Math.sin(Math.PI * i / 60);
        xyz[3 * i + 2] = CENTRE.z() + 2 * k;
      }
      contours.add(PlanarContour.of(xyz));
    }
    DoseGrid dose = cone();
    Dvh target =
        StructureSampling.of(new ContourSet(contours), GRID, executor, monitor)
            .dvh(dose)
            .orElseThrow();

    Conformity conformity = Conformity.of(target, dose, 40, executor, monitor);

    assertEquals(Math.pow(20.0 / 15, 3), conformity.rtog(), 0.03);
    assertEquals(Math.pow(15.0 / 20, 3), conformity.paddick().orElseThrow(), 0.01);
    // D2 at r = 15·∛0.02 etc.: 60 − r
    double d2 = 60 - 15 * Math.cbrt(0.02);
    double d98 = 60 - 15 * Math.cbrt(0.98);
    double d50 = 60 - 15 * Math.cbrt(0.5);
    assertEquals((d2 - d98) / d50, HomogeneityIndex.ICRU_83.of(target, 50).orElseThrow(), 0.003);
    assertEquals(
        (60 - 15 * Math.cbrt(0.05)) / (60 - 15 * Math.cbrt(0.95)),
        HomogeneityIndex.D5_OVER_D95.of(target, 50).orElseThrow(),
        0.003);
    assertEquals(
        15 * (Math.cbrt(0.95) - Math.cbrt(0.05)) / 50,
        HomogeneityIndex.D5_D95_OVER_PRESCRIBED.of(target, 50).orElseThrow(),
        0.003);
    assertEquals(1.2, HomogeneityIndex.RTOG.of(target, 50).orElseThrow(), 0.04);
    assertThrows(IllegalArgumentException.class, () -> HomogeneityIndex.RTOG.of(target, 0));
  }

  @Test
  void stopsWhenCancelled() {
    monitor.setCanceled(true);
    DoseGrid dose = cone();

    assertThrows(
        OperationCanceledException.class, () -> Isodose.volumeCm3(dose, 40, executor, monitor));
    assertThrows(
        OperationCanceledException.class, () -> IsodoseSurface.of(dose, 40, executor, monitor));
    assertThrows(
        OperationCanceledException.class, () -> DoseDifference.of(dose, dose, executor, monitor));
    Mask mask = Mask.builder(GRID).build();
    assertThrows(
        OperationCanceledException.class, () -> StructureSampling.ofMask(mask, GRID, monitor));
  }
}
