/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

/**
 * What the network of the campaign reads instead of a physical dose D of the re-irradiation in n
 * fractions, and how that changes with D. Immutable.
 *
 * <p>x = 70 Gy · (EQD2 / 70 Gy)⁶ with EQD2 = D · (D/n + α/β) / (2 Gy + α/β), α/β = 3 Gy, as {@code
 * Eqd2Volumes} gives it in training; the derivative is dx/dD = 6 · (EQD2 / 70 Gy)⁵ · (2 D/n + α/β)
 * / (2 Gy + α/β). Worked example: 70 Gy in 35 fractions are an EQD2 of 70 Gy, so x = 70 Gy and
 * dx/dD = 6 · (4 + 3) / 5 = 8.4.
 *
 * @param fractionCount n, at least one
 */
record NetworkDose(int fractionCount) {

  static final double ALPHA_BETA_GY = 3;
  static final double EXPONENT = 6;

  private static final double REFERENCE_GY = 2;
  private static final double TYPICAL_GY = 70;

  NetworkDose {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
  }

  private double eqd2Gy(double doseGy) {
    return doseGy * (doseGy / fractionCount + ALPHA_BETA_GY) / (REFERENCE_GY + ALPHA_BETA_GY);
  }

  /** Returns x for a physical dose. */
  double gy(double doseGy) {
    return TYPICAL_GY * Math.pow(eqd2Gy(doseGy) / TYPICAL_GY, EXPONENT);
  }

  /** Returns dx/dD for a physical dose. */
  double slope(double doseGy) {
    double ofEqd2 = EXPONENT * Math.pow(eqd2Gy(doseGy) / TYPICAL_GY, EXPONENT - 1);
    return ofEqd2 * (2 * doseGy / fractionCount + ALPHA_BETA_GY) / (REFERENCE_GY + ALPHA_BETA_GY);
  }

  /** Returns x for each dose. */
  float[] of(float[] doseGy) {
    float[] given = new float[doseGy.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = (float) gy(doseGy[i]);
    }
    return given;
  }

  /** Returns a gradient per Gy of physical dose from the one per unit of x. */
  double[] pulledBack(double[] perUnit, float[] doseGy) {
    double[] perGy = new double[perUnit.length];
    for (int i = 0; i < perGy.length; i++) {
      perGy[i] = perUnit[i] * slope(doseGy[i]);
    }
    return perGy;
  }
}
