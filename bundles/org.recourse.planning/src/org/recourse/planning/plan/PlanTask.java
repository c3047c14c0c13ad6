/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredUnderdose;
import org.recourse.planning.optimisation.PlanConstraint;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.site.PlanningSite;
import org.recourse.planning.wishes.Background;
import org.recourse.planning.wishes.PlanWishes;

/**
 * What is optimised. Immutable.
 *
 * @param objectives weighted wishes
 * @param constraints limits
 * @param targetGy greatest wanted dose, for the first guess and the prescription
 * @param targetVoxels where it is wanted, at least one
 * @param fractionCount of the course
 */
public record PlanTask(
    List<PlanObjective> objectives,
    List<PlanConstraint> constraints,
    double targetGy,
    int[] targetVoxels,
    int fractionCount) {

  public PlanTask {
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
    Objects.requireNonNull(targetVoxels, "targetVoxels");
    if (!(targetGy > 0) || targetVoxels.length == 0 || fractionCount < 1) {
      throw new IllegalArgumentException(
          targetGy + " Gy in " + targetVoxels.length + " voxels, " + fractionCount + " fractions");
    }
  }

  /**
   * The task of these wishes for a patient.
   *
   * @throws PlanningFileException if a wish does not fit the patient
   */
  public static PlanTask of(PlanWishes wishes, PlanningSite site, Background background)
      throws PlanningFileException {
    for (String target : wishes.targets()) {
      if (!site.structures().containsKey(target)) {
        throw new PlanningFileException("there is no target " + target);
      }
    }
    String first = wishes.targets().getFirst();
    return new PlanTask(
        wishes.objectives(site, background),
        wishes.constraints(site, background),
        targetGy(wishes, first),
        PlanningSite.positions(site.structures().get(first)),
        wishes.fractionCount());
  }

  /** The same with one more objective. */
  public PlanTask with(PlanObjective objective) {
    List<PlanObjective> more = new ArrayList<>(objectives);
    more.add(objective);
    return new PlanTask(more, constraints, targetGy, targetVoxels, fractionCount);
  }

  /** Greatest dose that is wanted for the first target. */
  private static double targetGy(PlanWishes wishes, String first) throws PlanningFileException {
    double greatest = 0;
    for (PlanWishes.Wish wish : wishes.objectives()) {
      if (wish.structure().equals(first)) {
        greatest =
            switch (wish.objective()) {
              case SquaredDeviation(double doseGy) -> Math.max(greatest, doseGy);
              case SquaredUnderdose(double doseGy) -> Math.max(greatest, doseGy);
              default -> greatest;
            };
      }
    }
    if (greatest == 0) {
      throw new PlanningFileException(first + " needs an objective of kind deviation or underdose");
    }
    return greatest;
  }
}
