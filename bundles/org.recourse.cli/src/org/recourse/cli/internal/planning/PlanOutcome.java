/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.List;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.optimisation.ProjectedNewton;

/**
 * A plan that was computed. Immutable.
 *
 * @param beams in order of delivery
 * @param dose sum of the beams
 * @param objective before sequencing
 * @param deliveredObjective of the dose that is written
 * @param excessesGy by how much each constraint is exceeded, of the dose that is written
 * @param path objective after each iteration
 * @param end why the search ended
 * @param nonZeros values of the dose influence; 0 where imported doses were weighted
 */
public record PlanOutcome(
    List<OutcomeBeam> beams,
    DoseGrid dose,
    double objective,
    double deliveredObjective,
    double[] excessesGy,
    List<Double> path,
    ProjectedNewton.End end,
    long nonZeros) {

  /**
   * A beam of it.
   *
   * @param number 1, 2, …
   * @param angles where it stands
   * @param isocentreMm patient position
   * @param opening smallest and greatest u, then v, of the open beamlets' edges, mm
   * @param segments shapes that are delivered
   * @param monitorUnits of one fraction
   * @param dose of all fractions
   */
  public record OutcomeBeam(
      int number,
      BeamAngles angles,
      Vector3 isocentreMm,
      double[] opening,
      int segments,
      double monitorUnits,
      DoseGrid dose) {}

  public PlanOutcome {
    beams = List.copyOf(beams);
    path = List.copyOf(path);
  }
}
