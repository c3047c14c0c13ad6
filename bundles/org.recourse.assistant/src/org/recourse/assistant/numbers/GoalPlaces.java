/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiobiology.conversion.Tissue;

/**
 * Finds where in its structure the extreme lies that a goal is about: the hottest voxel for upper
 * doses (Dmax, small volumes), the coldest for lower ones (Dmin, D95% and more). Used by one
 * thread.
 */
final class GoalPlaces {

  /** Doses to at least this part of a volume are about its cold spots. */
  private static final double COLD_PERCENT = 50;

  private final PlanSnapshot snapshot;
  private final StructureSamplings samplings;
  private final Map<Tissue, Eqd2Sum> sums;
  private final Optional<PlanNumbers.PlanDose> dose;
  private final IProgressMonitor monitor;

  GoalPlaces(
      PlanSnapshot snapshot,
      StructureSamplings samplings,
      Map<Tissue, Eqd2Sum> sums,
      Optional<PlanNumbers.PlanDose> dose,
      IProgressMonitor monitor) {
    this.snapshot = snapshot;
    this.samplings = samplings;
    this.sums = sums;
    this.dose = dose;
    this.monitor = monitor;
  }

  /** Adds the place to a goal that has a value. */
  GoalNumbers located(GoalNumbers goal) {
    if (goal.outcome() instanceof GoalOutcome.NotApplicable || dose.isEmpty()) {
      return goal;
    }
    DoseMetric metric = DoseMetric.parse(goal.goal().metric()); // it has a value, so it parses
    Optional<Boolean> hottest = hottest(metric);
    Optional<StructureState> structure =
        snapshot.assessedStructures().stream()
            .filter(s -> s.isNamed(goal.goal().structureName()))
            .findFirst();
    if (hottest.isEmpty() || structure.isEmpty()) {
      return goal;
    }
    Optional<Vector3> at =
        grid(goal.goal(), structure.get())
            .flatMap(
                grid ->
                    samplings
                        .voxels(structure.get(), dose.get(), snapshot.frameTransforms(), monitor)
                        .flatMap(mask -> extreme(grid, mask, hottest.get())));
    return new GoalNumbers(goal.goal(), goal.outcome(), at);
  }

  /** Empty for figures that belong to no voxel, such as a mean. */
  private static Optional<Boolean> hottest(DoseMetric metric) {
    return switch (metric) {
      case DoseMetric.MaximumDose m -> Optional.of(true);
      case DoseMetric.DoseAtVolumeCm3 m -> Optional.of(true);
      case DoseMetric.MeanOfHottest m -> Optional.of(true);
      case DoseMetric.MinimumDose m -> Optional.of(false);
      case DoseMetric.MeanOfColdest m -> Optional.of(false);
      case DoseMetric.DoseComplement m -> Optional.of(false);
      case DoseMetric.DoseAtVolumePercent(double percent) ->
          percent == COLD_PERCENT ? Optional.empty() : Optional.of(percent < COLD_PERCENT);
      case DoseMetric.MeanDose m -> Optional.empty();
      case DoseMetric.VolumeCm3AtDose m -> Optional.empty();
      case DoseMetric.VolumePercentAtDose m -> Optional.empty();
      case DoseMetric.VolumeComplement m -> Optional.empty();
    };
  }

  private Optional<DoseGrid> grid(GoalState goal, StructureState structure) {
    return switch (goal.quantity()) {
      case PHYSICAL -> dose.map(PlanNumbers.PlanDose::doseGy);
      case PLAN_EQD2 -> sum(structure).map(Eqd2Sum.Known::planned);
      case CUMULATIVE_EQD2 -> sum(structure).map(Eqd2Sum.Known::eqd2);
    };
  }

  private Optional<Eqd2Sum.Known> sum(StructureState structure) {
    return snapshot
        .tissue(structure)
        .map(sums::get)
        .filter(Eqd2Sum.Known.class::isInstance)
        .map(Eqd2Sum.Known.class::cast);
  }

  static Optional<Vector3> extreme(DoseGrid grid, Mask mask, boolean hottest) {
    GridGeometry geometry = grid.geometry();
    double sign = hottest ? 1 : -1;
    double best = Double.NEGATIVE_INFINITY;
    Optional<Vector3> at = Optional.empty();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        double value = sign * grid.doseGyAt(z * geometry.sliceVoxelCount() + i);
        if (value > best) {
          best = value;
          at = Optional.of(geometry.centreMm(z * geometry.sliceVoxelCount() + i));
        }
      }
    }
    return at;
  }
}
