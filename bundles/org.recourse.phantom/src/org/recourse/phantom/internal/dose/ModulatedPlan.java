/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.List;
import org.recourse.grid.volume.DoseGrid;

/**
 * Beams with their doses. Immutable.
 *
 * @param beams beams in order of delivery
 * @param total dose of all beams: at every voxel the sum of the beam doses, rounded once
 */
public record ModulatedPlan(List<PlannedBeam> beams, DoseGrid total) {

  /**
   * A beam of the plan.
   *
   * @param geometry where it comes from
   * @param dose its dose of all fractions
   * @param lowUMm field border, patient's left is positive at gantry 0
   * @param highUMm opposite border
   * @param lowVMm inferior border
   * @param highVMm superior border
   * @param relativeFluence sum of the weights of its elements, relative to the mean of the beams
   */
  public record PlannedBeam(
      BeamGeometry geometry,
      DoseGrid dose,
      double lowUMm,
      double highUMm,
      double lowVMm,
      double highVMm,
      double relativeFluence) {}

  public ModulatedPlan {
    beams = List.copyOf(beams);
  }
}
