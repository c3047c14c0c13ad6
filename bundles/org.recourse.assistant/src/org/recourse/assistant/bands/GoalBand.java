/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.bands;

import java.util.Objects;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.model.GoalComparison;
import org.recourse.registration.uncertainty.GoalUnderUncertainty;
import org.recourse.registration.uncertainty.MetricBand;

/**
 * A goal on cumulative EQD2 with the interval of its number. Immutable.
 *
 * @param goal the goal
 * @param recovered whether earlier courses are discounted in it
 * @param band interval in the unit of the metric
 * @param standing whether the goal holds wherever the courses lie
 * @param atUnfavourableEnd verdict at the end of the worst case that is against the goal: the upper
 *     end for an upper limit, the lower one for a lower limit
 */
public record GoalBand(
    GoalState goal,
    boolean recovered,
    MetricBand band,
    GoalUnderUncertainty standing,
    GoalOutcome.Verdict atUnfavourableEnd) {

  public GoalBand {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(band, "band");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(atUnfavourableEnd, "atUnfavourableEnd");
  }

  /** Returns the end of the worst case that is against the goal. */
  public double unfavourable() {
    return goal.comparison() == GoalComparison.AT_MOST ? band.worstHigh() : band.worstLow();
  }
}
