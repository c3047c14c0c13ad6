/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.planning.optimisation.BoundedProblem;
import org.recourse.planning.optimisation.ProjectedNewton;

/**
 * One step of the weights: against the slope of the risk, no longer than a radius, with every bound
 * taken as linear. Minimises (g/|g|)·s/ρ + |s|²/(2ρ²) + (μ/2) Σ max(0, (c + C·s)/σ)² over weights
 * that are not negative, with the radius ρ, excesses c in Gy, their slopes C and σ = 0.1 Gy.
 */
final class WeightStep {

  private static final double TOLERANCE_GY = 0.1;
  private static final double STIFFNESS = 200;
  private static final ProjectedNewton SEARCH = new ProjectedNewton(200, 1e-9, 9);

  private WeightStep() {}

  /** Returns the weights after the step. */
  static double[] from(
      double[] weight,
      double[] riskSlope,
      List<RowLimit> limits,
      double radius,
      IProgressMonitor monitor) {
    double norm = norm(riskSlope);
    if (!(norm > 0)) {
      return weight.clone();
    }
    double[] excess = limits.stream().mapToDouble(limit -> limit.excessGy(weight)).toArray();
    double[][] slope =
        limits.stream().map(limit -> limit.excessSlope(weight)).toArray(double[][]::new);
    BoundedProblem problem =
        (x, gradient) -> {
          double value = 0;
          for (int b = 0; b < x.length; b++) {
            double step = x[b] - weight[b];
            double down = riskSlope[b] / norm / radius;
            value += down * step + 0.5 * step * step / (radius * radius);
            gradient[b] = down + step / (radius * radius);
          }
          for (int k = 0; k < excess.length; k++) {
            double at = excess[k];
            for (int b = 0; b < x.length; b++) {
              at += slope[k][b] * (x[b] - weight[b]);
            }
            if (at > 0) {
              double part = at / TOLERANCE_GY;
              value += 0.5 * STIFFNESS * part * part;
              for (int b = 0; b < x.length; b++) {
                gradient[b] += STIFFNESS * part * slope[k][b] / TOLERANCE_GY;
              }
            }
          }
          return value;
        };
    return SEARCH.minimise(problem, weight, (i, v, x) -> {}, monitor).variables();
  }

  static double norm(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
  }
}
