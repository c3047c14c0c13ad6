/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import java.time.LocalDate;
import java.util.Objects;
import org.recourse.learning.sample.Estimate;

/**
 * One period of calendar time, by treatment start.
 *
 * @param from first day
 * @param until first day after it
 * @param patients patients with a known outcome
 * @param events those in whom it occurred
 * @param expectedEvents sum of the probabilities that were stated
 * @param warning limits of 95 %
 * @param action limits of 99.8 %
 * @param areaUnderCurve discrimination with its 95 % interval after DeLong
 * @param brierScore mean squared error of the probabilities
 */
public record MonitoredPeriod(
    LocalDate from,
    LocalDate until,
    int patients,
    int events,
    double expectedEvents,
    ControlLimits warning,
    ControlLimits action,
    Estimate areaUnderCurve,
    Estimate brierScore) {

  /** How the number of events lies to the limits. */
  public enum Signal {
    NONE,
    WARNING,
    ACTION
  }

  public MonitoredPeriod {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(areaUnderCurve, "areaUnderCurve");
    Objects.requireNonNull(brierScore, "brierScore");
  }

  public Signal signal() {
    if (!action.contains(events)) {
      return Signal.ACTION;
    }
    return warning.contains(events) ? Signal.NONE : Signal.WARNING;
  }
}
