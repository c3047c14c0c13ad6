/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Side;
import org.recourse.phantom.internal.files.CaseSampling;
import org.recourse.phantom.solid.ContourTracing;
import org.recourse.phantom.solid.Solid;

class SyntheticPlansTest {

  /** D95 is set on points of the body 1 mm apart; the histogram is made from its contours. */
  private static final double D95_SAMPLING_GY = 0.15;

  /** Float beam doses are added in double and rounded once. */
  private static final double SUM_ROUNDING_GY = 1e-5;

  private final HeadAnatomy anatomy = new HeadAnatomy();

  @Test
  void plannedDoseCoversTheTargetAndSparesTheNeuralOrgans() {
    ModulatedPlan plan = planned(CaseSampling.standard().plannedDose(), 2);

    Dvh target = histogram(plan.total(), anatomy.planningTarget());
    assertEquals(60, target.doseAtVolumePercentGy(95), D95_SAMPLING_GY);
    assertEquals(1, target.coveredFraction());
    assertTrue(target.maxGy() < 1.12 * 60, "hottest point " + target.maxGy());
    assertTrue(doses(plan.total(), anatomy.brainstem()).getFirst() < 40);
    assertTrue(doses(plan.total(), anatomy.spinalCord()).getFirst() < 25);
    assertTrue(doses(plan.total(), anatomy.chiasm()).getFirst() < 30);
  }

  @Test
  void temporalLobeReachesTheRangeOfTheRiskModels() {
    GridGeometry geometry = CaseSampling.standard().plannedDose();
    DoseGrid planned = planned(geometry, 2).total();
    DoseGrid first;
    try (var executor = SliceExecutor.ofThreads(2)) {
      first =
          new SyntheticPlans(anatomy, executor)
              .first(geometry, AffineTransform.IDENTITY, new NullProgressMonitor())
              .total();
    }

    double rightGy = nearMaximumEqd2Gy(planned, first, anatomy.temporalLobe(Side.RIGHT));
    double leftGy = nearMaximumEqd2Gy(planned, first, anatomy.temporalLobe(Side.LEFT));
    assertTrue(rightGy > 80 && rightGy < 110, "right temporal lobe, D0.1cc " + rightGy);
    assertTrue(leftGy > 45 && leftGy < rightGy, "left temporal lobe, D0.1cc " + leftGy);
  }

  @Test
  void beamsAddUpToThePlan() {
    ModulatedPlan plan = planned(CaseSampling.coarse().plannedDose(), 2);

    assertEquals(9, plan.beams().size());
    int voxels = plan.total().geometry().voxelCount();
    for (int i = 0; i < voxels; i++) {
      double sumGy = 0;
      for (ModulatedPlan.PlannedBeam beam : plan.beams()) {
        sumGy += beam.dose().doseGyAt(i);
      }
      assertEquals(sumGy, plan.total().doseGyAt(i), SUM_ROUNDING_GY);
    }
  }

  @Test
  void doseDoesNotDependOnTheNumberOfThreads() {
    GridGeometry geometry = CaseSampling.coarse().plannedDose();
    DoseGrid one = planned(geometry, 1).total();
    DoseGrid three = planned(geometry, 3).total();

    float[] a = new float[geometry.sliceVoxelCount()];
    float[] b = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      one.copySlice(z, a);
      three.copySlice(z, b);
      assertArrayEquals(a, b);
    }
  }

  @Test
  void anteriorBeamIsStrongerInFrontThanBehind() {
    ModulatedPlan plan = planned(CaseSampling.coarse().plannedDose(), 2);
    DoseGrid dose = plan.beams().getFirst().dose();
    GridGeometry geometry = dose.geometry();
    Vector3 front = geometry.toIndex(new Vector3(-7, -60, 0));
    Vector3 behind = geometry.toIndex(new Vector3(-7, 60, 0));

    double frontGy = doseNear(dose, front);
    double behindGy = doseNear(dose, behind);
    assertTrue(frontGy > 1.3 * behindGy, frontGy + " Gy in front, " + behindGy + " Gy behind");
    assertTrue(behindGy > 0);
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (var executor = SliceExecutor.ofThreads(2)) {
      var plans = new SyntheticPlans(anatomy, executor);
      GridGeometry geometry = CaseSampling.coarse().plannedDose();

      assertThrows(OperationCanceledException.class, () -> plans.planned(geometry, monitor));
    }
  }

  private ModulatedPlan planned(GridGeometry geometry, int threads) {
    try (var executor = SliceExecutor.ofThreads(threads)) {
      return new SyntheticPlans(anatomy, executor).planned(geometry, new NullProgressMonitor());
    }
  }

  private static Dvh histogram(DoseGrid dose, Solid body) {
    double[] planesZMm = IntStream.range(0, 90).mapToDouble(i -> -112.5 + 2.5 * i).toArray();
    var monitor = new NullProgressMonitor();
    try (var executor = SliceExecutor.ofThreads(2)) {
      ContourSet contours = new ContourTracing(executor).contours(body, planesZMm, 1, monitor);
      return StructureSampling.of(contours, dose.geometry(), executor, monitor)
          .dvh(dose)
          .orElseThrow();
    }
  }

  private static double doseNear(DoseGrid dose, Vector3 index) {
    return dose.doseGyAt(
        (int) Math.round(index.x()), (int) Math.round(index.y()), (int) Math.round(index.z()));
  }

  /** Doses of the voxels whose centre is inside, the highest first. */
  private static List<Double> doses(DoseGrid dose, Solid body) {
    List<Double> doses = new ArrayList<>();
    GridGeometry geometry = dose.geometry();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          if (body.contains(geometry.toPatientMm(x, y, z))) {
            doses.add((double) dose.doseGyAt(x, y, z));
          }
        }
      }
    }
    doses.sort(Collections.reverseOrder());
    return doses;
  }

  /** D0.1cc of the summed EQD2 for an alpha/beta of 3 Gy, on voxels. */
  private static double nearMaximumEqd2Gy(DoseGrid planned, DoseGrid first, Solid body) {
    GridGeometry geometry = planned.geometry();
    DoseGrid.Builder sum = DoseGrid.builder(geometry);
    float[] a = new float[geometry.sliceVoxelCount()];
    float[] b = new float[a.length];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      planned.copySlice(z, a);
      first.copySlice(z, b);
      for (int i = 0; i < a.length; i++) {
        a[i] = (float) (a[i] * (a[i] / 27 + 3) / 5 + b[i] * (b[i] / 33 + 3) / 5);
      }
      sum.slice(z, a);
    }
    int rank = (int) (100 / geometry.voxelVolumeMm3());
    return doses(sum.build(), body).get(rank);
  }
}
