/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import org.eclipse.core.runtime.IProgressMonitor;

/** Finds where in its structure the extreme lies that a goal is about. */
@FunctionalInterface
public interface GoalLocator {

  /** Returns the goal with its place, if it is about one. */
  GoalNumbers located(GoalNumbers goal, PlanNumbers numbers, IProgressMonitor monitor);
}
