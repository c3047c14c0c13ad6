/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

/**
 * Excess of the generalised equivalent uniform dose over a limit, squared: gEUD = (Σ d^a /
 * n)^(1/a); penalty = max(gEUD − D, 0)², Gy². Source: Niemierko 1999 (gEUD), Wu et al. 2002
 * (doi:10.1016/S0360-3016(01)02585-8) for optimisation.
 *
 * @param exponent a, at least 1 (1 is the mean dose, large values near the maximum)
 * @param limitGy D, finite and not negative
 */
public record GeneralisedEquivalentDose(double exponent, double limitGy) implements Objective {

  public GeneralisedEquivalentDose {
    if (!(exponent >= 1 && exponent <= 100) || !(limitGy >= 0 && limitGy < 1e6)) {
      throw new IllegalArgumentException("exponent " + exponent + ", limit " + limitGy + " Gy");
    }
  }

  @Override
  public double value(double[] doseGy, double weight, double[] derivative) {
    double greatest = 0;
    for (double d : doseGy) {
      greatest = Math.max(greatest, d);
    }
    if (greatest == 0) {
      return 0;
    }
    double sum = 0; // in units of the greatest dose, so that no power overflows
    for (double d : doseGy) {
      sum += Math.pow(Math.max(d, 0) / greatest, exponent);
    }
    double mean = sum / doseGy.length;
    double equivalentGy = greatest * Math.pow(mean, 1 / exponent);
    double excess = equivalentGy - limitGy;
    if (excess <= 0) {
      return 0;
    }
    // ∂gEUD/∂d = gEUD · d^(a−1) / Σ d^a
    double scale = weight * 2 * excess * equivalentGy / (sum * greatest);
    for (int i = 0; i < doseGy.length; i++) {
      derivative[i] += scale * Math.pow(Math.max(doseGy[i], 0) / greatest, exponent - 1);
    }
    return excess * excess;
  }

  @Override
  public String description() {
    return "gEUD (a = %s) at most %s Gy".formatted(exponent, limitGy);
  }
}
