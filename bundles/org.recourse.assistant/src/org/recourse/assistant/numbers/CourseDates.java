/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.recourse.model.course.CourseTimes;

/** Dates of captured courses. Stateless. */
final class CourseDates {

  private CourseDates() {}

  /** Returns the date; empty if the text is empty or no date. */
  static Optional<LocalDate> of(String isoDate) {
    return CourseTimes.date(isoDate);
  }

  /** Returns the days from the last day of one course to the first day of another. */
  static OptionalLong daysBetween(CourseState earlier, CourseState later) {
    Optional<LocalDate> end = of(earlier.endDate());
    Optional<LocalDate> start = of(later.startDate());
    return end.isPresent() && start.isPresent()
        ? OptionalLong.of(ChronoUnit.DAYS.between(end.get(), start.get()))
        : OptionalLong.empty();
  }

  /** Returns the days to the assessed course; empty for that course itself. */
  static OptionalLong toAssessed(CourseState course, Optional<CourseState> assessed) {
    return assessed.isEmpty() || assessed.get() == course
        ? OptionalLong.empty()
        : daysBetween(course, assessed.get());
  }
}
