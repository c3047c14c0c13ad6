/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.courses;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.recourse.assistant.numbers.CourseDoseUse;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.PatientCase;
import org.recourse.model.course.CourseDoses;
import org.recourse.model.course.CourseTimes;
import org.recourse.ui.widget.NumberText;

/** Cells of the ledger of courses. UI thread only. */
final class CourseText {

  private final PatientCase patientCase;
  private Optional<PlanNumbers> numbers = Optional.empty();

  CourseText(PatientCase patientCase) {
    this.patientCase = patientCase;
  }

  void show(PlanNumbers newest) {
    numbers = Optional.of(newest);
  }

  static String kind(Course course) {
    return course.getKind() == CourseKind.PLANNED ? "planned" : "previous";
  }

  static String source(Course course) {
    return course.getSource() == CourseSource.PAPER ? "paper" : "DICOM";
  }

  static String totalDose(Course course) {
    return NumberText.orUnknown(CourseDoses.totalDoseGy(course), 1);
  }

  static Comparator<Course> byTotalDose() {
    return Comparator.comparingDouble(course -> CourseDoses.totalDoseGy(course).orElse(0));
  }

  static String fractions(Course course) {
    var count = CourseDoses.fractionCount(course);
    return count.isPresent() ? Integer.toString(count.getAsInt()) : NumberText.UNKNOWN;
  }

  static Comparator<Course> byFractions() {
    return Comparator.comparingInt(course -> CourseDoses.fractionCount(course).orElse(0));
  }

  String interval(Course course) {
    OptionalLong days = daysToPlanned(course);
    return days.isPresent() ? Long.toString(days.getAsLong()) : NumberText.UNKNOWN;
  }

  Comparator<Course> byInterval() {
    return Comparator.comparingLong(course -> daysToPlanned(course).orElse(0));
  }

  private OptionalLong daysToPlanned(Course course) {
    return CourseTimes.plannedCourse(patientCase)
        .filter(planned -> planned != course)
        .map(planned -> CourseTimes.intervalDays(course, planned))
        .orElse(OptionalLong.empty());
  }

  /** How the dose of the course entered the newest numbers; the position joins the two. */
  String use(Course course) {
    int position = patientCase.getCourses().indexOf(course);
    return numbers
        .map(PlanNumbers::courses)
        .filter(courses -> position >= 0 && position < courses.size())
        .map(courses -> sentence(courses.get(position).use()))
        .orElse(NumberText.UNKNOWN);
  }

  private static String sentence(CourseDoseUse use) {
    return switch (use) {
      case CourseDoseUse.Voxels() -> "dose grid, voxel by voxel";
      case CourseDoseUse.TypedFigures(int count) ->
          count + (count == 1 ? " typed figure" : " typed figures") + ", as upper bounds";
      case CourseDoseUse.NotUsed(String reason) -> "not used: " + reason;
    };
  }
}
