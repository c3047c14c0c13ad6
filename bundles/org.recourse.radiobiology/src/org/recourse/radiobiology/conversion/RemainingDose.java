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
 * The inverse of the linear-quadratic model: which physical dose uses up a given EQD2.
 *
 * <p>d = (α/β) / 2 · (−1 + √(1 + 4 · B · (1 + 2 / (α/β)) / (n · (α/β)))), the positive root of n ·
 * d · (1 + d / (α/β)) = B · (1 + 2 / (α/β)), with the remaining EQD2 B and n fractions. Source:
 * solved from the formula of {@link LinearQuadratic}.
 *
 * <p>Degenerate case: nothing left gives 0 Gy. With incomplete repair, H of {@link
 * IncompleteRepair}, α/β in the braces becomes (α/β) / (1 + H).
 *
 * <p>Worked examples: 30 Gy EQD2 left, 27 fractions, α/β 2 Gy: 1.33333 Gy per fraction, 36.0 Gy. 40
 * Gy EQD2 left, 54 fractions twice daily, α/β 3 Gy: 0.94002 Gy per fraction with complete repair,
 * 0.88288 Gy with 6 h between and a half-time of 4 h (H = 0.35355).
 */
public final class RemainingDose {

  private RemainingDose() {}

  /**
   * Returns the course of {@code fractionCount} fractions, completely repaired, whose EQD2 is
   * {@code remainingEqd2Gy}.
   *
   * @param remainingEqd2Gy finite and not negative: a limit that is exceeded already leaves no
   *     dose, and the caller says so
   */
  public static Fractionation of(double remainingEqd2Gy, int fractionCount, AlphaBetaRatio tissue) {
    return of(remainingEqd2Gy, fractionCount, tissue, 0);
  }

  /**
   * Returns the same for fractions with incomplete repair.
   *
   * @param incompleteRepairFactor H of {@link IncompleteRepair}, finite and not negative
   */
  public static Fractionation of(
      double remainingEqd2Gy,
      int fractionCount,
      AlphaBetaRatio tissue,
      double incompleteRepairFactor) {
    if (!(remainingEqd2Gy >= 0 && remainingEqd2Gy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "remainingEqd2Gy must be finite and >= 0: " + remainingEqd2Gy);
    }
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    if (!(incompleteRepairFactor >= 0 && incompleteRepairFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "incompleteRepairFactor must be finite and >= 0: " + incompleteRepairFactor);
    }
    double ratioGy = tissue.gy() / (1 + incompleteRepairFactor);
    double bedPerFractionGy = LinearQuadratic.bedOfEqd2Gy(remainingEqd2Gy, tissue) / fractionCount;
    double dosePerFractionGy = ratioGy / 2 * (-1 + Math.sqrt(1 + 4 * bedPerFractionGy / ratioGy));
    return new Fractionation(dosePerFractionGy * fractionCount, fractionCount);
  }
}
