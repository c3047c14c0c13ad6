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
 * The Lyman model of complication probability. Immutable.
 *
 * <p>NTCP = Φ((x − TD50) / (m · TD50)), where x is the dose to the whole organ, or a single dose
 * that stands for the distribution, such as the gEUD with a = 1/n or a near-maximum dose when n is
 * close to 0. Sources: J. T. Lyman, Radiat Res 104 (1985) S13, doi:10.2307/3576626; G. J. Kutcher,
 * C. Burman, Int J Radiat Oncol Biol Phys 16 (1989) 1623, doi:10.1016/0360-3016(89)90972-3.
 *
 * <p>Degenerate cases: at TD50 the probability is 0.5; 0 Gy does not give exactly 0 but Φ(−1/m).
 *
 * <p>Worked example: temporal lobe after re-irradiation, TD50 107.84 Gy, m 0.16: 100 Gy give
 * 0.32478, 120 Gy give 0.75952.
 *
 * @param td50Gy dose of 50 % probability, finite and greater than 0; it is of the same kind
 *     (physical or EQD2) as the doses the model is asked about
 * @param m inverse steepness, finite and greater than 0
 */
public record LymanNtcp(double td50Gy, double m) {

  public LymanNtcp {
    if (!(td50Gy > 0 && td50Gy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("td50Gy must be finite and > 0: " + td50Gy);
    }
    if (!(m > 0 && m < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("m must be finite and > 0: " + m);
    }
  }

  /** Returns the probability, 0 to 1. */
  public double probability(double doseGy) {
    return StandardNormal.cumulative(standardised(doseGy));
  }

  /** Returns the change of probability per Gy at {@code doseGy}. */
  public double slopePerGy(double doseGy) {
    return StandardNormal.density(standardised(doseGy)) / (m * td50Gy);
  }

  private double standardised(double doseGy) {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy must be finite and >= 0: " + doseGy);
    }
    return (doseGy - td50Gy) / (m * td50Gy);
  }
}
