/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.ModelFactory;

/**
 * Groups plans into courses. Plans of one study whose dates are at most 90 days apart, or of one
 * date, make one course; the newest course is the planned one. Both are assumptions and reported.
 */
final class CourseImport {

  private static final long LONGEST_COURSE_DAYS = 90;

  private final ImportContext context;

  CourseImport(ImportContext context) {
    this.context = context;
  }

  /** Makes the courses, oldest first, and returns the plans of the newest. */
  List<PlanImport.Imported> run(List<PlanImport.Imported> plans) {
    var sorted = new ArrayList<>(plans);
    sorted.sort(Comparator.comparing(p -> p.date().orElse(LocalDate.MIN))); // undated ones first
    var groups = new ArrayList<List<PlanImport.Imported>>();
    for (PlanImport.Imported plan : sorted) {
      groups.stream()
          .filter(group -> belongs(group.getLast(), plan))
          .findFirst()
          .orElseGet(
              () -> {
                var group = new ArrayList<PlanImport.Imported>();
                groups.add(group);
                return group;
              })
          .add(plan);
    }
    for (int i = 0; i < groups.size(); i++) {
      CourseKind kind = i + 1 == groups.size() ? CourseKind.PLANNED : CourseKind.PREVIOUS;
      context.patientCase().getCourses().add(course(groups.get(i), kind));
    }
    report(groups);
    return groups.isEmpty() ? List.of() : groups.getLast();
  }

  private static boolean belongs(PlanImport.Imported member, PlanImport.Imported plan) {
    if (member.date().isEmpty() || plan.date().isEmpty()) {
      return !member.studyUid().isEmpty() && member.studyUid().equals(plan.studyUid());
    }
    long days = Math.abs(ChronoUnit.DAYS.between(member.date().get(), plan.date().get()));
    return days == 0 || member.studyUid().equals(plan.studyUid()) && days <= LONGEST_COURSE_DAYS;
  }

  private Course course(List<PlanImport.Imported> plans, CourseKind kind) {
    PlanImport.Imported first = plans.getFirst();
    Course course = ModelFactory.eINSTANCE.createCourse();
    course.setLabel(label(first));
    course.setKind(kind);
    course.setSource(CourseSource.DICOM);
    first.file().data().text(Tag.PlanIntent).ifPresent(course::setIntent);
    first.file().data().text(Tag.TreatmentSites).ifPresent(course::setSite);
    plans.forEach(p -> course.getPlans().add(p.plan()));
    return course;
  }

  private static String label(PlanImport.Imported plan) {
    return plan.plan().getLabel() + plan.date().map(d -> " (" + d + ")").orElse("");
  }

  private void report(List<List<PlanImport.Imported>> groups) {
    if (groups.size() > 1) {
      String previous =
          String.join(
              ", ",
              groups.subList(0, groups.size() - 1).stream()
                  .map(group -> label(group.getFirst()))
                  .toList());
      context
          .findings()
          .warning(
              "By its date, "
                  + label(groups.getLast().getFirst())
                  + " is taken as the planned course and "
                  + previous
                  + " as delivered before. If this is wrong, change the kind of the course on the"
                  + " page Courses.",
              groups.getLast().getFirst().file().name());
    }
    groups.forEach(this::reportMembers);
  }

  private void reportMembers(List<PlanImport.Imported> group) {
    if (group.size() > 1) {
      context
          .findings()
          .warning(
              group.size()
                  + " plans of one study or date are taken as one course, delivered one after"
                  + " the other: "
                  + String.join(", ", group.stream().map(CourseImport::label).toList())
                  + ". Delete those that are only alternatives.",
              group.getFirst().file().name());
    }
    Optional<PlanImport.Imported> undated =
        group.stream().filter(p -> p.date().isEmpty()).findAny();
    undated.ifPresent(
        p ->
            context
                .findings()
                .warning(
                    "Neither plan nor study has a date, so the order of the courses is not known"
                        + " from it.",
                    FindingList.at(p.file(), Tag.RTPlanDate)));
  }
}
