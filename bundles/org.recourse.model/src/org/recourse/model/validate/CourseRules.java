/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.TypedDose;
import org.recourse.model.course.CourseTimes;

/**
 * Rules of courses: dates in order, enough to compute with.
 *
 * @param problems where problems go
 */
record CourseRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  void check(Course course) {
    checkDate(course, MODEL.getCourse_StartDate(), "The first day", course.getStartDate());
    checkDate(course, MODEL.getCourse_EndDate(), "The last day", course.getEndDate());
    checkOrderOfOwnDates(course);
    if (course.getKind() == CourseKind.PREVIOUS
        && course.eContainer() instanceof PatientCase patientCase) {
      CourseTimes.plannedCourse(patientCase).ifPresent(planned -> checkInterval(course, planned));
    }
    if (course.getSource() == CourseSource.PAPER) {
      checkPaper(course);
    } else if (course.getPlans().isEmpty()) {
      problems.warning(
          course,
          MODEL.getCourse_Plans(),
          Words.first(Words.course(course))
              + " has no plan: it counts with no dose. Import its plan and dose, or mark it as"
              + " known from paper only and type the figures.");
    }
  }

  private void checkDate(Course course, EAttribute feature, String which, String text) {
    if (!Words.isBlank(text) && CourseTimes.date(text).isEmpty()) {
      problems.error(
          course,
          feature,
          notDate(which + " of " + Words.course(course), text) + " The day is treated as unknown.");
    }
  }

  /** Returns the sentence about a text that should be a date. */
  static String notDate(String which, String text) {
    return which
        + " is \""
        + text.strip()
        + "\", which is not a date. Write year-month-day, such as 2024-03-18.";
  }

  private void checkOrderOfOwnDates(Course course) {
    Optional<LocalDate> start = CourseTimes.startDate(course);
    Optional<LocalDate> end = CourseTimes.endDate(course);
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      problems.error(
          course,
          MODEL.getCourse_EndDate(),
          Words.first(Words.course(course))
              + " ends on "
              + end.get()
              + ", before its first day "
              + start.get()
              + ". Correct the dates.");
    }
  }

  private void checkInterval(Course previous, Course planned) {
    Optional<LocalDate> plannedStart = CourseTimes.startDate(planned);
    Optional<LocalDate> end = CourseTimes.endDate(previous);
    Optional<LocalDate> lastKnown = end.or(() -> CourseTimes.startDate(previous));
    if (plannedStart.isPresent()
        && lastKnown.isPresent()
        && !lastKnown.get().isBefore(plannedStart.get())) {
      problems.error(
          previous,
          end.isPresent() ? MODEL.getCourse_EndDate() : MODEL.getCourse_StartDate(),
          "Previous "
              + Words.course(previous)
              + (end.isPresent() ? " ends on " : " starts on ")
              + lastKnown.get()
              + ", not before the planned "
              + Words.course(planned)
              + " starts ("
              + plannedStart.get()
              + "): there is no interval for recovery. Correct the dates.");
    } else if (CourseTimes.intervalDays(previous, planned).isEmpty()) {
      reportUnknownInterval(previous, planned, end.isEmpty());
    }
  }

  private void reportUnknownInterval(Course previous, Course planned, boolean endUnknown) {
    Course incomplete = endUnknown ? previous : planned;
    problems.warning(
        incomplete,
        endUnknown ? MODEL.getCourse_EndDate() : MODEL.getCourse_StartDate(),
        "The interval between "
            + Words.course(previous)
            + " and "
            + Words.course(planned)
            + " is unknown, so nothing that depends on it is computed. Enter the "
            + (endUnknown ? "last" : "first")
            + " day of "
            + Words.course(incomplete)
            + ".");
  }

  private void checkPaper(Course course) {
    if (course.getTypedPrescription() == null) {
      problems.error(
          course,
          MODEL.getCourse_TypedPrescription(),
          Words.first(Words.course(course))
              + " is known from paper only and has no prescription, so it adds nothing to the"
              + " cumulative dose. Type total dose and fractions from the record.");
    }
    if (course.getTypedDoses().isEmpty()) {
      problems.warning(
          course,
          MODEL.getCourse_TypedDoses(),
          Words.first(Words.course(course))
              + " is known from paper only and has no dose figure of an organ, so it is missing"
              + " from the cumulative dose of every organ. Type the figures of the record.");
    }
    if (!course.getPlans().isEmpty()) {
      problems.warning(
          course,
          MODEL.getCourse_Source(),
          Words.first(Words.course(course))
              + " is marked as known from paper only but has plans, which are not used. Mark it as"
              + " a DICOM course.");
    }
  }

  void check(TypedDose typedDose) {
    String which =
        Words.isBlank(typedDose.getStructureName())
            ? "A typed dose figure"
            : "The typed dose of \"" + typedDose.getStructureName().strip() + "\"";
    if (Words.isBlank(typedDose.getStructureName())) {
      problems.error(
          typedDose,
          MODEL.getTypedDose_StructureName(),
          which + " names no structure, so it is not used. Enter the structure.");
    }
    if (Words.isBlank(typedDose.getMetric())) {
      problems.error(
          typedDose,
          MODEL.getTypedDose_Metric(),
          which + " does not say which figure it is. Enter a metric such as Dmax or D0.1cc.");
    }
    if (!typedDose.isSetDoseGy()) {
      problems.warning(
          typedDose,
          MODEL.getTypedDose_DoseGy(),
          which + " has no number, so it is not used. Enter the dose in Gy.");
    } else if (!(typedDose.getDoseGy() >= 0 && Double.isFinite(typedDose.getDoseGy()))) {
      problems.error(
          typedDose,
          MODEL.getTypedDose_DoseGy(),
          which
              + " is "
              + Words.number(typedDose.getDoseGy())
              + " Gy; a dose is 0 Gy or more. Correct the figure.");
    }
  }
}
