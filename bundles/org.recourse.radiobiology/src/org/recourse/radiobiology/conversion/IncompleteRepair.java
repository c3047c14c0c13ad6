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
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * The linear-quadratic model with sublethal damage that is not fully repaired when the next
 * fraction comes. Immutable.
 *
 * <p>BED = D · (1 + (1 + H) · d / (α/β)), H = (2 / n) · Σ exp(−ln 2 · (t_j − t_i) / T½) over pairs
 * i &lt; j of the n fractions; the {@link Variant} says which pairs. For two fractions a day and
 * pairs of one day only, H = exp(−ln 2 · ΔT / T½). Repair is mono-exponential. Source: H. D.
 * Thames, Int J Radiat Biol 47 (1985) 319, doi:10.1080/09553008514550461.
 *
 * <p>Degenerate cases: one fraction has H = 0; T½ that is short against ΔT gives the plain
 * linear-quadratic model.
 *
 * <p>Worked example: 65 Gy in 54 fractions, twice daily with 6 h between, T½ 4 h, α/β 3 Gy: H =
 * 0.35355, BED 100.301 Gy, EQD2 60.181 Gy (pairs of one day; 54.648 Gy without the correction).
 *
 * @param schedule fractions of a day
 * @param repairHalfTimeHours T½, finite and greater than 0
 * @param variant which pairs of fractions interact
 */
public record IncompleteRepair(
    DailySchedule schedule, double repairHalfTimeHours, Variant variant) {

  /** Which pairs of fractions interact. Name it beside every number. */
  public enum Variant {
    /** Fractions of the same day; repair is complete over night. */
    WITHIN_DAY,
    /**
     * All fractions: what is left over night is carried to the following days. Treatment on
     * consecutive days is assumed, so with weekends this is an upper bound.
     */
    WITH_OVERNIGHT_REMAINDER
  }

  public IncompleteRepair {
    if (!(repairHalfTimeHours > 0 && repairHalfTimeHours < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "repairHalfTimeHours must be finite and > 0: " + repairHalfTimeHours);
    }
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(variant, "variant");
  }

  /** Returns the BED, Gy. */
  public double bedGy(Fractionation course, AlphaBetaRatio tissue) {
    double h = incompleteRepairFactor(course.fractionCount());
    return course.totalDoseGy() * (1 + (1 + h) * course.dosePerFractionGy() / tissue.gy());
  }

  /** Returns the EQD2, Gy; the reference of 2 Gy once daily is taken as fully repaired. */
  public double eqd2Gy(Fractionation course, AlphaBetaRatio tissue) {
    return LinearQuadratic.eqd2OfBedGy(bedGy(course, tissue), tissue);
  }

  /** Returns H for a course of {@code fractionCount} fractions; a last day may be incomplete. */
  public double incompleteRepairFactor(int fractionCount) {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    double leftInDay = leftAfter(schedule.hoursBetween());
    double leftOverNight =
        switch (variant) {
          case WITHIN_DAY -> 0;
          case WITH_OVERNIGHT_REMAINDER -> leftAfter(schedule.overnightHours());
        };
    double unrepaired = 0; // of all earlier fractions, in units of one fraction
    double sum = 0;
    for (int fraction = 1; fraction < fractionCount; fraction++) {
      boolean newDay = fraction % schedule.fractionsPerDay() == 0;
      unrepaired = (unrepaired + 1) * (newDay ? leftOverNight : leftInDay);
      sum += unrepaired;
    }
    return 2 * sum / fractionCount;
  }

  private double leftAfter(double hours) {
    return Math.exp(-Math.log(2) * hours / repairHalfTimeHours);
  }
}
