/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

/**
 * One rotation of Jacobi's method for the eigenvalues of a symmetric matrix (Jacobi 1846,
 * doi:10.1515/crll.1846.30.51; Golub and Van Loan, Matrix Computations, 4th ed., section 8.5). How
 * often to rotate, and when the rest is small enough, is for the caller to say. Stateless.
 */
public final class JacobiRotation {

  private JacobiRotation() {}

  /**
   * Turns the axes {@code p} and {@code q} of a symmetric matrix so that its entries at (p, q)
   * vanish but for rounding. Nothing happens if they are 0 already.
   *
   * @param matrix symmetric; both halves are overwritten
   * @param axes one axis of the same dimension per row, turned with the matrix; when the matrix has
   *     become diagonal, row i belongs to the eigenvalue at (i, i)
   */
  public static void apply(double[][] matrix, double[][] axes, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (double[] row : matrix) {
      double atP = row[p];
      double atQ = row[q];
      row[p] = cosine * atP - sine * atQ;
      row[q] = sine * atP + cosine * atQ;
    }
    turnRows(matrix[p], matrix[q], cosine, sine);
    turnRows(axes[p], axes[q], cosine, sine);
  }

  /** Returns the axes of the coordinate system, one per row. */
  public static double[][] unitAxes(int dimension) {
    double[][] axes = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      axes[i][i] = 1;
    }
    return axes;
  }

  private static void turnRows(double[] first, double[] second, double cosine, double sine) {
    for (int k = 0; k < first.length; k++) {
      double a = first[k];
      double b = second[k];
      first[k] = cosine * a - sine * b;
      second[k] = sine * a + cosine * b;
    }
  }
}
