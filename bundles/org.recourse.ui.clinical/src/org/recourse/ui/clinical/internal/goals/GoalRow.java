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
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolGoalNumbers;
import org.recourse.assistant.protocols.ProtocolNumbers;

/**
 * One line of the goals: a goal of the case, or of a protocol on one structure. Immutable.
 *
 * @param numbers the goal and what became of it
 * @param origin title of the protocol, or "this case"
 * @param position position among the goals of the case; empty for a protocol
 * @param template the goal of the protocol; empty for the case
 */
record GoalRow(
    GoalNumbers numbers, String origin, OptionalInt position, Optional<ProtocolGoal> template) {

  static final String THIS_CASE = "this case";

  GoalRow {
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(template, "template");
  }

  /** The goals of the case first, then those of its protocols. */
  static List<GoalRow> of(PlanNumbers numbers) {
    List<GoalRow> rows = new ArrayList<>();
    for (int g = 0; g < numbers.goals().size(); g++) {
      rows.add(new GoalRow(numbers.goals().get(g), THIS_CASE, OptionalInt.of(g), Optional.empty()));
    }
    for (ProtocolNumbers protocol : numbers.protocols()) {
      for (ProtocolGoalNumbers goal : protocol.goals()) {
        rows.add(
            new GoalRow(
                goal.numbers(),
                protocol.protocol().title(),
                OptionalInt.empty(),
                Optional.of(goal.goal())));
      }
    }
    return List.copyOf(rows);
  }
}
