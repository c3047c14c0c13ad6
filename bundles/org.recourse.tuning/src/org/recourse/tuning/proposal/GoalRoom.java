/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;

/** What judged goals with an upper limit on a dose leave to a search. Stateless. */
public final class GoalRoom {

  private static final double PERCENT = 100;

  private GoalRoom() {}

  /** Returns the judged goals with an upper limit and a value, of the case and its protocols. */
  public static Stream<GoalNumbers> upperLimits(PlanNumbers numbers) {
    return Stream.concat(
            numbers.goals().stream(),
            numbers.protocols().stream()
                .flatMap(protocol -> protocol.goals().stream())
                .map(goal -> goal.numbers()))
        .filter(goal -> goal.goal().comparison() == GoalComparison.AT_MOST)
        .filter(goal -> goal.goal().isJudged() && goal.excess().isPresent());
  }

  /**
   * Returns by how much the value of a goal is above its limit, with what courses known from paper
   * may add to a cumulative dose; negative if there is room.
   */
  public static double excess(GoalNumbers goal, PlanNumbers numbers) {
    return goal.excess().orElseThrow() + onPaper(goal, numbers);
  }

  /** What courses on paper may add, if it is not in the value yet. */
  private static double onPaper(GoalNumbers goal, PlanNumbers numbers) {
    boolean added =
        goal.outcome() instanceof GoalOutcome.Judged judged
            && judged.verdict() != GoalOutcome.Verdict.FAIL;
    return goal.goal().quantity() == DoseQuantity.CUMULATIVE_EQD2 && !added
        ? numbers
            .structure(goal.goal().structureName())
            .flatMap(StructureNumbers::cumulative)
            .filter(cumulative -> !cumulative.missingCourses().isEmpty())
            .flatMap(cumulative -> cumulative.typedMaximum())
            .map(typed -> typed.eqd2Gy())
            .orElse(0.0)
        : 0;
  }

  /**
   * Returns the part of a structure whose least dose a metric is, 0 for the maximum; empty for
   * means and volumes, which are judged afterwards.
   *
   * @param volumeCm3 of the structure, above 0
   */
  public static OptionalDouble fraction(String metric, double volumeCm3) {
    DoseMetric parsed;
    try {
      parsed = DoseMetric.parse(metric);
    } catch (IllegalArgumentException e) { // typed by a user; the goal itself says so
      return OptionalDouble.empty();
    }
    return switch (parsed) {
      case DoseMetric.MaximumDose max -> OptionalDouble.of(0);
      case DoseMetric.DoseAtVolumeCm3(double cm3) ->
          OptionalDouble.of(Math.min(1, cm3 / volumeCm3));
      case DoseMetric.DoseAtVolumePercent(double percent) -> OptionalDouble.of(percent / PERCENT);
      default -> OptionalDouble.empty();
    };
  }
}
