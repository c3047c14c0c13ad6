/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.recourse.radiobiology.evidence.Source;

/**
 * Recovery by the time between two courses, for one kind of organ. Immutable.
 *
 * <p>Sources disagree, so a table belongs to an organ and a protocol and is never global.
 *
 * @param id stored in results; never changes its meaning
 * @param title name for people
 * @param organ organ the table was derived for, in words
 * @param steps recovery from a number of months on, by rising months; below the first step nothing
 *     is recovered
 * @param source where it comes from
 */
public record RecoveryTable(
    String id, String title, String organ, List<Step> steps, Source source) {

  /** Mean length of a month, days: 365.25 / 12. */
  public static final double DAYS_PER_MONTH = 30.4375;

  /**
   * One step.
   *
   * @param fromMonths interval from which it holds, months
   * @param recovery what is recovered
   */
  public record Step(double fromMonths, Recovery recovery) {
    public Step {
      if (!(fromMonths >= 0 && fromMonths < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("fromMonths must be finite and >= 0: " + fromMonths);
      }
      Objects.requireNonNull(recovery, "recovery");
    }
  }

  public RecoveryTable {
    if (id.isBlank() || id.equals(RecoveryConvention.NONE.id())) {
      throw new IllegalArgumentException("not the id of a table: " + id);
    }
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(organ, "organ");
    Objects.requireNonNull(source, "source");
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).fromMonths() <= steps.get(i - 1).fromMonths()) {
        throw new IllegalArgumentException("steps must rise: " + steps);
      }
    }
  }

  /**
   * Returns the recovery after an interval.
   *
   * @param intervalDays days between the courses; empty if unknown, and then nothing is recovered
   */
  public Recovery after(OptionalLong intervalDays) {
    Recovery recovered = Recovery.NONE;
    if (intervalDays.isPresent()) {
      double months = intervalDays.getAsLong() / DAYS_PER_MONTH;
      for (Step step : steps) {
        if (months >= step.fromMonths()) {
          recovered = step.recovery();
        }
      }
    }
    return recovered;
  }
}
