/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

/**
 * Profile of a strip of fluence after blurring by a Gaussian: {@code ½·[erf((x + h)/(σ√2)) − erf((x
 * − h)/(σ√2))]} for a strip of half width h. Strips side by side add up to 1. Immutable.
 *
 * @param sigmaMm σ, greater than 0
 * @param halfWidthMm h, greater than 0
 */
record Penumbra(double sigmaMm, double halfWidthMm) {

  Penumbra {
    if (!(sigmaMm > 0 && halfWidthMm > 0)) {
      throw new IllegalArgumentException("sizes must be > 0: " + sigmaMm + ", " + halfWidthMm);
    }
  }

  double at(double xMm) {
    double scale = 1 / (sigmaMm * Math.sqrt(2));
    return 0.5 * (erf((xMm + halfWidthMm) * scale) - erf((xMm - halfWidthMm) * scale));
  }

  /** Error function after Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7. */
  static double erf(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double polynomial =
        ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592)
            * t;
    return Math.copySign(1 - polynomial * Math.exp(-x * x), x);
  }
}
