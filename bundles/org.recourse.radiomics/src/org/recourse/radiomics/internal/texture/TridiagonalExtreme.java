/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

/**
 * The eigenvalue of largest magnitude of a symmetrical tridiagonal matrix, with the residual it has
 * as a Ritz value. Found by bisection with Sturm counts.
 */
final class TridiagonalExtreme {

  private static final int BISECTIONS = 38;

  private final double[] diagonal;
  private final double[] below;
  private final int size;
  private final double value;
  private final double residual;

  /** Solves the leading part of the matrix; {@code below[size - 1]} couples to the rest. */
  TridiagonalExtreme(double[] diagonal, double[] below, int size, boolean bothSigns) {
    this.diagonal = diagonal;
    this.below = below;
    this.size = size;
    double bound = 0;
    for (int i = 0; i < size; i++) {
      double left = i == 0 ? 0 : below[i - 1];
      double right = i == size - 1 ? 0 : below[i];
      bound = Math.max(bound, Math.abs(diagonal[i]) + left + right);
    }
    double largest = extreme(bound, true);
    // one count tells whether there is a negative one of larger magnitude at all
    double smallest = bothSigns && countBelow(-largest) > 0 ? extreme(bound, false) : 0;
    double theta = -smallest > largest ? smallest : largest;
    value = Math.abs(theta);
    residual = below[size - 1] * lastComponent(theta);
  }

  /** Returns the magnitude of the eigenvalue. */
  double value() {
    return value;
  }

  double residual() {
    return residual;
  }

  private double extreme(double bound, boolean largest) {
    double low = -bound;
    double high = bound;
    int wanted = largest ? size - 1 : 0;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if (countBelow(middle) > wanted) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private int countBelow(double x) {
    int count = 0;
    double q = 1;
    for (int i = 0; i < size; i++) {
      double coupling = i == 0 ? 0 : below[i - 1] * below[i - 1];
      q = diagonal[i] - x - coupling / q;
      if (q == 0) {
        q = 1e-300;
      }
      count += q < 0 ? 1 : 0;
    }
    return count;
  }

  /** Last component of the unit eigenvector, by the recurrence of its rows, from the top. */
  private double lastComponent(double theta) {
    double before = 0;
    double here = 1;
    double squares = 1;
    for (int i = 0; i < size - 1; i++) {
      double coupling = i == 0 ? 0 : below[i - 1] * before;
      double next = ((theta - diagonal[i]) * here - coupling) / below[i];
      before = here;
      here = next;
      squares += here * here;
      if (squares > 1e200) {
        before *= 1e-100;
        here *= 1e-100;
        squares *= 1e-200;
      }
    }
    return Math.abs(here) / Math.sqrt(squares);
  }
}
