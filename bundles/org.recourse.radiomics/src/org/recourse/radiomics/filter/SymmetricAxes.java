/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.recourse.grid.geometry.JacobiRotation;

/**
 * The axis of the largest eigenvalue of a symmetrical matrix of three rows, by Jacobi rotations (C.
 * Jacobi 1846, doi 10.1515/crll.1846.30.51). Equal eigenvalues leave the choice to rounding; a
 * multiple of the unit matrix gives the first axis. Stateless.
 */
final class SymmetricAxes {

  private static final int SWEEPS = 12;
  private static final double SMALL = 1e-30;

  private SymmetricAxes() {}

  /** Returns a unit vector; the matrix is overwritten. */
  static double[] principal(double[][] m) {
    double[][] axes = JacobiRotation.unitAxes(3);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double beside = m[0][1] * m[0][1] + m[0][2] * m[0][2] + m[1][2] * m[1][2];
      double all = m[0][0] * m[0][0] + m[1][1] * m[1][1] + m[2][2] * m[2][2] + beside;
      if (beside <= SMALL * all) {
        break;
      }
      JacobiRotation.apply(m, axes, 0, 1);
      JacobiRotation.apply(m, axes, 0, 2);
      JacobiRotation.apply(m, axes, 1, 2);
    }
    int most = 0;
    for (int i = 1; i < m.length; i++) {
      most = m[i][i] > m[most][most] ? i : most;
    }
    return axes[most];
  }
}
