/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

/**
 * A clinical goal with what became of it. Immutable.
 *
 * @param goal the goal
 * @param outcome value and verdict, or why there is none
 */
public record GoalNumbers(GoalState goal, GoalOutcome outcome) {}
