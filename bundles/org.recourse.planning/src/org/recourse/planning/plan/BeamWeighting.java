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
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.influence.BeamDoses;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;

/**
 * Optimises the weights of beams whose doses another program computed; needs no dose engine.
 * Immutable.
 *
 * @param optimisation the search
 * @param executor runs the kernels
 */
public record BeamWeighting(PlanOptimisation optimisation, SliceExecutor executor) {

  /**
   * What was found. Immutable.
   *
   * @param weights of each beam; 1 is the beam as it was
   * @param dose sum of the weighted beams
   * @param objectiveBefore with the weights it started from
   * @param objective with the weights found
   * @param excessesGy by how much each constraint is exceeded
   * @param path objective after each iteration
   * @param end why the search ended
   */
  public record Outcome(
      double[] weights,
      DoseGrid dose,
      double objectiveBefore,
      double objective,
      double[] excessesGy,
      List<Double> path,
      ProjectedNewton.End end) {

    public Outcome {
      path = List.copyOf(path);
    }
  }

  /**
   * Optimises. A search that is cancelled keeps the best weights found.
   *
   * @param doses one for each beam, all fractions
   * @param start first weights; 1 for the plan as it is
   */
  public Outcome weigh(
      BeamDoses doses,
      PlanTask task,
      double[] start,
      PlanListener listener,
      IProgressMonitor monitor) {
    var before = new FluenceProblem(doses, task.objectives(), task.constraints(), executor);
    double objectiveBefore = before.evaluateObjectives(Arrays.copyOf(start, start.length));
    List<Double> path = new ArrayList<>();
    PlanOptimisation.Result found =
        optimisation.optimise(
            doses,
            task.objectives(),
            task.constraints(),
            start,
            (iteration, value, problem) -> {
              path.add(problem.objectiveValue());
              listener.accepted(new PlanProgress(iteration, problem));
            },
            executor,
            monitor);
    return new Outcome(
        found.weight(),
        FluencePlanning.grid(doses.geometry(), found.doseGy()),
        objectiveBefore,
        found.objective(),
        found.excessesGy(),
        path,
        found.end());
  }
}
