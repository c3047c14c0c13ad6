/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.course;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.PatientCase;

/**
 * Dates of courses and the intervals between them, computed from the model whenever they are asked
 * for. Pure functions; as thread-safe as the model they read, that is: only while nobody edits it.
 */
public final class CourseTimes {

  private CourseTimes() {}

  /** Returns the first day of treatment; empty if it is not recorded or is not a date. */
  public static Optional<LocalDate> startDate(Course course) {
    return date(course.getStartDate());
  }

  /** Returns the last day of treatment; empty if it is not recorded or is not a date. */
  public static Optional<LocalDate> endDate(Course course) {
    return date(course.getEndDate());
  }

  /**
   * Returns the days from the last day of {@code earlier} to the first day of {@code later};
   * negative if they overlap. Empty if either day is unknown: the first day of the earlier course
   * is not taken instead, because that would make the interval longer than it was.
   *
   * <p>Worked example: a course that ended on 2023-02-27 and one that starts on 2024-03-01 are 368
   * days apart (2024 is a leap year).
   */
  public static OptionalLong intervalDays(Course earlier, Course later) {
    Optional<LocalDate> end = endDate(earlier);
    Optional<LocalDate> start = startDate(later);
    return end.isPresent() && start.isPresent()
        ? OptionalLong.of(ChronoUnit.DAYS.between(end.get(), start.get()))
        : OptionalLong.empty();
  }

  /** Returns the course that is being planned: the first one of that kind. */
  public static Optional<Course> plannedCourse(PatientCase patientCase) {
    return patientCase.getCourses().stream()
        .filter(course -> course.getKind() == CourseKind.PLANNED)
        .findFirst();
  }

  /**
   * Returns the previous courses, earliest first. A course is placed by its first day, else by its
   * last day; courses without a date come last, in the order of the case.
   */
  public static List<Course> previousCourses(PatientCase patientCase) {
    Comparator<Course> byDate =
        Comparator.comparing(
            course -> startDate(course).or(() -> endDate(course)).orElse(LocalDate.MAX));
    return patientCase.getCourses().stream()
        .filter(course -> course.getKind() == CourseKind.PREVIOUS)
        .sorted(byDate)
        .toList();
  }

  /**
   * Reads a date of the model, {@code yyyy-mm-dd}; empty if the text is unset, blank or no date.
   * The validator reports the last case.
   */
  public static Optional<LocalDate> date(String isoDate) {
    String text = Objects.requireNonNullElse(isoDate, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
