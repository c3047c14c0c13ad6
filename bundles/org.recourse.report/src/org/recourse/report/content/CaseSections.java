/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.assistant.numbers.CourseDoseUse;
import org.recourse.assistant.numbers.CourseNumbers;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PatientState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportSection;

/** The case and the ledger of its courses. Stateless. */
final class CaseSections {

  private CaseSections() {}

  static ReportSection ofCase(ReportRequest request) {
    PlanNumbers numbers = request.numbers();
    PatientState patient = numbers.snapshot().patient();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Patient", Figures.orUnknown(request.patientName())));
    facts.add(new Fact("Patient ID", Figures.orUnknown(patient.patientId())));
    facts.add(new Fact("Born", Figures.orUnknown(patient.birthDate())));
    facts.add(new Fact("Sex", patient.sex().getName().toLowerCase(Locale.ROOT)));
    facts.add(new Fact("Case", request.caseName()));
    facts.add(
        new Fact(
            "Data",
            numbers.snapshot().synthetic()
                ? "synthetic: images, structures or doses were made by a program"
                : "as imported"));
    numbers.snapshot().assessedPlan().ifPresent(plan -> addPlan(facts, plan));
    facts.add(new Fact("Revision", "number " + numbers.revision() + " of this session"));
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Facts(facts));
    if (numbers.snapshot().assessedPlan().isEmpty()) {
      blocks.add(new ReportBlock.Paragraph("The case has no plan."));
    }
    return new ReportSection("Case", blocks);
  }

  private static void addPlan(List<Fact> facts, PlanState plan) {
    facts.add(new Fact("Plan", Figures.orUnknown(plan.label())));
    facts.add(new Fact("Prescription", prescription(plan.prescription())));
    facts.add(new Fact("Normalisation", Figures.fixed(plan.normalisationPercent(), 1) + " %"));
    long on = plan.beams().stream().filter(beam -> beam.enabled()).count();
    facts.add(new Fact("Beams", on + " of " + plan.beams().size() + " switched on"));
  }

  static String prescription(PrescriptionState prescription) {
    String target = prescription.targetName().isBlank() ? "" : " to " + prescription.targetName();
    String daily =
        prescription.fractionsPerDay() == 1
            ? ""
            : ", " + prescription.fractionsPerDay() + " fractions a day";
    return Figures.gy(prescription.totalDoseGy())
        + " in "
        + Figures.count(prescription.fractionCount())
        + " fractions"
        + daily
        + target;
  }

  static ReportSection ofLedger(PlanNumbers numbers) {
    List<ReportBlock> blocks = new ArrayList<>();
    List<List<String>> courses = new ArrayList<>();
    for (CourseNumbers course : numbers.courses()) {
      courses.add(
          List.of(
              Figures.orUnknown(course.course().label()),
              Figures.orUnknown(course.course().startDate()),
              prescription(course.prescription()),
              course.daysToPlanned().isPresent()
                  ? course.daysToPlanned().getAsLong() + " d"
                  : Figures.UNKNOWN,
              use(course.use())));
    }
    blocks.add(
        new ReportBlock.Table(
            List.of(
                Column.text("Course", 1.2),
                Column.text("Begin", 0.8),
                Column.text("Prescription", 2),
                Column.text("Days to the plan", 0.8),
                Column.text("Its dose in the sums", 1.8)),
            courses));
    blocks.add(
        new ReportBlock.Paragraph(
            "Sums below are EQD2 at the alpha/beta of each structure, converted on the grid of each"
                + " course and summed voxel by voxel; nothing is discounted for recovery ("
                + LedgerNumbers.RECOVERY_CONVENTION
                + "), "
                + numbers.ledger().repair()
                + "."));
    blocks.add(ledger(numbers));
    return new ReportSection("Courses and cumulative dose", blocks);
  }

  private static String use(CourseDoseUse use) {
    return switch (use) {
      case CourseDoseUse.Voxels voxels -> "voxel by voxel";
      case CourseDoseUse.TypedFigures(int count) -> count + " figures typed from paper";
      case CourseDoseUse.NotUsed(String reason) -> reason;
    };
  }

  private static ReportBlock ledger(PlanNumbers numbers) {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerNumbers.Row row : numbers.ledger().rows()) {
      rows.add(
          List.of(
              row.structure().name(),
              Figures.fixed(row.alphaBetaGy(), 1),
              row.plan().map(f -> Figures.fixed(f.maxEqd2Gy(), 1)).orElse(Figures.UNKNOWN),
              row.previous().map(f -> Figures.fixed(f.maxEqd2Gy(), 1)).orElse(Figures.UNKNOWN),
              row.cumulative().map(f -> Figures.fixed(f.maxEqd2Gy(), 1)).orElse(Figures.UNKNOWN),
              row.cumulative().map(CaseSections::d01cc).orElse(Figures.UNKNOWN),
              row.maximum()
                  .map(
                      range ->
                          Figures.fixed(range.lowestEqd2Gy(), 1)
                              + "\u2013"
                              + Figures.fixed(range.highestEqd2Gy(), 1))
                  .orElse(Figures.UNKNOWN)));
    }
    return new ReportBlock.Table(
        List.of(
            Column.text("Structure", 1.8),
            Column.number("Alpha/beta, Gy"),
            Column.number("Plan max, Gy EQD2"),
            Column.number("Earlier max, Gy EQD2"),
            Column.number("Sum max, Gy EQD2"),
            Column.number("Sum D0.1cc, Gy EQD2"),
            Column.number("Sum max with misplacement, Gy EQD2")),
        rows);
  }

  private static String d01cc(LedgerNumbers.Figures figures) {
    return figures.d01ccEqd2Gy().isPresent()
        ? Figures.fixed(figures.d01ccEqd2Gy().getAsDouble(), 1)
        : Figures.UNKNOWN;
  }
}
