/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

/**
 * Damped Gauss-Newton search of a free-form deformation (Nocedal and Wright 2006, chapter 10,
 * doi:10.1007/978-0-387-40065-5): the linear system of each step is solved by conjugate gradients
 * with the diagonal as preconditioner. Every step makes the cost smaller.
 */
final class GaussNewton {

  private static final int MOST_PRODUCTS = 60;
  private static final double SOLVED = 0.03; // residual of the linear system against its start
  private static final double DAMPING = 0.01;
  private static final int MOST_BACKTRACKS = 5;

  private GaussNewton() {}

  /** Searches from {@code start}, which is not changed; steps are capped at {@code firstStep}. */
  static Lbfgs.Minimum minimise(
      SplineObjective objective, double[] start, Lbfgs.Stop stop, Lbfgs.StepListener listener) {
    int n = start.length;
    double[] x = start.clone();
    double[] gradient = new double[n];
    double cost = objective.evaluate(x, gradient);
    int iteration = 0;
    while (iteration < stop.iterations()) {
      double[] step = direction(objective.curvature(), gradient);
      double length = Math.min(1, stop.firstStep() / Math.max(largest(step), 1e-30));
      double[] trial = new double[n];
      double[] trialGradient = new double[n];
      double trialCost = Double.POSITIVE_INFINITY;
      for (int attempt = 0; attempt < MOST_BACKTRACKS && !(trialCost < cost); attempt++) {
        length *= attempt == 0 ? 1 : 0.4;
        for (int i = 0; i < n; i++) {
          trial[i] = x[i] + length * step[i];
        }
        trialCost = objective.evaluate(trial, trialGradient);
      }
      if (!(trialCost < cost)) {
        break;
      }
      double fell = cost - trialCost;
      x = trial;
      gradient = trialGradient;
      cost = trialCost;
      iteration++;
      listener.stepped(iteration, cost, x);
      if (length * largest(step) < stop.enough() || fell < stop.enoughCost()) {
        break;
      }
    }
    return new Lbfgs.Minimum(x, cost, iteration);
  }

  /** Solves (H + damping)·p = −g. */
  private static double[] direction(SplineCurvature matrix, double[] gradient) {
    int n = gradient.length;
    double[] diagonal = matrix.diagonal();
    double most = largest(diagonal);
    for (int i = 0; i < n; i++) {
      diagonal[i] += 1e-6 * most; // where there is only air
    }
    matrix.damp(DAMPING);
    double[] p = new double[n];
    double[] residual = new double[n];
    double[] search = new double[n];
    double[] product = new double[n];
    double rho = 0;
    for (int i = 0; i < n; i++) {
      residual[i] = -gradient[i];
      search[i] = residual[i] / diagonal[i];
      rho += residual[i] * search[i];
    }
    double enough = SOLVED * SOLVED * rho;
    for (int k = 0; k < MOST_PRODUCTS && rho > enough; k++) {
      matrix.times(search, diagonal, product);
      double alpha = rho / Lbfgs.dot(search, product);
      double next = 0;
      for (int i = 0; i < n; i++) {
        p[i] += alpha * search[i];
        residual[i] -= alpha * product[i];
        next += residual[i] * residual[i] / diagonal[i];
      }
      double beta = next / rho;
      rho = next;
      for (int i = 0; i < n; i++) {
        search[i] = residual[i] / diagonal[i] + beta * search[i];
      }
    }
    return p;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
