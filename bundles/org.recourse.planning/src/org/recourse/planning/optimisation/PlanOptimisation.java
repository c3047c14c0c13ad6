/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.DoseInfluence;

/**
 * Optimises weights for objectives under constraints: projected quasi-Newton, and around it an
 * augmented Lagrangian where there are constraints (Nocedal and Wright 2006, chapter 17,
 * doi:10.1007/978-0-387-40065-5).
 *
 * @param search the inner search
 * @param toleranceGy constraints hold to this, above 0
 * @param mostRounds rounds of multipliers, at least 1
 */
public record PlanOptimisation(ProjectedNewton search, double toleranceGy, int mostRounds) {

  private static final double FIRST_STIFFNESS = 10;
  private static final double STIFFENING = 4;
  private static final double ENOUGH_PROGRESS = 0.5;

  public PlanOptimisation {
    if (!(toleranceGy > 0) || mostRounds < 1) {
      throw new IllegalArgumentException(toleranceGy + " Gy, " + mostRounds + " rounds");
    }
  }

  public static PlanOptimisation standard() {
    return new PlanOptimisation(new ProjectedNewton(300, 1e-4, 8), 0.05, 12);
  }

  /** The same with at most this many iterations of the inner search. */
  public PlanOptimisation withIterations(int mostIterations) {
    return new PlanOptimisation(
        new ProjectedNewton(mostIterations, search.relativeDecrease(), search.memory()),
        toleranceGy,
        mostRounds);
  }

  /**
   * What was found.
   *
   * @param weight of each column, not negative
   * @param objective weighted sum of the objectives
   * @param penalties of each objective without weight
   * @param excessesGy by how much each constraint is exceeded
   * @param doseGy physical dose per voxel
   * @param iterations of the inner search in all rounds
   * @param end why it ended
   */
  public record Result(
      double[] weight,
      double objective,
      double[] penalties,
      double[] excessesGy,
      double[] doseGy,
      int iterations,
      ProjectedNewton.End end) {

    /** Whether every constraint holds to the tolerance. */
    public boolean feasible(double toleranceGy) {
      return Arrays.stream(excessesGy).allMatch(excess -> excess <= toleranceGy);
    }
  }

  /** Hears of every accepted iterate, on the thread that optimises. */
  @FunctionalInterface
  public interface Listener {

    /**
     * @param iteration counts over all rounds
     * @param value that was minimised, with the terms of constraints
     * @param problem at this iterate; to be asked during the call only
     */
    void accepted(int iteration, double value, FluenceProblem problem);
  }

  /**
   * @param start first weights, such as those of the plan before an edit
   * @param listener hears of every iterate
   */
  public Result optimise(
      DoseInfluence influence,
      List<PlanObjective> objectives,
      List<PlanConstraint> constraints,
      double[] start,
      Listener listener,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var problem = new FluenceProblem(influence, objectives, constraints, executor);
    double stiffness = FIRST_STIFFNESS;
    double worstBefore = Double.POSITIVE_INFINITY;
    double[] weight = start;
    int iterations = 0;
    ProjectedNewton.End end = ProjectedNewton.End.CONVERGED;
    for (int round = 0; round < (constraints.isEmpty() ? 1 : mostRounds); round++) {
      problem.setStiffness(stiffness);
      int before = iterations;
      ProjectedNewton.Minimum minimum =
          search.minimise(
              problem, weight, (i, v, x) -> listener.accepted(before + i, v, problem), monitor);
      weight = minimum.variables();
      iterations += minimum.iterations();
      end = minimum.end();
      problem.evaluate(weight, new double[weight.length]); // the last one tried may be another
      double worst = Arrays.stream(problem.excessesGy()).max().orElse(0);
      if (worst <= toleranceGy || end == ProjectedNewton.End.CANCELLED) {
        break;
      }
      problem.raiseMultipliers();
      if (worst > ENOUGH_PROGRESS * worstBefore) {
        stiffness *= STIFFENING;
      }
      worstBefore = worst;
    }
    return new Result(
        weight,
        problem.objectiveValue(),
        problem.penalties(),
        problem.excessesGy(),
        problem.doseGy(),
        iterations,
        end);
  }
}
