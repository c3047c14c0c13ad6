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
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskPatient;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.TypedOrganDose;

/** Puts a snapshot into the words of risk models. Stateless. */
final class RiskQuestion {

  private RiskQuestion() {}

  static RiskInput of(
      PlanSnapshot snapshot,
      List<RiskStructure> structures,
      RiskParameterValues parameters,
      RiskVoxels voxels) {
    return new RiskInput(
        patient(snapshot),
        courses(snapshot),
        structures,
        parameters,
        snapshot.synthetic(),
        Optional.of(voxels));
  }

  private static RiskPatient patient(PlanSnapshot snapshot) {
    Optional<LocalDate> start =
        snapshot.assessedCourse().flatMap(course -> CourseDates.of(course.startDate()));
    Optional<LocalDate> birth = CourseDates.of(snapshot.patient().birthDate());
    OptionalDouble ageYears =
        start.isPresent() && birth.isPresent() && !birth.get().isAfter(start.get())
            ? OptionalDouble.of(Period.between(birth.get(), start.get()).getYears())
            : OptionalDouble.empty();
    return new RiskPatient(sex(snapshot.patient().sex()), ageYears);
  }

  private static RiskPatient.Sex sex(Sex sex) {
    return switch (sex) {
      case UNKNOWN -> RiskPatient.Sex.UNKNOWN;
      case FEMALE -> RiskPatient.Sex.FEMALE;
      case MALE -> RiskPatient.Sex.MALE;
      case OTHER -> RiskPatient.Sex.OTHER;
    };
  }

  /** Previous courses in order of time, undated ones first because they are older records. */
  private static List<RiskCourse> courses(PlanSnapshot snapshot) {
    Optional<CourseState> assessed = snapshot.assessedCourse();
    List<RiskCourse> courses = new ArrayList<>();
    snapshot.courses().stream()
        .filter(course -> course.kind() == CourseKind.PREVIOUS)
        .filter(course -> assessed.filter(a -> a == course).isEmpty())
        .sorted(
            Comparator.comparing(
                course ->
                    CourseDates.of(course.startDate())
                        .or(() -> CourseDates.of(course.endDate()))
                        .orElse(LocalDate.MIN)))
        .forEach(course -> courses.add(course(course, true)));
    assessed.ifPresent(course -> courses.add(course(course, false)));
    return courses;
  }

  private static RiskCourse course(CourseState course, boolean previous) {
    PrescriptionState prescription = course.prescription();
    OptionalInt fractions = prescription.fractionCount();
    return new RiskCourse(
        course.label(),
        previous,
        course.source() == CourseSource.PAPER,
        prescription.totalDoseGy(),
        prescription.targetName(),
        fractions.isPresent() && fractions.getAsInt() >= 1 ? fractions : OptionalInt.empty(),
        course.typedDoses().stream()
            .filter(dose -> dose.doseGy().isPresent() && dose.doseGy().getAsDouble() >= 0)
            .filter(dose -> !dose.structureName().isBlank() && !dose.metric().isBlank())
            .map(
                dose ->
                    new TypedOrganDose(
                        dose.structureName(), dose.metric(), dose.doseGy().getAsDouble()))
            .toList());
  }

  static RiskStructure.Kind kind(StructureType type) {
    return switch (type) {
      case ORGAN -> RiskStructure.Kind.ORGAN;
      case GTV -> RiskStructure.Kind.GTV;
      case CTV -> RiskStructure.Kind.CTV;
      case PTV -> RiskStructure.Kind.PTV;
      case EXTERNAL -> RiskStructure.Kind.EXTERNAL;
      case AVOIDANCE -> RiskStructure.Kind.AVOIDANCE;
      case OTHER -> RiskStructure.Kind.OTHER;
    };
  }
}
