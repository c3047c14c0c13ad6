/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * Complex spherical harmonics {@code Y_n^m = √((2n+1)/(4π)·(n−m)!/(n+m)!)·P_n^m(cos polar)·exp(i m
 * azimuth)} with the Condon-Shortley phase, as SciPy's {@code sph_harm} (Abramowitz and Stegun,
 * chapter 8). Worked example: Y_0^0 = 1/√(4π).
 */
final class SphericalHarmonics {

  private SphericalHarmonics() {}

  /** Returns real and imaginary part. */
  static double[] at(int m, int n, double azimuthRad, double polarRad) {
    int order = Math.abs(m);
    double ratio = 1; // (n − |m|)! / (n + |m|)!
    for (int k = n - order + 1; k <= n + order; k++) {
      ratio /= k;
    }
    double value =
        Math.sqrt((2 * n + 1) / (4 * Math.PI) * ratio) * legendre(order, n, Math.cos(polarRad));
    if (m < 0 && order % 2 == 1) {
      value = -value;
    }
    return new double[] {value * Math.cos(m * azimuthRad), value * Math.sin(m * azimuthRad)};
  }

  /** Associated Legendre function by the upward recurrence in n. */
  private static double legendre(int m, int n, double x) {
    double previous = 0;
    double current = 1;
    double sine = Math.sqrt(Math.max(1 - x * x, 0));
    for (int k = 1; k <= m; k++) {
      current *= -(2 * k - 1) * sine;
    }
    for (int k = m + 1; k <= n; k++) {
      double next = ((2 * k - 1) * x * current - (k + m - 1) * previous) / (k - m);
      previous = current;
      current = next;
    }
    return current;
  }
}
