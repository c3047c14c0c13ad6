/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.recourse.assistant.bands.GoalBand;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolGoalNumbers;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.ui.session.ShownBands;

/**
 * One line of the goals: a goal of the case, or of a protocol on one structure. Immutable.
 *
 * @param numbers the goal and what became of it
 * @param origin title of the protocol, or "this case"
 * @param position position among the goals of the case; empty for a protocol
 * @param template the goal of the protocol; empty for the case
 * @param moved the interval that follows from the registrations; empty for goals on other doses
 * @param upperBound whether the value contains maxima typed from paper, and so is at most that
 */
record GoalRow(
    GoalNumbers numbers,
    String origin,
    OptionalInt position,
    Optional<ProtocolGoal> template,
    boolean upperBound,
    Optional<Moved> moved) {

  /**
   * The interval of the goal's number from the registrations.
   *
   * @param band the interval
   * @param current whether it belongs to the number, or to an older one
   * @param decides whether the goal is judged at its unfavourable end
   */
  record Moved(GoalBand band, boolean current, boolean decides) {}

  static final String THIS_CASE = "this case";

  GoalRow {
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(moved, "moved");
  }

  /** A goal without an interval. */
  GoalRow(
      GoalNumbers numbers,
      String origin,
      OptionalInt position,
      Optional<ProtocolGoal> template,
      boolean upperBound) {
    this(numbers, origin, position, template, upperBound, Optional.empty());
  }

  /** Whether the verdict is that of the unfavourable end. */
  boolean isJudgedAtUnfavourableEnd() {
    return moved.filter(Moved::decides).isPresent();
  }

  /** Whether what is shown of the interval is older than the number. */
  boolean isMovedStale() {
    return moved.filter(m -> !m.current()).isPresent();
  }

  /** The goals of the case first, then those of its protocols. */
  static List<GoalRow> of(PlanNumbers numbers) {
    return of(numbers, Optional.empty());
  }

  /** The same with the intervals that follow from the registrations. */
  static List<GoalRow> of(PlanNumbers numbers, Optional<ShownBands> bands) {
    List<GoalRow> rows = new ArrayList<>();
    for (int g = 0; g < numbers.goals().size(); g++) {
      rows.add(
          new GoalRow(
              numbers.goals().get(g),
              THIS_CASE,
              OptionalInt.of(g),
              Optional.empty(),
              isUpperBound(numbers.goals().get(g), numbers),
              moved(numbers.goals().get(g), false, numbers, bands)));
    }
    for (ProtocolNumbers protocol : numbers.protocols()) {
      for (ProtocolGoalNumbers goal : protocol.goals()) {
        rows.add(
            new GoalRow(
                goal.numbers(),
                protocol.protocol().title(),
                OptionalInt.empty(),
                Optional.of(goal.goal()),
                isUpperBound(goal.numbers(), numbers),
                moved(
                    goal.numbers(),
                    goal.goal().convention() instanceof RecoveryConvention.TableRecovery,
                    numbers,
                    bands)));
      }
    }
    return List.copyOf(rows);
  }

  private static Optional<Moved> moved(
      GoalNumbers goal, boolean recovered, PlanNumbers numbers, Optional<ShownBands> bands) {
    return bands.flatMap(
        shown ->
            shown
                .bands()
                .goal(goal.goal(), recovered)
                .map(
                    band ->
                        new Moved(
                            band, shown.current(), numbers.snapshot().goalsAtUnfavourableEnd())));
  }

  /** A kept upper limit on a sum that lacks a course was judged with what was typed for it. */
  private static boolean isUpperBound(GoalNumbers goal, PlanNumbers numbers) {
    return goal.goal().quantity() == DoseQuantity.CUMULATIVE_EQD2
        && goal.goal().comparison() == GoalComparison.AT_MOST
        && goal.outcome() instanceof GoalOutcome.Judged judged
        && judged.verdict() != GoalOutcome.Verdict.FAIL
        && numbers
            .structure(goal.goal().structureName())
            .flatMap(StructureNumbers::cumulative)
            .filter(cumulative -> !cumulative.missingCourses().isEmpty())
            .isPresent();
  }
}
