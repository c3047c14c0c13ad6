/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.Objects;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.Scenario;

/**
 * The risk of a model near one dose, as a term of an optimisation: a dose that drives it, and a
 * trust region around the dose at which the model was asked. Immutable.
 *
 * <p>Value = q(d) + Σ a(v)·(d(v) − d₀(v))² / (2r), in Gy, where q is the driving dose, a(v) its
 * derivative at d₀, so that Σ a(v) = 1 up to rounding, and r the radius: alone it would lower the
 * driving dose by r. For a network q = Σ a(v)·d(v) with a in proportion to its gradient, of which
 * only the part counts that wants less dose: more dose is never given to please a model. For a
 * formula q is the generalised mean (Σ E(v)^p / n)^(1/p) of the dose of its organ in EQD2 over all
 * courses, which follows the near-maximum dose.
 *
 * @param structure name of the structure, or of the one that holds most of the voxels
 * @param voxels positions on the dose grid
 * @param drive how the driving dose follows from the doses of the voxels
 * @param doseModel the dose the model looks at
 * @param riskPerGy change of the number of the model per Gy of driving dose, above 0
 */
record RiskPull(
    String structure, int[] voxels, Drive drive, DoseModel doseModel, double riskPerGy) {

  /** Driving dose of the voxels. */
  sealed interface Drive {

    /** Weighted mean; weights are not negative and add to 1. */
    record Linear(double[] weight) implements Drive {}

    /** Generalised mean, exponent at least 1. */
    record NearMaximum(double exponent) implements Drive {}

    /**
     * Returns the driving dose.
     *
     * @param dose of each voxel, not negative
     * @param derivative receives its derivative
     */
    default double of(double[] dose, double[] derivative) {
      return switch (this) {
        case Linear(double[] weight) -> {
          double sum = 0;
          for (int i = 0; i < dose.length; i++) {
            sum += weight[i] * dose[i];
            derivative[i] = weight[i];
          }
          yield sum;
        }
        case NearMaximum(double exponent) -> nearMaximum(exponent, dose, derivative);
      };
    }

    private static double nearMaximum(double exponent, double[] dose, double[] derivative) {
      double greatest = 0;
      for (double d : dose) {
        greatest = Math.max(greatest, d);
      }
      if (!(greatest > 0)) {
        return 0;
      }
      double sum = 0; // in units of the greatest dose, so that no power overflows
      for (double d : dose) {
        sum += Math.pow(Math.max(0, d) / greatest, exponent);
      }
      double mean = greatest * Math.pow(sum / dose.length, 1 / exponent);
      // dg/dd = g / d_max * (d/d_max)^(p-1) / sum
      for (int i = 0; i < dose.length; i++) {
        derivative[i] =
            mean / greatest * Math.pow(Math.max(0, dose[i]) / greatest, exponent - 1) / sum;
      }
      return mean;
    }
  }

  RiskPull {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(drive, "drive");
    Objects.requireNonNull(doseModel, "doseModel");
    if (voxels.length == 0 || !(riskPerGy > 0)) {
      throw new IllegalArgumentException(voxels.length + " voxels, " + riskPerGy + " per Gy");
    }
  }

  /** Returns the driving dose of a physical dose of the grid. */
  double drivingGy(double[] gridGy) {
    double[] dose = inModel(gridGy);
    return drive.of(dose, new double[dose.length]);
  }

  /** Returns the derivative of the driving dose at a physical dose of the grid, by voxel. */
  double[] share(double[] gridGy) {
    double[] dose = inModel(gridGy);
    double[] share = new double[dose.length];
    drive.of(dose, share);
    return share;
  }

  /** Doses of the voxels as the model looks at them. */
  private double[] inModel(double[] gridGy) {
    double[] dose = new double[voxels.length];
    for (int i = 0; i < dose.length; i++) {
      dose[i] = gridGy[voxels[i]];
    }
    doseModel.convert(dose, new double[dose.length]);
    return dose;
  }

  /**
   * Returns the term.
   *
   * @param gridGy dose at which the model was asked
   * @param radiusGy radius of the trust region, above 0
   * @param weight of the term
   */
  PlanObjective objective(double[] gridGy, double radiusGy, double weight) {
    double[] anchor = inModel(gridGy);
    double[] share = share(gridGy);
    ExternalObjective.Term term =
        (dose, derivative) -> {
          double value = drive.of(dose, derivative);
          for (int i = 0; i < dose.length; i++) {
            double moved = dose[i] - anchor[i];
            value += share[i] * moved * moved / (2 * radiusGy);
            derivative[i] += share[i] * moved / radiusGy;
          }
          return value;
        };
    return new PlanObjective(
        structure,
        voxels,
        new ExternalObjective("risk by the dose of " + structure, term),
        Scenario.of(doseModel),
        weight);
  }
}
