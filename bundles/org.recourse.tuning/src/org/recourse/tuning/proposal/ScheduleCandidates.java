/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.recourse.assistant.numbers.PrescriptionState;

/**
 * Other prescriptions and fractionations worth a look. Stateless.
 *
 * <p>A fractionation keeps the BED of the tumour (α/β 10 Gy), D (1 + D / (10 n)), so that it is
 * compared at equal effect on the tumour: for n fractions D = 5 n (√(1 + 2 B / (5 n)) − 1). Worked
 * example: 60 Gy in 27 fractions has B = 73.33 Gy; in 32 fractions D = 61.51 Gy. Twice daily is 1.2
 * Gy a fraction, 6 h apart, as in the trial of You 2023 (NCT02456506, 65 Gy in 54 fractions against
 * 60 Gy in 27).
 */
final class ScheduleCandidates {

  private static final double TUMOUR_ALPHA_BETA_GY = 10;
  private static final double TWICE_DAILY_GY = 1.2;
  private static final double TWICE_DAILY_HOURS = 6;
  private static final int[] MORE_FRACTIONS = {3, 6, 10};
  private static final double[] LESS_DOSE = {0.98, 0.96, 0.93};
  private static final double SMALLEST_DOSE_PER_FRACTION_GY = 1.6;

  private ScheduleCandidates() {}

  /** Other numbers of fractions with equal effect on the tumour, then twice daily. */
  static List<PlanEdit.Schedule> fractionations(PrescriptionState now) {
    List<PlanEdit.Schedule> candidates = new ArrayList<>();
    if (!isKnown(now)) {
      return candidates;
    }
    double totalGy = now.totalDoseGy().getAsDouble();
    int count = now.fractionCount().getAsInt();
    double bedGy = totalGy * (1 + totalGy / (count * TUMOUR_ALPHA_BETA_GY));
    if (now.fractionsPerDay() == 1) {
      for (int more : MORE_FRACTIONS) {
        double isoGy = isoEffectiveGy(bedGy, count + more);
        if (isoGy / (count + more) >= SMALLEST_DOSE_PER_FRACTION_GY) {
          candidates.add(
              new PlanEdit.Schedule(rounded(isoGy), count + more, 1, OptionalDouble.empty()));
        }
      }
    }
    double twiceGy = bedGy / (1 + TWICE_DAILY_GY / TUMOUR_ALPHA_BETA_GY);
    int fractions = 2 * (int) Math.round(twiceGy / TWICE_DAILY_GY / 2);
    candidates.add(
        new PlanEdit.Schedule(
            rounded(fractions * TWICE_DAILY_GY),
            fractions,
            2,
            OptionalDouble.of(TWICE_DAILY_HOURS)));
    return candidates;
  }

  /** Total dose with the same BED in another number of fractions. */
  static double isoEffectiveGy(double bedGy, int fractionCount) {
    double half = TUMOUR_ALPHA_BETA_GY * fractionCount / 2;
    return half * (Math.sqrt(1 + 4 * bedGy / (TUMOUR_ALPHA_BETA_GY * fractionCount)) - 1);
  }

  /** Lower total doses in the same number of fractions. */
  static List<PlanEdit.Schedule> prescriptions(PrescriptionState now) {
    List<PlanEdit.Schedule> candidates = new ArrayList<>();
    if (isKnown(now)) {
      for (double part : LESS_DOSE) {
        candidates.add(
            new PlanEdit.Schedule(
                rounded(part * now.totalDoseGy().getAsDouble()),
                now.fractionCount().getAsInt(),
                now.fractionsPerDay(),
                now.hoursBetweenFractions()));
      }
    }
    return candidates;
  }

  private static boolean isKnown(PrescriptionState now) {
    return now.totalDoseGy().isPresent()
        && now.totalDoseGy().getAsDouble() > 0
        && now.fractionCount().isPresent()
        && now.fractionCount().getAsInt() >= 1;
  }

  private static double rounded(double gy) {
    return Math.round(gy * 10) / 10.0;
  }
}
