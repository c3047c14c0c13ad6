/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.Resampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.influence.BeamDoses;
import org.recourse.planning.objective.Conformity;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.DoseVolume;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.objective.GeneralisedEquivalentDose;
import org.recourse.planning.objective.MeanDose;
import org.recourse.planning.objective.Objective;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredOverdose;
import org.recourse.planning.objective.SquaredUnderdose;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.PlanConstraint;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.site.PlanningSite;

/** Judges a dose by a task. Stateless. */
final class WishValues {

  /** Limits hold to this, as the optimiser keeps them. */
  static final double TOLERANCE_GY = 0.05;

  private static final double PERCENT = 100;
  private static final double NEAR_MINIMUM = 98; // percent of the volume
  private static final double NEAR_MAXIMUM = 2;

  private WishValues() {}

  /**
   * The values in the order of the objectives, then of the constraints.
   *
   * @param doseGy total physical dose in the frame of the site, on any grid
   */
  static List<WishValue> of(
      DoseGrid doseGy,
      PlanTask task,
      PlanningSite site,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    DoseGrid onSite =
        Resampler.resample(doseGy, site.grid(), AffineTransform.IDENTITY, executor, monitor);
    var problem =
        new FluenceProblem(
            new BeamDoses(List.of(onSite)), task.objectives(), task.constraints(), executor);
    problem.evaluateObjectives(new double[] {1});
    return of(problem.doseGy(), problem.penalties(), problem.excessesGy(), task);
  }

  private static List<WishValue> of(
      double[] doseGy, double[] penalties, double[] excessesGy, PlanTask task) {
    var values = new ArrayList<WishValue>();
    for (int i = 0; i < penalties.length; i++) {
      PlanObjective objective = task.objectives().get(i);
      double[] own = own(doseGy, objective.voxels(), objective.scenario().doses().getFirst());
      values.add(
          new WishValue(text(objective.objective(), own), objective.weight() * penalties[i], true));
    }
    for (int i = 0; i < excessesGy.length; i++) {
      PlanConstraint constraint = task.constraints().get(i);
      double[] own = own(doseGy, constraint.voxels(), constraint.doseModel());
      boolean held = excessesGy[i] <= TOLERANCE_GY;
      values.add(new WishValue(text(constraint.kind(), own), excessesGy[i], held));
    }
    return values;
  }

  /** Dose of a structure in a dose model, ascending. */
  private static double[] own(double[] doseGy, int[] voxels, DoseModel model) {
    double[] own = new double[voxels.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = doseGy[voxels[i]];
    }
    model.convert(own, new double[own.length]);
    Arrays.sort(own);
    return own;
  }

  private static String text(PlanConstraint.Kind kind, double[] sortedGy) {
    return switch (kind) {
      case MAXIMUM -> gy("maximum", sortedGy[sortedGy.length - 1]);
      case MINIMUM -> gy("minimum", sortedGy[0]);
      case MEAN -> gy("mean", mean(sortedGy));
    };
  }

  private static String text(Objective objective, double[] sortedGy) {
    return switch (objective) {
      case SquaredDeviation deviation ->
          String.format(
              Locale.ROOT,
              "D98 %.1f, D2 %.1f Gy",
              doseAt(NEAR_MINIMUM, sortedGy),
              doseAt(NEAR_MAXIMUM, sortedGy));
      case SquaredOverdose overdose -> gy("D2", doseAt(NEAR_MAXIMUM, sortedGy));
      case SquaredUnderdose underdose -> gy("D98", doseAt(NEAR_MINIMUM, sortedGy));
      case MeanDose mean -> gy("mean", mean(sortedGy));
      case GeneralisedEquivalentDose gEud -> gy("gEUD", gEudGy(gEud.exponent(), sortedGy));
      case DoseVolume(double atGy, double fraction, DoseVolume.Bound bound) ->
          String.format(Locale.ROOT, "V%.1fGy %.1f %%", atGy, PERCENT * shareAbove(atGy, sortedGy));
      case Conformity(double atGy) ->
          String.format(Locale.ROOT, "V%.1fGy %.1f %%", atGy, PERCENT * shareAbove(atGy, sortedGy));
      case ExternalObjective external -> gy("mean", mean(sortedGy));
    };
  }

  private static String gy(String name, double doseGy) {
    return String.format(Locale.ROOT, "%s %.1f Gy", name, doseGy);
  }

  private static double mean(double[] sortedGy) {
    return Arrays.stream(sortedGy).average().orElseThrow();
  }

  /** Dose that this part of the voxels gets at least. */
  private static double doseAt(double volumePercent, double[] sortedGy) {
    int below = (int) Math.floor(sortedGy.length * (1 - volumePercent / PERCENT));
    return sortedGy[Math.clamp(below, 0, sortedGy.length - 1)];
  }

  private static double shareAbove(double atGy, double[] sortedGy) {
    long above = Arrays.stream(sortedGy).filter(gy -> gy > atGy).count();
    return (double) above / sortedGy.length;
  }

  /** (mean of d^a)^(1/a), scaled by the maximum so that no power overflows. */
  private static double gEudGy(double exponent, double[] sortedGy) {
    double most = sortedGy[sortedGy.length - 1];
    if (!(most > 0)) {
      return 0;
    }
    double sum = 0;
    for (double gy : sortedGy) {
      sum += Math.pow(gy / most, exponent);
    }
    return most * Math.pow(sum / sortedGy.length, 1 / exponent);
  }
}
