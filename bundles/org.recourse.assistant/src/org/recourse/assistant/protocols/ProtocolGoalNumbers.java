/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.Objects;
import org.recourse.assistant.numbers.GoalNumbers;

/**
 * A goal of a protocol on one structure of a plan, with what became of it. Immutable.
 *
 * @param goal the goal of the protocol
 * @param numbers the goal on the structure: verdict, excess, place
 */
public record ProtocolGoalNumbers(ProtocolGoal goal, GoalNumbers numbers) {
  public ProtocolGoalNumbers {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(numbers, "numbers");
  }
}
