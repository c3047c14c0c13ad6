/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One entry of the ledger of courses. Immutable.
 *
 * @param course the course
 * @param prescription what was prescribed in it: of its plans together, or typed
 * @param daysToPlanned days from its last day to the first day of the assessed course; empty if a
 *     date is unknown or it is the assessed course itself
 * @param use how its dose entered the numbers
 */
public record CourseNumbers(
    CourseState course,
    PrescriptionState prescription,
    OptionalLong daysToPlanned,
    CourseDoseUse use) {

  public CourseNumbers {
    Objects.requireNonNull(course, "course");
    Objects.requireNonNull(prescription, "prescription");
    Objects.requireNonNull(daysToPlanned, "daysToPlanned");
    Objects.requireNonNull(use, "use");
  }
}
