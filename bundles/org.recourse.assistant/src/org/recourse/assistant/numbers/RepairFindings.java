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
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.grid.finding.Finding;
import org.recourse.model.CourseKind;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.RepairReservation;
import org.recourse.radiobiology.fractionation.Fractionation;
import org.recourse.risk.StructureDose;

/** Says what is assumed about repair between fractions, wherever it is not known. Stateless. */
final class RepairFindings {

  /** Once-daily courses have more: 1.1 to 1.25 Gy are the doses of hyperfractionation. */
  private static final double USUAL_ONCE_DAILY_GY = 1.5;

  private static final int MANY_FRACTIONS = 40;

  private RepairFindings() {}

  /** Returns what is to be said about all courses that the ledger counts. */
  static List<Finding> of(PlanSnapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    String undecided = undecided(snapshot);
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      int position = c;
      if (course.kind() == CourseKind.PREVIOUS
          || snapshot.assessed().filter(at -> at.course() == position).isPresent()) {
        prescriptions(course)
            .forEach(prescription -> report(course, prescription, undecided, findings));
      }
    }
    return findings;
  }

  private static Stream<PrescriptionState> prescriptions(CourseState course) {
    return course.plans().isEmpty()
        ? Stream.of(course.typedPrescription())
        : course.plans().stream().map(PlanState::prescription);
  }

  /** Names of the structures that are converted without a half-time. */
  private static String undecided(PlanSnapshot snapshot) {
    return snapshot.assessedStructures().stream()
        .filter(structure -> structure.type() != StructureType.EXTERNAL)
        .filter(structure -> snapshot.tissue(structure).isPresent())
        .filter(structure -> snapshot.repair(structure).isUndecided())
        .map(StructureState::name)
        .collect(Collectors.joining(", "));
  }

  private static void report(
      CourseState course, PrescriptionState of, String undecided, List<Finding> findings) {
    OptionalInt count = of.fractionCount();
    boolean known = count.isPresent() && count.getAsInt() >= 1;
    if (of.fractionsPerDay() == 1) {
      if (known && looksHyperfractionated(of)) {
        findings.add(Finding.warning(looksSeveral(of), course.label()));
      }
      return;
    }
    if (of.schedule().isEmpty() && known) {
      findings.add(
          Finding.warning(
              "Several fractions a day, but the hours between them are not known: structures with a"
                  + " half-time of repair get no EQD2 of this course. Enter them in Prescription.",
              course.label()));
    }
    if (!undecided.isEmpty() && known) {
      var prescribed = new Fractionation(Math.max(0, of.totalDoseGy().orElse(0)), count.getAsInt());
      findings.add(
          Finding.warning(
              RepairReservation.sentence(prescribed, of.schedule())
                  + " Type half-times of repair in Ledger for: "
                  + undecided
                  + ".",
              course.label()));
    }
  }

  private static boolean looksHyperfractionated(PrescriptionState of) {
    int count = of.fractionCount().getAsInt();
    return of.totalDoseGy().isPresent()
        && of.totalDoseGy().getAsDouble() > 0
        && count >= MANY_FRACTIONS
        && of.totalDoseGy().getAsDouble() / count < USUAL_ONCE_DAILY_GY;
  }

  private static String looksSeveral(PrescriptionState of) {
    return String.format(
        Locale.ROOT,
        "One fraction a day is recorded, but %d fractions of %.2f Gy are usually given twice a day."
            + " Check the fractions per day in Prescription.",
        of.fractionCount().getAsInt(),
        of.totalDoseGy().getAsDouble() / of.fractionCount().getAsInt());
  }

  /** Adds to a dose for a risk model that it counts complete repair: none names a half-time. */
  static StructureDose asDerived(PlanSnapshot snapshot, StructureDose dose) {
    List<String> several = RepairUse.severalADay(snapshot);
    if (several.isEmpty() || !(dose instanceof StructureDose.Known known)) {
      return dose;
    }
    Finding finding =
        Finding.info(
            "Repair between the several daily fractions of "
                + String.join(", ", several)
                + " counts as complete in this dose: no half-time of repair is part of the model.",
            "");
    return new StructureDose.Known(
        known.eqd2(),
        known.courseLabels(),
        Stream.concat(known.findings().stream(), Stream.of(finding)).toList());
  }
}
