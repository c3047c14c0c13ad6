/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.course;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.model.Course;
import org.recourse.model.CourseSource;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;

/**
 * Prescribed dose of whole courses, computed from their prescriptions. Pure functions; as
 * thread-safe as the model they read, that is: only while nobody edits it.
 */
public final class CourseDoses {

  private CourseDoses() {}

  /**
   * Returns the prescriptions of a course: the typed one of a paper course, else those of the plans
   * in order of delivery. A plan without prescription has no entry.
   */
  public static List<Prescription> prescriptions(Course course) {
    if (course.getSource() == CourseSource.PAPER) {
      return course.getTypedPrescription() == null
          ? List.of()
          : List.of(course.getTypedPrescription());
    }
    return course.getPlans().stream().map(Plan::getPrescription).filter(Objects::nonNull).toList();
  }

  /**
   * Returns the prescribed physical dose of the course, Gy: the sum over its plans. Empty if a part
   * of it is unknown, because a part of the sum is not the dose of the course.
   */
  public static OptionalDouble totalDoseGy(Course course) {
    List<Prescription> prescriptions = prescriptions(course);
    if (!isComplete(course, prescriptions)
        || !prescriptions.stream().allMatch(Prescription::isSetTotalDoseGy)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        prescriptions.stream().mapToDouble(Prescription::getTotalDoseGy).sum());
  }

  /** Returns the number of fractions of the course; empty if a part of it is unknown. */
  public static OptionalInt fractionCount(Course course) {
    List<Prescription> prescriptions = prescriptions(course);
    if (!isComplete(course, prescriptions)
        || !prescriptions.stream().allMatch(Prescription::isSetFractionCount)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(prescriptions.stream().mapToInt(Prescription::getFractionCount).sum());
  }

  /** Returns the dose per fraction, Gy; empty if total dose or fraction number is unknown. */
  public static OptionalDouble dosePerFractionGy(Prescription prescription) {
    return prescription.isSetTotalDoseGy()
            && prescription.isSetFractionCount()
            && prescription.getFractionCount() > 0
        ? OptionalDouble.of(prescription.getTotalDoseGy() / prescription.getFractionCount())
        : OptionalDouble.empty();
  }

  private static boolean isComplete(Course course, List<Prescription> prescriptions) {
    int expected = course.getSource() == CourseSource.PAPER ? 1 : course.getPlans().size();
    return expected > 0 && prescriptions.size() == expected;
  }
}
