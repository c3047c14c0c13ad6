/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.Objects;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.VoxelDvh;

/**
 * State of an optimisation after an iteration. It reads the dose of the running problem, so it is
 * used on the optimising thread within the call of the listener, who takes out the values he shows.
 */
public final class PlanProgress {

  private final int iteration;
  private final FluenceProblem problem;

  PlanProgress(int iteration, FluenceProblem problem) {
    this.iteration = iteration;
    this.problem = Objects.requireNonNull(problem);
  }

  /** Counts 1, 2, … over all rounds. */
  public int iteration() {
    return iteration;
  }

  /** Weighted sum of the objectives. */
  public double objective() {
    return problem.objectiveValue();
  }

  /** Penalty of each objective without its weight, in the order of the task. */
  public double[] penalties() {
    return problem.penalties();
  }

  /** By how much each constraint is exceeded, Gy; 0 where it holds. */
  public double[] excessesGy() {
    return problem.excessesGy();
  }

  /** DVH of these voxels of the dose grid, physical dose. */
  public VoxelDvh dvh(int[] voxels, double binGy) {
    return problem.dvh(voxels, binGy);
  }
}
