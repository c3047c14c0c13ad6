/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.Arrays;
import java.util.List;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.sequencing.Segment;

/**
 * A plan that was computed. Immutable.
 *
 * @param setup with what it was computed
 * @param fluence of every beamlet as it was optimised, before sequencing; a warm start
 * @param beams in order of delivery, with the dose that is delivered
 * @param dose sum of the beams, all fractions
 * @param objective of the fluence, before sequencing
 * @param sequencedObjective after sequencing, before the weights of the segments were optimised
 * @param deliveredObjective of {@code dose}
 * @param penalties of each objective of {@code dose}, without weight
 * @param excessesGy by how much each constraint is exceeded, of {@code dose}
 * @param path objective after each iteration
 * @param end why the search ended
 */
public record PlanOutcome(
    PlanSetup setup,
    double[] fluence,
    List<OutcomeBeam> beams,
    DoseGrid dose,
    double objective,
    double sequencedObjective,
    double deliveredObjective,
    double[] penalties,
    double[] excessesGy,
    List<Double> path,
    ProjectedNewton.End end) {

  private static final double PERCENT = 100;

  /**
   * A beam of it.
   *
   * @param number 1, 2, …
   * @param aim where it stands
   * @param beamlets what its fluence is made of
   * @param segments shapes that are delivered, in their order; none where nothing is
   * @param monitorUnits of one fraction
   * @param dose of all fractions
   */
  public record OutcomeBeam(
      int number,
      BeamAim aim,
      Beamlets beamlets,
      List<Segment> segments,
      double monitorUnits,
      DoseGrid dose) {

    public OutcomeBeam {
      segments = List.copyOf(segments);
    }

    OutcomeBeam withMonitorUnitsTimes(double factor) {
      List<Segment> scaled =
          segments.stream()
              .map(segment -> new Segment(factor * segment.fluence(), segment.openings()))
              .toList();
      return new OutcomeBeam(
          number, aim, beamlets, scaled, factor * monitorUnits, times(factor, dose));
    }

    /** Smallest and greatest u, then v, of the beamlets' edges, mm on the isocentre plane. */
    public double[] openingMm() {
      double[] opening = {1e9, -1e9, 1e9, -1e9};
      double half = beamlets.sideMm() / 2;
      for (int i = 0; i < beamlets.count(); i++) {
        opening[0] = Math.min(opening[0], beamlets.uMm(i) - half);
        opening[1] = Math.max(opening[1], beamlets.uMm(i) + half);
        opening[2] = Math.min(opening[2], beamlets.vMm(i) - half);
        opening[3] = Math.max(opening[3], beamlets.vMm(i) + half);
      }
      return opening;
    }
  }

  public PlanOutcome {
    beams = List.copyOf(beams);
    path = List.copyOf(path);
  }

  /**
   * Returns the same shapes with all monitor units times a factor, and so all doses. The values of
   * the objective stay those of the search, whose dose was not scaled.
   *
   * @param factor finite and above 0
   */
  public PlanOutcome withMonitorUnitsTimes(double factor) {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("factor must be finite and > 0: " + factor);
    }
    return new PlanOutcome(
        setup,
        Arrays.stream(fluence).map(own -> factor * own).toArray(),
        beams.stream().map(beam -> beam.withMonitorUnitsTimes(factor)).toList(),
        times(factor, dose),
        objective,
        sequencedObjective,
        deliveredObjective,
        penalties,
        excessesGy,
        path,
        end);
  }

  private static DoseGrid times(double factor, DoseGrid grid) {
    DoseGrid.Builder builder = DoseGrid.builder(grid.geometry());
    for (int z = 0; z < grid.geometry().sizeZ(); z++) {
      float[] slice = new float[grid.geometry().sliceVoxelCount()];
      grid.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (float) (factor * slice[i]);
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /**
   * By how much sequencing raised the objective, percent of its value before; 0 where that is 0.
   */
  public double sequencingLossPercent() {
    return objective > 0 ? PERCENT * (deliveredObjective - objective) / objective : 0;
  }
}
