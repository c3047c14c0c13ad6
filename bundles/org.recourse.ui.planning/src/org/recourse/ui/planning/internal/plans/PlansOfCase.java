/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.ui.widget.Texts;

/** Finds plans of a case. Stateless; UI thread only. */
public final class PlansOfCase {

  private PlansOfCase() {}

  /** The plan in work: the one all numbers are computed for. */
  public static Optional<Plan> inWork(PatientCase patientCase) {
    return PlanSnapshot.of(patientCase, 0)
        .assessed()
        .map(at -> patientCase.getCourses().get(at.course()).getPlans().get(at.plan()));
  }

  /** First plans of the planned courses, the alternatives among which one is in work. */
  public static List<Plan> planned(PatientCase patientCase) {
    return patientCase.getCourses().stream()
        .filter(course -> course.getKind() == CourseKind.PLANNED)
        .filter(course -> !course.getPlans().isEmpty())
        .map(course -> course.getPlans().getFirst())
        .toList();
  }

  /** Every plan of the case, in its order. */
  public static List<Plan> all(PatientCase patientCase) {
    return patientCase.getCourses().stream().flatMap(course -> course.getPlans().stream()).toList();
  }

  /** The course of a plan. */
  public static Course courseOf(Plan plan) {
    if (plan.eContainer() instanceof Course course) {
      return course;
    }
    throw new IllegalArgumentException("the plan is in no course: " + plan.getLabel());
  }

  /** Name for people: the plan, and the course where it says more. */
  public static String name(Plan plan) {
    String own = Texts.orUnknown(plan.getLabel());
    String course = plan.eContainer() instanceof Course of ? Texts.orEmpty(of.getLabel()) : "";
    return course.isBlank() || course.equals(own) ? own : course + ", " + own;
  }

  /** Whether the plan is only a set of beams: no dose and no RTPLAN belong to it. */
  public static boolean isDraft(Plan plan) {
    return plan.getDoses().isEmpty() && plan.getReference() == null;
  }
}
