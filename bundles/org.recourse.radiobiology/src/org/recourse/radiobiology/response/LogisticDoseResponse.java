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
 * A logistic dose response through two published doses. Immutable.
 *
 * <p>P = 1 / (1 + exp(−k · (x − TD50))), k = ln 19 / (TD50 − TD5), so that P(TD5) = 0.05 and
 * P(TD50) = 0.5. Source of the form: logistic regression on one dose; k follows from the two doses.
 *
 * <p>Degenerate case: 0 Gy does not give exactly 0 but 1 / (1 + exp(k · TD50)).
 *
 * <p>Worked example: temporal lobe after re-irradiation, TD5 65.26 Gy, TD50 125.25 Gy: k = 0.04908
 * per Gy, 100 Gy give 0.22455.
 *
 * @param td5Gy dose of 5 % probability, finite and not negative
 * @param td50Gy dose of 50 % probability, finite and greater than {@code td5Gy}
 */
public record LogisticDoseResponse(double td5Gy, double td50Gy) {

  /** Odds of 95 % against 5 %. */
  private static final double ODDS = 19;

  public LogisticDoseResponse {
    if (!(td5Gy >= 0 && td5Gy < td50Gy && td50Gy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("0 <= td5Gy < td50Gy is needed: " + td5Gy + ", " + td50Gy);
    }
  }

  /** Returns k, per Gy. */
  public double steepnessPerGy() {
    return Math.log(ODDS) / (td50Gy - td5Gy);
  }

  /** Returns the probability, 0 to 1. */
  public double probability(double doseGy) {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy must be finite and >= 0: " + doseGy);
    }
    return 1 / (1 + Math.exp(-steepnessPerGy() * (doseGy - td50Gy)));
  }

  /** Returns the change of probability per Gy at {@code doseGy}. */
  public double slopePerGy(double doseGy) {
    double p = probability(doseGy);
    return steepnessPerGy() * p * (1 - p);
  }
}
