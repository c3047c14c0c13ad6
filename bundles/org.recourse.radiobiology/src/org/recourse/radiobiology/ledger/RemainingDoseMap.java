/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.RemainingDose;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.DailySchedule;

/**
 * Physical dose per fraction that every voxel may still receive before a limit is used up.
 * Immutable.
 *
 * <p>The formula is that of {@link RemainingDose}, voxel by voxel, with the limit less the EQD2
 * given already. Where the limit is used up the dose is 0 Gy, which means "none", not "unknown".
 * Repair between the fractions is that of the tissue of the sum.
 *
 * <p>Worked example: limit 60 Gy EQD2, 30 Gy given, 27 fractions, alpha/beta 2 Gy: 1.33333 Gy per
 * fraction.
 *
 * @param dosePerFraction Gy per fraction
 * @param fractionCount fractions that are planned
 * @param usedUpFraction part of the voxels where nothing is left, 0 to 1
 * @param repair what is assumed about repair between the planned fractions
 */
public record RemainingDoseMap(
    DoseGrid dosePerFraction, int fractionCount, double usedUpFraction, RepairAssumption repair) {

  /**
   * Makes the map.
   *
   * @param given EQD2 of the earlier courses, in the convention of the limit
   * @param limit limit on a dose; its metric is taken as holding in every voxel
   * @param schedule how the planned fractions are spread over a day; empty if unknown, which is
   *     refused where the tissue repairs incompletely
   * @throws IllegalArgumentException if the conventions or the ratios alpha/beta differ, or the
   *     limit is on a volume
   */
  public static <C extends RecoveryConvention> RemainingDoseMap of(
      CumulativeDose<C> given,
      Limit<C> limit,
      int fractionCount,
      Optional<DailySchedule> schedule,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (!given.convention().equals(limit.convention())) {
      throw new IllegalArgumentException(
          "limit and sum have different recovery: "
              + limit.convention().id()
              + ", "
              + given.convention().id());
    }
    Tissue tissue = given.structure().tissue();
    if (!tissue.alphaBeta().equals(limit.alphaBeta())) {
      throw new IllegalArgumentException(
          "limit and sum have different alpha/beta: "
              + limit.alphaBeta()
              + ", "
              + tissue.alphaBeta());
    }
    if (limit.metric().unit() != org.recourse.dosimetry.dvh.MetricValue.Unit.GY) {
      throw new IllegalArgumentException("not a limit on a dose: " + limit.metric().text());
    }
    return of(given.eqd2(), limit.limit(), tissue, fractionCount, schedule, executor, monitor);
  }

  private static RemainingDoseMap of(
      DoseGrid given,
      double limitEqd2Gy,
      Tissue tissue,
      int fractionCount,
      Optional<DailySchedule> schedule,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    RemainingDose.of(0, fractionCount, tissue.alphaBeta()); // refuses a wrong fraction number
    GridGeometry geometry = given.geometry();
    int voxels = geometry.sliceVoxelCount();
    int[] usedUp = new int[geometry.sizeZ()];
    DoseGrid.Builder map = DoseGrid.builder(geometry);
    // d = h/2 · (−1 + √(1 + 4 · B · (1 + 2/a) / (n · h))), h = a / (1 + H)
    final double ratioGy = tissue.alphaBeta().gy();
    final double repairedRatioGy =
        ratioGy / (1 + tissue.repair().incompleteRepairFactor(schedule, fractionCount));
    final double halfRatioGy = repairedRatioGy / 2;
    final double factor = 4 * (1 + 2 / ratioGy) / (fractionCount * repairedRatioGy);
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          given.copySlice(z, slice);
          for (int i = 0; i < voxels; i++) {
            double leftEqd2Gy = Math.max(0, limitEqd2Gy - slice[i]);
            usedUp[z] += leftEqd2Gy == 0 ? 1 : 0;
            slice[i] = (float) (halfRatioGy * (Math.sqrt(1 + factor * leftEqd2Gy) - 1));
          }
          map.slice(z, slice);
        });
    long none = java.util.Arrays.stream(usedUp).asLongStream().sum();
    return new RemainingDoseMap(
        map.build(), fractionCount, (double) none / geometry.voxelCount(), tissue.repair());
  }

  /** Returns what a reader must know about the map. */
  public Finding finding(String structureName) {
    return Finding.info(
        "Remaining dose per fraction over "
            + fractionCount
            + " fractions: 0 Gy means that the limit is used up. Counted with "
            + repair.text()
            + ".",
        structureName);
  }
}
