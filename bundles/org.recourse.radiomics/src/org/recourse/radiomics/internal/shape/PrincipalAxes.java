/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.Arrays;
import org.recourse.grid.geometry.JacobiRotation;

/** Eigenvalues of a symmetrical matrix, by Jacobi rotations; used for axes of regions. */
public final class PrincipalAxes {

  private static final int SWEEPS = 50;

  private PrincipalAxes() {}

  /** Returns the eigenvalues in growing order; the matrix is overwritten. */
  public static double[] eigenvalues(double[][] matrix) {
    int n = matrix.length;
    double[][] axes = JacobiRotation.unitAxes(n);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      double on = 0;
      for (int i = 0; i < n; i++) {
        on += matrix[i][i] * matrix[i][i];
        for (int j = 0; j < i; j++) {
          off += matrix[i][j] * matrix[i][j];
        }
      }
      if (off <= 1e-40 * on) {
        break;
      }
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          JacobiRotation.apply(matrix, axes, p, q);
        }
      }
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = matrix[i][i];
    }
    Arrays.sort(values);
    return values;
  }
}
