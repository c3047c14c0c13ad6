/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

/**
 * A measure of how alike two sets of paired intensities are, as a cost to be made small. It is
 * evaluated in two passes, so that work can be split by slices and summed in a fixed order: first
 * every slice fills a partial sum, then {@link #finish} gives the cost and its derivative by each
 * moving intensity.
 */
interface Similarity {

  /** Returns an empty partial sum. */
  double[] newPartial();

  /** Adds pairs; where {@code valid} is 0 there is no moving intensity. */
  void add(double[] partial, float[] fixed, float[] moving, byte[] valid, int from, int to);

  /** Ends the first pass; the partial sums are taken in the order given. */
  Slope finish(double[][] partials);

  /** Cost of all pairs and its derivatives. */
  interface Slope {

    double cost();

    /** Pairs that had a moving intensity. */
    double pairCount();

    /** Derivative of the cost by the moving intensity of one pair. */
    double derivative(float fixed, float moving);

    /**
     * Positive estimate of the second derivative, as for a sum of squares near its minimum
     * (Gauss-Newton, Fisher information).
     */
    double curvature(float fixed, float moving);
  }

  /** Sums arrays in the order given. */
  static double[] sum(double[][] partials) {
    double[] total = new double[partials[0].length];
    for (double[] partial : partials) {
      for (int i = 0; i < total.length; i++) {
        total[i] += partial[i];
      }
    }
    return total;
  }
}
