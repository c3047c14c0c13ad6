/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ProjectedNewtonTest {

  private final ProjectedNewton search = new ProjectedNewton(500, 1e-14, 10);

  /** Separable: the minimum is the centre where it is positive and 0 elsewhere. */
  @Test
  void boundsHoldWhereTheyMust() {
    double[] centre = {3, -2, 0.5, -0.1};
    BoundedProblem bowl =
        (x, gradient) -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double curvature = i + 1;
            sum += curvature * (x[i] - centre[i]) * (x[i] - centre[i]);
            gradient[i] = 2 * curvature * (x[i] - centre[i]);
          }
          return sum;
        };
    ProjectedNewton.Minimum minimum =
        search.minimise(
            bowl, new double[] {1, 1, 1, 1}, (i, v, x) -> {}, new NullProgressMonitor());
    assertArrayEquals(new double[] {3, 0, 0.5, 0}, minimum.variables(), 1e-6);
    assertEquals(ProjectedNewton.End.CONVERGED, minimum.end());
  }

  /** Non-negative least squares: the conditions of Karush, Kuhn and Tucker hold. */
  @RepeatedTest(5)
  void leastSquaresAreOptimal(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double[][] a = new double[30][12];
    double[] b = random.doubles(30, -1, 1).toArray();
    for (double[] row : a) {
      java.util.Arrays.setAll(row, j -> random.nextGaussian());
    }
    BoundedProblem problem = (x, gradient) -> residual(a, b, x, gradient);
    ProjectedNewton.Minimum minimum =
        search.minimise(problem, new double[12], (i, v, x) -> {}, new NullProgressMonitor());
    double[] gradient = new double[12];
    problem.evaluate(minimum.variables(), gradient);
    for (int j = 0; j < 12; j++) {
      if (minimum.variables()[j] > 0) {
        assertEquals(0, gradient[j], 1e-5, "a free variable rests");
      } else {
        assertTrue(gradient[j] > -1e-5, "a bound variable would not grow: " + gradient[j]);
      }
    }
  }

  /** No iterate is worse than the one before, on a valley that quasi-Newton methods fear. */
  @Test
  void descendsInABentValley() {
    BoundedProblem valley =
        (x, gradient) -> {
          double a = 1 - x[0];
          double b = x[1] - x[0] * x[0];
          gradient[0] = -2 * a - 400 * x[0] * b;
          gradient[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    var values = new ArrayList<Double>();
    ProjectedNewton.Minimum minimum =
        search.minimise(
            valley, new double[] {0, 3}, (i, v, x) -> values.add(v), new NullProgressMonitor());
    assertArrayEquals(new double[] {1, 1}, minimum.variables(), 1e-4);
    for (int i = 1; i < values.size(); i++) {
      assertTrue(values.get(i) <= values.get(i - 1));
    }
  }

  @Test
  void cancelKeepsTheBest() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    ProjectedNewton.Minimum minimum =
        search.minimise(
            (x, g) -> {
              g[0] = 2 * x[0];
              return x[0] * x[0];
            },
            new double[] {4},
            (i, v, x) -> {},
            monitor);
    assertEquals(ProjectedNewton.End.CANCELLED, minimum.end());
    assertEquals(4, minimum.variables()[0]);
  }

  private static double residual(double[][] a, double[] b, double[] x, double[] gradient) {
    java.util.Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double r = -b[i];
      for (int j = 0; j < x.length; j++) {
        r += a[i][j] * x[j];
      }
      sum += r * r;
      for (int j = 0; j < x.length; j++) {
        gradient[j] += 2 * r * a[i][j];
      }
    }
    return sum;
  }
}
