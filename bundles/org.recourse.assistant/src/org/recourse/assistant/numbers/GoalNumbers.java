/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.Vector3;

/**
 * A clinical goal with what became of it. Immutable.
 *
 * @param goal the goal
 * @param outcome value and verdict, or why there is none
 * @param atMm where the maximum or minimum lies that the goal is about, in the frame of the dose;
 *     empty for figures without a place
 */
public record GoalNumbers(GoalState goal, GoalOutcome outcome, Optional<Vector3> atMm) {

  public GoalNumbers {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(atMm, "atMm");
  }

  /** Makes a goal without a place. */
  public GoalNumbers(GoalState goal, GoalOutcome outcome) {
    this(goal, outcome, Optional.empty());
  }

  /** Judges a goal on the structures given; see {@link GoalOutcome}. */
  public static GoalNumbers judge(GoalState goal, List<StructureNumbers> structures) {
    return GoalJudgement.judge(goal, structures);
  }

  /**
   * Returns by how much the limit is missed, in the unit of the metric: 0 or less if it is kept.
   * Empty where the goal has no value.
   */
  public OptionalDouble excess() {
    return switch (outcome) {
      case GoalOutcome.Judged judged -> OptionalDouble.of(excess(judged.value().value()));
      case GoalOutcome.Shown shown -> OptionalDouble.of(excess(shown.value().value()));
      case GoalOutcome.NotApplicable none -> OptionalDouble.empty();
    };
  }

  private double excess(double value) {
    return switch (goal.comparison()) {
      case AT_MOST -> value - goal.limit();
      case AT_LEAST -> goal.limit() - value;
    };
  }
}
