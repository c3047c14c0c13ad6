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
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    diagonalise(covariance, vectors);
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -covariance[i][i]));
    double[][] leading = new double[count][];
    for (int c = 0; c < count; c++) {
      leading[c] = signed(column(vectors, order[c]));
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
          rotate(matrix, vectors, p, q);
        }
      }
    }
  }

  private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < matrix.length; k++) {
      double kp = matrix[k][p];
      double kq = matrix[k][q];
      matrix[k][p] = cosine * kp - sine * kq;
      matrix[k][q] = sine * kp + cosine * kq;
    }
    for (int k = 0; k < matrix.length; k++) {
      double pk = matrix[p][k];
      double qk = matrix[q][k];
      matrix[p][k] = cosine * pk - sine * qk;
      matrix[q][k] = sine * pk + cosine * qk;
    }
    for (double[] row : vectors) {
      double kp = row[p];
      double kq = row[q];
      row[p] = cosine * kp - sine * kq;
      row[q] = sine * kp + cosine * kq;
    }
  }

  private static double[] column(double[][] matrix, int column) {
    double[] values = new double[matrix.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix[i][column];
    }
    return values;
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
