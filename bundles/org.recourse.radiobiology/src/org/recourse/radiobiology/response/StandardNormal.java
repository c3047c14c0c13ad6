/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

/**
 * The standard normal distribution.
 *
 * <p>Φ is computed by the rational approximation of J. F. Hart et al., Computer Approximations
 * (1968), in the form of G. West, Wilmott Magazine (May 2005) 70, to about 1e-15 absolute.
 */
final class StandardNormal {

  private static final double[] NUMERATOR = {
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };
  private static final double[] DENOMINATOR = {
    8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
    296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752
  };
  private static final double RATIONAL_LIMIT = 7.07106781186547;
  private static final double UNDERFLOW_LIMIT = 37;
  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

  private StandardNormal() {}

  /** Returns Φ(t), the probability of a value up to {@code t}. */
  static double cumulative(double t) {
    double tail = tail(Math.abs(t));
    return t > 0 ? 1 - tail : tail;
  }

  /** Returns the density at {@code t}. */
  static double density(double t) {
    return Math.exp(-t * t / 2) / SQRT_TWO_PI;
  }

  private static double tail(double t) {
    if (t > UNDERFLOW_LIMIT) {
      return 0;
    }
    double gauss = Math.exp(-t * t / 2);
    if (t < RATIONAL_LIMIT) {
      return gauss * polynomial(NUMERATOR, t) / polynomial(DENOMINATOR, t);
    }
    double fraction = t + 1 / (t + 2 / (t + 3 / (t + 4 / (t + 0.65))));
    return gauss / fraction / SQRT_TWO_PI;
  }

  private static double polynomial(double[] descending, double t) {
    double value = 0;
    for (double coefficient : descending) {
      value = value * t + coefficient;
    }
    return value;
  }
}
