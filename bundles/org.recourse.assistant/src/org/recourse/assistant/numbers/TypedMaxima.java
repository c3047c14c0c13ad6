/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.finding.Finding;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * Maxima typed for courses without dose grids. Immutable and thread-safe.
 *
 * <p>Worked example: a spinal cord maximum of 18 Gy in 5 fractions at alpha/beta 2 Gy is 25.2 Gy
 * EQD2.
 */
final class TypedMaxima {

  private final List<CourseState> missing;
  private final List<Finding> findings;

  TypedMaxima(PlanSnapshot snapshot, CourseIntake.Taken taken) {
    List<CourseState> without = new ArrayList<>();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      boolean inSum = taken.uses().get(c) instanceof CourseDoseUse.Voxels;
      if (!inSum && course.kind() == CourseKind.PREVIOUS) {
        without.add(course);
      }
    }
    missing = List.copyOf(without);
    findings = List.copyOf(findings(missing));
  }

  private static Set<Finding> findings(List<CourseState> courses) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (CourseState course : courses) {
      for (TypedDoseState dose : course.typedDoses()) {
        if (dose.doseGy().isEmpty()) {
          findings.add(
              Finding.warning(
                  "A typed dose of " + dose.structureName() + " has no value and is not used.",
                  course.label()));
        } else if (!isMaximum(dose)) {
          findings.add(
              Finding.info(
                  "The typed "
                      + dose.metric()
                      + " of "
                      + dose.structureName()
                      + " is shown but not added: only maxima give an upper bound of a sum.",
                  course.label()));
        } else if (fractionCount(course).isEmpty()) {
          findings.add(
              Finding.error(
                  "The number of fractions of the course is not known, so its typed doses have no"
                      + " EQD2. Enter the fractions in Courses.",
                  course.label()));
        }
      }
    }
    return findings;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Labels of the delivered courses that are not in the voxel sum. */
  List<String> missingCourses() {
    return missing.stream().map(CourseState::label).toList();
  }

  /** Returns the maxima typed for a structure as EQD2, added up; empty if there are none. */
  Optional<TypedMaximum> of(StructureState structure, Tissue tissue) {
    double eqd2Gy = 0;
    Set<String> courses = new LinkedHashSet<>();
    for (CourseState course : missing) {
      OptionalInt fractions = fractionCount(course);
      Optional<DailySchedule> schedule = course.prescription().schedule();
      boolean withoutHours =
          schedule.isEmpty() && tissue.repair() instanceof RepairAssumption.Incomplete;
      if (fractions.isEmpty() || withoutHours) { // a finding says so
        continue;
      }
      Optional<Double> highestGy =
          course.typedDoses().stream()
              .filter(dose -> structure.isNamed(dose.structureName()))
              .filter(TypedMaxima::isMaximum)
              .filter(dose -> dose.doseGy().isPresent() && dose.doseGy().getAsDouble() >= 0)
              .map(dose -> dose.doseGy().getAsDouble())
              .max(Double::compare); // typed twice: the higher one is the bound
      if (highestGy.isPresent()) {
        var fractionation = new Fractionation(highestGy.get(), fractions.getAsInt());
        eqd2Gy += tissue.eqd2Gy(fractionation, schedule);
        courses.add(course.label());
      }
    }
    return courses.isEmpty()
        ? Optional.empty()
        : Optional.of(new TypedMaximum(eqd2Gy, List.copyOf(courses)));
  }

  private static OptionalInt fractionCount(CourseState course) {
    OptionalInt count = course.prescription().fractionCount();
    return count.isPresent() && count.getAsInt() >= 1 ? count : OptionalInt.empty();
  }

  private static boolean isMaximum(TypedDoseState dose) {
    try {
      return DoseMetric.parse(dose.metric()) instanceof DoseMetric.MaximumDose;
    } catch (IllegalArgumentException e) { // typed by a user; the finding names it
      return false;
    }
  }
}
