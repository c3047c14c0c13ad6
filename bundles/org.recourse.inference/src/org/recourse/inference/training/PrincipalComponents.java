/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Arrays;
import java.util.Comparator;
import org.recourse.grid.geometry.JacobiRotation;

/**
 * Principal components: the eigenvectors of the covariance of centred rows, largest variance first,
 * by cyclic Jacobi rotations (Golub, Van Loan: Matrix Computations, 4th ed., 8.5). The sign is
 * fixed: the entry of largest magnitude of a component is positive.
 */
final class PrincipalComponents {

  private static final int MOST_SWEEPS = 60;
  private static final double SMALL = 1e-14;

  private PrincipalComponents() {}

  /**
   * Returns the leading components as rows of unit length.
   *
   * @param rows centred observations
   * @param count components, at most the columns
   */
  static double[][] of(double[][] rows, int count) {
    int n = rows[0].length;
    double[][] covariance = new double[n][n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] += row[i] * row[j] / Math.max(1, rows.length - 1);
        }
      }
    }
    double[][] vectors = JacobiRotation.unitAxes(n);
    diagonalise(covariance, vectors);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -covariance[i][i]));
    double[][] leading = new double[count][];
    for (int c = 0; c < count; c++) {
      leading[c] = signed(vectors[order[c]]);
    }
    return leading;
  }

  private static void diagonalise(double[][] matrix, double[][] vectors) {
    int n = matrix.length;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double off = 0;
      double all = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          off += i == j ? 0 : matrix[i][j] * matrix[i][j];
          all += matrix[i][j] * matrix[i][j];
        }
      }
      if (off <= SMALL * SMALL * all) {
        return;
      }
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          JacobiRotation.apply(matrix, vectors, p, q);
        }
      }
    }
  }

  private static double[] signed(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    return Arrays.stream(vector).map(value -> sign * value).toArray();
  }
}
