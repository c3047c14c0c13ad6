/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Objects;
import java.util.Optional;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * How a tissue answers to fractionation. Immutable.
 *
 * @param alphaBeta ratio alpha/beta
 * @param repair repair between fractions
 */
public record Tissue(AlphaBetaRatio alphaBeta, RepairAssumption repair) {

  public Tissue {
    Objects.requireNonNull(alphaBeta, "alphaBeta");
    Objects.requireNonNull(repair, "repair");
  }

  /** A tissue that repairs completely between fractions. */
  public static Tissue of(AlphaBetaRatio alphaBeta) {
    return new Tissue(alphaBeta, new RepairAssumption.Complete());
  }

  /**
   * Returns the EQD2 of a course, Gy: EQD2 = D · ((1 + H) · D/n + α/β) / (2 Gy + α/β), with H of
   * {@link IncompleteRepair}.
   *
   * <p>Worked example: 65 Gy in 54 fractions, 6 h apart, α/β 3 Gy, half-time 4 h: 60.181 Gy.
   *
   * @throws IllegalArgumentException with a sentence for the user if repair is incomplete and the
   *     hours between fractions are not known
   */
  public double eqd2Gy(Fractionation course, Optional<DailySchedule> schedule) {
    double h = repair.incompleteRepairFactor(schedule, course.fractionCount());
    double bedGy =
        course.totalDoseGy() * (1 + (1 + h) * course.dosePerFractionGy() / alphaBeta.gy());
    return LinearQuadratic.eqd2OfBedGy(bedGy, alphaBeta);
  }
}
