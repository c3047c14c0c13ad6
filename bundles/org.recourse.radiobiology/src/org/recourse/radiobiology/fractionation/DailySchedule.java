/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.fractionation;

/**
 * How fractions are spread over a day; the next day starts 24 h after the last. Immutable.
 *
 * @param fractionsPerDay at least one
 * @param hoursBetween hours between two fractions of one day; finite, greater than 0, and so that
 *     all fractions of a day fit into it; not used for one fraction per day
 */
public record DailySchedule(int fractionsPerDay, double hoursBetween) {

  private static final double HOURS_PER_DAY = 24;

  /** One fraction per day. */
  public static final DailySchedule ONCE_DAILY = new DailySchedule(1, HOURS_PER_DAY);

  public DailySchedule {
    if (fractionsPerDay < 1) {
      throw new IllegalArgumentException("fractionsPerDay must be >= 1: " + fractionsPerDay);
    }
    boolean fits = (fractionsPerDay - 1) * hoursBetween < HOURS_PER_DAY;
    if (!(hoursBetween > 0 && fits)) { // also rejects NaN
      throw new IllegalArgumentException(
          "hoursBetween must be > 0 and fit into a day: "
              + fractionsPerDay
              + " fractions, "
              + hoursBetween
              + " h apart");
    }
  }

  /** Returns the hours from the last fraction of a day to the first of the next. */
  public double overnightHours() {
    return HOURS_PER_DAY - (fractionsPerDay - 1) * hoursBetween;
  }
}
