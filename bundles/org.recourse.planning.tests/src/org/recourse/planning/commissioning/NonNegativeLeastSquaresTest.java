/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NonNegativeLeastSquaresTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void workedExample() {
    double[] x =
        NonNegativeLeastSquares.solve(new double[][] {{1, 1}, {1, 2}}, new double[] {1, 0});
    assertArrayEquals(new double[] {0.5, 0}, x, ROUNDING);
  }

  /** Kuhn and Tucker: no residual correlates with a column in use, none rises with another one. */
  @Test
  void theAnswerIsOptimal() {
    var random = new Random(7);
    double[][] a = new double[40][12];
    double[] b = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      b[i] = random.nextGaussian();
      for (int j = 0; j < a[i].length; j++) {
        a[i][j] = random.nextDouble();
      }
    }
    double[] x = NonNegativeLeastSquares.solve(a, b);
    for (int j = 0; j < x.length; j++) {
      double slope = 0;
      for (int i = 0; i < a.length; i++) {
        double rest = b[i];
        for (int k = 0; k < x.length; k++) {
          rest -= a[i][k] * x[k];
        }
        slope += a[i][j] * rest;
      }
      assertTrue(x[j] >= 0);
      assertTrue(slope <= 1e-8, "column " + j);
      if (x[j] > 0) {
        assertEquals(0, slope, 1e-8, "column " + j);
      }
    }
  }
}
