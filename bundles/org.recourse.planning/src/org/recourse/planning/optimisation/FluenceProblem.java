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
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.InfluenceMatrix;

/**
 * The weighted sum of objectives as a function of beamlet fluence. Holds the dose of its last
 * evaluation; used by one thread at a time.
 */
public final class FluenceProblem implements BoundedProblem {

  private final InfluenceMatrix influence;
  private final List<PlanObjective> objectives;
  private final SliceExecutor executor;
  private final IProgressMonitor never = new NullProgressMonitor(); // a half product is no product
  private final double[] doseGy;
  private final double[] doseDerivative;
  private final double[][] gathered;
  private final double[][] slope;
  private final double[][] derivative;
  private final double[] penalty;

  public FluenceProblem(
      InfluenceMatrix influence, List<PlanObjective> objectives, SliceExecutor executor) {
    this.influence = influence;
    this.objectives = List.copyOf(objectives);
    this.executor = executor;
    int voxels = influence.geometry().voxelCount();
    doseGy = new double[voxels];
    doseDerivative = new double[voxels];
    gathered = scratch(objectives);
    slope = scratch(objectives);
    derivative = scratch(objectives);
    penalty = new double[objectives.size()];
  }

  private static double[][] scratch(List<PlanObjective> objectives) {
    return objectives.stream().map(o -> new double[o.voxels().length]).toArray(double[][]::new);
  }

  @Override
  public double evaluate(double[] fluence, double[] gradient) {
    influence.dose(fluence, doseGy, executor, never);
    executor.forEachSlice(objectives.size(), never, this::evaluateObjective);
    Arrays.fill(doseDerivative, 0);
    double sum = 0;
    for (int o = 0; o < penalty.length; o++) { // in order: the sum does not depend on threads
      PlanObjective objective = objectives.get(o);
      sum += objective.weight() * penalty[o];
      int[] voxels = objective.voxels();
      for (int i = 0; i < voxels.length; i++) {
        doseDerivative[voxels[i]] += derivative[o][i] * slope[o][i];
      }
    }
    double[] projected = influence.fluenceDerivative(doseDerivative, executor, never);
    System.arraycopy(projected, 0, gradient, 0, gradient.length);
    return sum;
  }

  private void evaluateObjective(int o) {
    PlanObjective objective = objectives.get(o);
    int[] voxels = objective.voxels();
    for (int i = 0; i < voxels.length; i++) {
      gathered[o][i] = doseGy[voxels[i]];
    }
    objective.doseModel().convert(gathered[o], slope[o]);
    Arrays.fill(derivative[o], 0);
    penalty[o] = objective.objective().value(gathered[o], objective.weight(), derivative[o]);
  }

  /** Physical dose of the last evaluation, Gy per voxel; a copy. */
  public double[] doseGy() {
    return doseGy.clone();
  }

  /** Penalty of each objective at the last evaluation, without its weight; a copy. */
  public double[] penalties() {
    return penalty.clone();
  }
}
