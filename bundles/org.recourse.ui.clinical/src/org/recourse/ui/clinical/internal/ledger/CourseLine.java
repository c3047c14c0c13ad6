/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.recourse.assistant.cases.DoseRoute;
import org.recourse.assistant.numbers.CourseDoseUse;
import org.recourse.assistant.numbers.CourseNumbers;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.DoseState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.ledger.RecoveryTable;
import org.recourse.ui.widget.NumberText;

/**
 * One course in the head of the ledger, as texts. Immutable.
 *
 * @param numbers the course
 * @param assessed whether it is the planned course that is assessed
 * @param route how its dose gets into the frame of the plan; empty without a dose grid or way
 */
record CourseLine(CourseNumbers numbers, boolean assessed, Optional<DoseRoute> route) {

  /** The lines of all courses in the order of the case. */
  static List<CourseLine> of(PlanNumbers numbers) {
    List<CourseLine> lines = new ArrayList<>();
    for (int c = 0; c < numbers.courses().size(); c++) {
      int position = c;
      boolean assessed =
          numbers.snapshot().assessed().filter(at -> at.course() == position).isPresent();
      CourseNumbers course = numbers.courses().get(c);
      lines.add(new CourseLine(course, assessed, route(numbers, course.course())));
    }
    return List.copyOf(lines);
  }

  private static Optional<DoseRoute> route(PlanNumbers numbers, CourseState course) {
    Optional<String> frame =
        course.plans().stream()
            .flatMap(plan -> plan.doses().stream())
            .map(DoseState::frameUid)
            .findFirst();
    return numbers
        .planDose()
        .flatMap(
            dose ->
                frame.flatMap(
                    uid -> numbers.snapshot().frameTransforms().doseRoute(dose.frameUid(), uid)));
  }

  String label() {
    String label = numbers.course().label();
    return label.isBlank() ? NumberText.UNKNOWN : label;
  }

  String dates() {
    CourseState course = numbers.course();
    if (course.startDate().isEmpty() && course.endDate().isEmpty()) {
      return NumberText.UNKNOWN;
    }
    return orUnknown(course.startDate()) + " – " + withoutSameYear(course);
  }

  /** The year is not repeated: 2019-03-04 – 04-17. */
  private static String withoutSameYear(CourseState course) {
    int year = "yyyy-".length();
    boolean sameYear =
        course.startDate().length() > year
            && course.endDate().startsWith(course.startDate().substring(0, year));
    return sameYear ? course.endDate().substring(year) : orUnknown(course.endDate());
  }

  private static String orUnknown(String date) {
    return date.isEmpty() ? "?" : date;
  }

  String interval() {
    OptionalLong days = numbers.daysToPlanned();
    return days.isPresent()
        ? String.format(Locale.ROOT, "%.1f", days.getAsLong() / RecoveryTable.DAYS_PER_MONTH)
        : NumberText.UNKNOWN;
  }

  String intervalToolTip() {
    OptionalLong days = numbers.daysToPlanned();
    if (assessed) {
      return "";
    }
    return days.isPresent()
        ? days.getAsLong()
            + " days from its last day to the first day of the plan; a month has"
            + " 30.44 days."
        : "Its last day or the first day of the plan is not known. Enter the dates in Courses.";
  }

  String fractions() {
    PrescriptionState prescription = numbers.prescription();
    OptionalInt count = prescription.fractionCount();
    OptionalDouble totalGy = prescription.totalDoseGy();
    String total = totalGy.isPresent() ? dose(totalGy.getAsDouble()) + " Gy" : "? Gy";
    return total + " in " + (count.isPresent() ? Integer.toString(count.getAsInt()) : "?");
  }

  private static String dose(double doseGy) {
    return NumberText.editable(doseGy, 1);
  }

  String daily() {
    PrescriptionState prescription = numbers.prescription();
    if (prescription.fractionsPerDay() == 1) {
      return "once";
    }
    String times =
        prescription.fractionsPerDay() == 2 ? "twice" : prescription.fractionsPerDay() + " times";
    OptionalDouble hours = prescription.hoursBetweenFractions();
    return hours.isPresent()
        ? times + ", " + NumberText.editable(hours.getAsDouble(), 0) + " h"
        : times + ", hours ?";
  }

  String source() {
    CourseState course = numbers.course();
    if (course.plans().isEmpty()) {
      int figures = course.typedDoses().size();
      return figures == 0
          ? "paper, no figures"
          : "paper, " + figures + (figures == 1 ? " figure" : " figures");
    }
    long grids = course.plans().stream().filter(plan -> !plan.doses().isEmpty()).count();
    String plans =
        course.plans().size() == 1 ? "" : ", replanned: " + course.plans().size() + " plans";
    return (grids == 0 ? "no dose grid" : "DICOM dose") + plans;
  }

  /** How the dose gets into the frame of the plan, with the radius of the uncertainty in mm. */
  String transform() {
    if (numbers.course().plans().isEmpty()) {
      return NumberText.UNKNOWN;
    }
    if (route.isEmpty()) {
      return "none";
    }
    int links = route.get().steps().size();
    if (links == 0) {
      return "same frame";
    }
    RegistrationUncertainty uncertainty = route.get().uncertainty();
    boolean assumed = uncertainty.basis() == RegistrationUncertainty.Basis.ASSUMED;
    String kind = route.get().isDeformable() ? "deformable" : "rigid";
    return (links == 1 ? kind : links + " " + kind)
        + " ± "
        + NumberText.fixed(uncertainty.mm(), 1)
        + (assumed ? " assumed" : "");
  }

  String transformToolTip() {
    if (numbers.course().plans().isEmpty()) {
      return "";
    }
    if (route.isEmpty()) {
      return "No registration leads from the frame of the plan to this dose. Import one, or type"
          + " its matrix in Registrations.";
    }
    if (route.get().steps().isEmpty()) {
      return "";
    }
    return route.get().uncertainty().basis() == RegistrationUncertainty.Basis.ASSUMED
        ? "Nobody stated how far this registration may be wrong: that counts as 3 mm, never as"
            + " zero. A click on the cell states it."
        : "As stated. A click on the cell changes it; a chain is edited in Registrations.";
  }

  String use() {
    if (assessed) {
      return "the plan";
    }
    return switch (numbers.use()) {
      case CourseDoseUse.Voxels voxels -> "voxel by voxel";
      case CourseDoseUse.TypedFigures figures -> "upper bounds only";
      case CourseDoseUse.NotUsed none ->
          numbers.course().kind() == CourseKind.PLANNED ? "no: alternative" : "no";
    };
  }

  String useToolTip() {
    if (assessed) {
      return "";
    }
    return switch (numbers.use()) {
      case CourseDoseUse.Voxels voxels ->
          "EQD2 is computed on its own grid, then mapped to the grid of the plan, then summed.";
      case CourseDoseUse.TypedFigures figures ->
          "Known from paper only. Typed maxima are shown as upper bounds and are in no sum.";
      case CourseDoseUse.NotUsed(String reason) -> reason;
    };
  }
}
