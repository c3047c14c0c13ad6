/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/**
 * min |A x − b| over x ≥ 0 by active sets. Source: Lawson and Hanson 1974, Solving Least Squares
 * Problems, chapter 23 (doi:10.1137/1.9781611971217). Worked example: A = (1, 1; 1, 2), b = (1, 0)
 * has x = (0.5, 0). Stateless.
 */
final class NonNegativeLeastSquares {

  private static final double TOLERANCE = 1e-10;

  private NonNegativeLeastSquares() {}

  /**
   * @param a rows of equal length
   * @param b one per row
   */
  static double[] solve(double[][] a, double[] b) {
    int columns = a[0].length;
    double[] scale = scales(a, columns);
    double[] x = new double[columns];
    boolean[] passive = new boolean[columns];
    boolean[] refused = new boolean[columns]; // would leave the set at once: rounding
    for (int round = 0; round < 3 * columns; round++) {
      int enters = steepest(a, b, x, passive, refused, scale);
      if (enters < 0) {
        break;
      }
      passive[enters] = true;
      boolean stays = settle(a, b, x, passive, enters);
      if (stays) {
        Arrays.fill(refused, false);
      }
      refused[enters] = !stays;
    }
    return x;
  }

  private static double[] scales(double[][] a, int columns) {
    double[] scale = new double[columns];
    for (double[] row : a) {
      for (int j = 0; j < columns; j++) {
        scale[j] += row[j] * row[j];
      }
    }
    for (int j = 0; j < columns; j++) {
      scale[j] = Math.sqrt(scale[j]);
    }
    return scale;
  }

  private static int steepest(
      double[][] a, double[] b, double[] x, boolean[] passive, boolean[] refused, double[] scale) {
    double[] w = new double[x.length];
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      double rest = b[i];
      for (int j = 0; j < x.length; j++) {
        rest -= a[i][j] * x[j];
      }
      size += rest * rest;
      for (int j = 0; j < x.length; j++) {
        w[j] += a[i][j] * rest;
      }
    }
    int best = -1;
    double greatest = TOLERANCE * Math.sqrt(size);
    for (int j = 0; j < x.length; j++) {
      if (!passive[j] && !refused[j] && scale[j] > 0 && w[j] / scale[j] > greatest) {
        greatest = w[j] / scale[j];
        best = j;
      }
    }
    return best;
  }

  /** Solves on the passive set, dropping what would turn negative; false if the new one drops. */
  private static boolean settle(
      double[][] a, double[] b, double[] x, boolean[] passive, int entered) {
    while (true) {
      double[] z = unconstrained(a, b, passive);
      double step = 1;
      boolean negative = false;
      for (int j = 0; j < x.length; j++) {
        if (passive[j] && z[j] <= 0) {
          negative = true;
          step = Math.min(step, x[j] / (x[j] - z[j] + Double.MIN_NORMAL));
        }
      }
      if (!negative) {
        System.arraycopy(z, 0, x, 0, x.length);
        return true;
      }
      for (int j = 0; j < x.length; j++) {
        if (passive[j]) {
          x[j] += step * (z[j] - x[j]);
          if (z[j] <= 0 && x[j] <= TOLERANCE) {
            x[j] = 0;
            passive[j] = false;
          }
        }
      }
      if (!passive[entered]) {
        return false;
      }
    }
  }

  private static double[] unconstrained(double[][] a, double[] b, boolean[] passive) {
    int[] used =
        java.util.stream.IntStream.range(0, passive.length).filter(j -> passive[j]).toArray();
    double[][] part = new double[a.length][used.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < used.length; k++) {
        part[i][k] = a[i][used[k]];
      }
    }
    double[] solved =
        new QRDecomposition(new Array2DRowRealMatrix(part, false))
            .getSolver()
            .solve(new ArrayRealVector(b, false))
            .toArray();
    double[] z = new double[passive.length];
    for (int k = 0; k < used.length; k++) {
      z[used[k]] = solved[k];
    }
    return z;
  }
}
