/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.Arrays;
import org.recourse.grid.geometry.JacobiRotation;

/**
 * Eigenvalues and eigenvectors of a symmetric 3 x 3 matrix by Jacobi rotations (Golub and Van Loan,
 * Matrix Computations, section 8.5). Not changed after construction.
 */
final class SymmetricAxes {

  private static final int SWEEPS = 50;

  private final double[] value = new double[3]; // falling
  private final double[][] vector = new double[3][]; // of length 1

  SymmetricAxes(double xx, double yy, double zz, double xy, double xz, double yz) {
    double[][] a = {{xx, xy, xz}, {xy, yy, yz}, {xz, yz, zz}};
    double[][] v = JacobiRotation.unitAxes(3);
    for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++) {
      rotate(a, v, 0, 1);
      rotate(a, v, 0, 2);
      rotate(a, v, 1, 2);
    }
    Integer[] order = {0, 1, 2};
    Arrays.sort(order, (i, j) -> Double.compare(a[j][j], a[i][i]));
    for (int k = 0; k < 3; k++) {
      int from = order[k];
      value[k] = a[from][from];
      vector[k] = v[from];
    }
  }

  private static double offDiagonal(double[][] a) {
    return a[0][1] * a[0][1] + a[0][2] * a[0][2] + a[1][2] * a[1][2];
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    JacobiRotation.apply(a, v, p, q);
    a[p][q] = 0;
    a[q][p] = 0;
  }

  /** Eigenvalue, 0 for the largest to 2 for the least. */
  double value(int rank) {
    return value[rank];
  }

  /** Returns the angle between the axes of the largest values of both, 0 to π/2. */
  double angleRad(SymmetricAxes other) {
    double cosine = 0;
    for (int k = 0; k < 3; k++) {
      cosine += vector[0][k] * other.vector[0][k];
    }
    return Math.acos(Math.min(1, Math.abs(cosine)));
  }

  /** Tells whether the axis of the largest value is certain. */
  boolean hasMainAxis() {
    return value[0] - value[1] > 1e-9 * Math.abs(value[0]);
  }
}
