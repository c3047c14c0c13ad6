/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;

/**
 * A course as it was when the snapshot was taken. Immutable.
 *
 * @param label name for people
 * @param kind delivered or planned
 * @param source DICOM or paper
 * @param startDate ISO 8601; empty text if unknown
 * @param endDate ISO 8601; empty text if unknown
 * @param site treated site
 * @param plans plans in order of delivery
 * @param typedPrescription prescription of a paper-only course
 * @param typedDoses dose figures from paper
 */
public record CourseState(
    String label,
    CourseKind kind,
    CourseSource source,
    String startDate,
    String endDate,
    String site,
    List<PlanState> plans,
    PrescriptionState typedPrescription,
    List<TypedDoseState> typedDoses) {

  public CourseState {
    plans = List.copyOf(plans);
    typedDoses = List.copyOf(typedDoses);
  }

  static CourseState of(Course course) {
    return new CourseState(
        Texts.of(course.getLabel()),
        course.getKind(),
        course.getSource(),
        Texts.of(course.getStartDate()),
        Texts.of(course.getEndDate()),
        Texts.of(course.getSite()),
        course.getPlans().stream().map(PlanState::of).toList(),
        PrescriptionState.of(course.getTypedPrescription()),
        course.getTypedDoses().stream().map(TypedDoseState::of).toList());
  }

  /**
   * Returns what was prescribed in the course: of its plan, of its plans together (doses and
   * fractions added, unknown if one is unknown), or typed if it has no plan.
   */
  public PrescriptionState prescription() {
    if (plans.isEmpty()) {
      return typedPrescription;
    }
    PrescriptionState sum = plans.get(0).prescription();
    for (PlanState plan : plans.subList(1, plans.size())) {
      sum = sum.plus(plan.prescription());
    }
    return sum;
  }
}
