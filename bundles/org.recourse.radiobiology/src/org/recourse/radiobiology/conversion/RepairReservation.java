/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Locale;
import java.util.Optional;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * What is said where several fractions a day were summed as if repair between them were complete.
 * Stateless.
 *
 * <p>The size of what is neglected is shown for late-reacting tissue, alpha/beta 3 Gy, with
 * half-times of repair of 4 to 5 h: temporal-lobe necrosis and myelopathy have more than 4 and 5 h
 * (British Columbia repair calculator, abstract). Formula: {@link IncompleteRepair}, pairs of one
 * day.
 *
 * <p>Worked example: 65 Gy in 54 fractions, 6 h apart: 60.2 to 61.5 Gy EQD2 instead of 54.6 Gy.
 */
public final class RepairReservation {

  private static final AlphaBetaRatio LATE_REACTING = new AlphaBetaRatio(3);
  private static final double SHORT_HALF_TIME_HOURS = 4;
  private static final double LONG_HALF_TIME_HOURS = 5;

  private RepairReservation() {}

  /**
   * Returns the sentence.
   *
   * @param course prescribed dose; a total of 0 Gy stands for an unknown one
   * @param schedule hours between the fractions; empty if unknown
   */
  public static String sentence(Fractionation course, Optional<DailySchedule> schedule) {
    String rule =
        "Several fractions a day: repair between them is taken as complete, so EQD2 is too low for"
            + " late-reacting tissue";
    if (schedule.isEmpty()) {
      return rule + ". The hours between the fractions are not known; enter them in Prescription.";
    }
    if (course.totalDoseGy() == 0) {
      return rule + ".";
    }
    return String.format(
        Locale.ROOT,
        "%s: the prescribed %s Gy in %d fractions, %s h apart, are %.1f to %.1f Gy EQD2 with"
            + " half-times of 4 to 5 h instead of %.1f Gy (alpha/beta 3 Gy).",
        rule,
        plain(course.totalDoseGy()),
        course.fractionCount(),
        plain(schedule.get().hoursBetween()),
        eqd2Gy(course, schedule.get(), SHORT_HALF_TIME_HOURS),
        eqd2Gy(course, schedule.get(), LONG_HALF_TIME_HOURS),
        LinearQuadratic.eqd2Gy(course, LATE_REACTING));
  }

  private static double eqd2Gy(Fractionation course, DailySchedule schedule, double hours) {
    return new IncompleteRepair(schedule, hours, IncompleteRepair.Variant.WITHIN_DAY)
        .eqd2Gy(course, LATE_REACTING);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
