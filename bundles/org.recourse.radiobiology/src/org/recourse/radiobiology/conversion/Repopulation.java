/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * The time factor: BED lost to cells that repopulate during a long course. Immutable.
 *
 * <p>BED = D · (1 + d / (α/β)) − ln 2 · (T − Tk) / (α · Td) for T &gt; Tk. Source: J. F. Fowler, Br
 * J Radiol 62 (1989) 679, doi:10.1259/0007-1285-62-740-679. Meant for tumours and early reactions;
 * late-reacting tissue is computed without it.
 *
 * <p>Degenerate cases: T ≤ Tk loses nothing; the result is not below 0 Gy.
 *
 * <p>Worked example: 70 Gy in 35 fractions over 45 d, α/β 10 Gy, Tk 28 d, Td 4 d, α 0.3 /Gy: 74.180
 * Gy BED.
 *
 * @param kickOffDays Tk, days after the start at which repopulation sets in, at least 0
 * @param doublingDays Td, effective doubling time, greater than 0
 * @param alphaPerGy α, greater than 0
 */
public record Repopulation(double kickOffDays, double doublingDays, double alphaPerGy) {

  public Repopulation {
    if (!(kickOffDays >= 0 && kickOffDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("kickOffDays must be finite and >= 0: " + kickOffDays);
    }
    if (!(doublingDays > 0 && alphaPerGy > 0)) {
      throw new IllegalArgumentException(
          "doublingDays and alphaPerGy must be > 0: " + doublingDays + ", " + alphaPerGy);
    }
  }

  /**
   * Returns the BED, Gy.
   *
   * @param overallDays T, days from the first to the last fraction, at least 0
   */
  public double bedGy(Fractionation course, AlphaBetaRatio tissue, double overallDays) {
    if (!(overallDays >= 0 && overallDays < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("overallDays must be finite and >= 0: " + overallDays);
    }
    double lossGy =
        Math.log(2) * Math.max(0, overallDays - kickOffDays) / (alphaPerGy * doublingDays);
    return Math.max(0, LinearQuadratic.bedGy(course, tissue) - lossGy);
  }
}
