/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.recourse.assistant.numbers.CourseNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.ledger.RecoveryTable;

/** A condition under which a protocol or goal applies. Immutable. */
public sealed interface ProtocolCondition {

  /** Number of earlier courses, from and to inclusive. */
  record EarlierCourses(int from, int to) implements ProtocolCondition {
    public EarlierCourses {
      if (from < 0 || to < from) {
        throw new IllegalArgumentException("not a range of courses: " + from + " to " + to);
      }
    }
  }

  /** Every earlier course ended at least this long before the planned one. */
  record MinimumInterval(double months) implements ProtocolCondition {
    public MinimumInterval {
      if (!(months > 0 && months < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("months must be finite and > 0: " + months);
      }
    }
  }

  /** Something a physician has to judge; it is shown and never decides. */
  record Stated(String text) implements ProtocolCondition {
    public Stated {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Returns why a plan does not meet the condition; empty if it does. */
  default Optional<String> notMet(PlanNumbers numbers) {
    List<CourseNumbers> earlier =
        numbers.courses().stream()
            .filter(course -> course.course().kind() == CourseKind.PREVIOUS)
            .toList();
    return switch (this) {
      case EarlierCourses(int from, int to) ->
          earlier.size() >= from && earlier.size() <= to
              ? Optional.empty()
              : Optional.of(
                  "It is for "
                      + range(from, to)
                      + " earlier courses; the case has "
                      + earlier.size()
                      + ".");
      case MinimumInterval(double months) ->
          earlier.stream()
              .map(course -> tooShort(course, months))
              .flatMap(Optional::stream)
              .findFirst();
      case Stated stated -> Optional.empty();
    };
  }

  private static String range(int from, int to) {
    if (from == to) {
      return Integer.toString(from);
    }
    return to == Integer.MAX_VALUE ? from + " or more" : from + " to " + to;
  }

  private static Optional<String> tooShort(CourseNumbers course, double months) {
    OptionalLong days = course.daysToPlanned();
    if (days.isEmpty()) {
      return Optional.of(
          "It needs an interval of "
              + months
              + " months, and the dates of "
              + course.course().label()
              + " are not known. Enter them in Courses.");
    }
    double interval = days.getAsLong() / RecoveryTable.DAYS_PER_MONTH;
    return interval >= months
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "It needs an interval of %s months; %s ended %.1f months before.",
                months,
                course.course().label(),
                interval));
  }

  /** Returns the condition for people. */
  default String text() {
    return switch (this) {
      case EarlierCourses(int from, int to) -> range(from, to) + " earlier courses";
      case MinimumInterval(double months) -> "interval of at least " + months + " months";
      case Stated(String text) -> text;
    };
  }
}
