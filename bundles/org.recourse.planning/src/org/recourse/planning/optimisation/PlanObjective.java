/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.Objects;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.Objective;

/**
 * An objective for a structure.
 *
 * @param structure name, for lists
 * @param voxels positions of its voxels on the dose grid, at least one, each once
 * @param objective what is wanted
 * @param scenario the dose, or the possible doses, it is measured in
 * @param weight priority, finite and not negative
 */
public record PlanObjective(
    String structure, int[] voxels, Objective objective, Scenario scenario, double weight) {

  public PlanObjective {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(scenario, "scenario");
    if (voxels.length == 0) {
      throw new IllegalArgumentException(structure + " holds no voxel of the dose grid");
    }
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(structure + ": a weight is finite and >= 0: " + weight);
    }
  }

  /** An objective on the physical dose. */
  public static PlanObjective physical(
      String structure, int[] voxels, Objective objective, double weight) {
    return new PlanObjective(
        structure, voxels, objective, Scenario.of(new DoseModel.Physical()), weight);
  }
}
