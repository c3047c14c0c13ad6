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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.protocols.ProtocolAssessment;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.StructureDose;

/** One computation of all numbers of one snapshot. Used once, by one thread. */
final class NumbersRun {

  /** What a run needs and does not change. */
  record Tools(
      PlanDoseSum doses,
      CourseIntake intake,
      Eqd2Summation summation,
      StructureSamplings samplings,
      LedgerRows.Kept ledger,
      ScenarioDoses.Kept scenarios,
      RiskCatalogue catalogue,
      ProtocolCatalogue protocols,
      SliceExecutor executor,
      CaseVoxels voxels,
      RiskParameterValues parameters) {}

  /** A structure with its sampling, if its place on the dose grid is known. */
  private record Sampled(StructureState structure, Optional<StructureSampling> sampling) {

    Optional<Dvh> dvh(DoseGrid dose) {
      return sampling.flatMap(s -> s.dvh(dose));
    }
  }

  /** Names a histogram that several risk models may ask for. */
  private record DoseQuestion(StructureState structure, Tissue tissue) {}

  private final Tools tools;
  private final PlanSnapshot snapshot;
  private final SubMonitor progress;
  private final Set<Finding> findings = new LinkedHashSet<>(); // the same sentence only once
  private final Map<Tissue, Eqd2Sum> sums = new ConcurrentHashMap<>();
  private final Map<DoseQuestion, StructureDose> structureDoses = new ConcurrentHashMap<>();

  NumbersRun(Tools tools, PlanSnapshot snapshot, IProgressMonitor monitor) {
    this.tools = tools;
    this.snapshot = snapshot;
    progress = SubMonitor.convert(monitor, "Computing numbers", 100);
  }

  PlanNumbers compute() {
    findings.addAll(snapshot.findings());
    findings.addAll(tools.catalogue().findings());
    Optional<PlanNumbers.PlanDose> dose = planDose();
    progress.setWorkRemaining(80);
    CourseIntake.Taken taken = taken(dose);
    progress.setWorkRemaining(70);
    List<Sampled> sampled = sampled(dose);
    progress.setWorkRemaining(50);
    List<StructureNumbers> structures = structureNumbers(sampled, dose, taken);
    progress.setWorkRemaining(20);
    List<RiskAssessment> risks = risks(sampled, taken, dose);
    LedgerNumbers ledger = ledgerNumbers(structures, dose, taken);
    findings.addAll(ledger.findings());
    var protocols = ChosenProtocols.of(tools.protocols(), snapshot.protocolIds());
    findings.addAll(protocols.findings());
    var places = new GoalPlaces(snapshot, tools.samplings(), sums, dose, progress);
    var numbers =
        new PlanNumbers(
            snapshot,
            dose,
            structures,
            goals(structures, places),
            ledger(taken),
            risks,
            List.copyOf(findings),
            ledger,
            List.of());
    var ledgers = new CaseLedgers(tools.intake(), tools.samplings(), tools.executor());
    var assessment =
        new ProtocolAssessment(
            ledgers, (goal, of, monitor) -> places.located(goal), tools.executor());
    return numbers.with(protocols.judged(assessment, numbers, progress));
  }

  private List<GoalNumbers> goals(List<StructureNumbers> structures, GoalPlaces places) {
    return snapshot.goals().stream()
        .map(goal -> places.located(GoalJudgement.judge(goal, structures)))
        .toList();
  }

  private LedgerNumbers ledgerNumbers(
      List<StructureNumbers> structures,
      Optional<PlanNumbers.PlanDose> dose,
      CourseIntake.Taken taken) {
    return dose.isPresent()
        ? new LedgerRows(snapshot, tools, sums, dose.get(), taken).of(structures, progress)
        : LedgerNumbers.EMPTY;
  }

  PlanNumbers computePhysical() {
    findings.addAll(snapshot.findings());
    return physical(planDose());
  }

  PlanNumbers computeGrid(String doseUid) {
    findings.addAll(snapshot.findings());
    PlanDoseSum.Result result = tools.doses().ofGrid(snapshot.dose(doseUid), progress.split(20));
    findings.addAll(result.findings());
    return physical(result.dose());
  }

  private PlanNumbers physical(Optional<PlanNumbers.PlanDose> dose) {
    progress.setWorkRemaining(80);
    List<StructureNumbers> structures =
        sampled(dose).stream()
            .map(
                s ->
                    new StructureNumbers(
                        s.structure(),
                        volumeCm3(s),
                        dose.flatMap(d -> s.dvh(d.doseGy())),
                        Optional.empty(),
                        Optional.empty(),
                        RepairUse.COMPLETE))
            .toList();
    return new PlanNumbers(
        snapshot, dose, structures, List.of(), List.of(), List.of(), List.copyOf(findings));
  }

  private Optional<PlanNumbers.PlanDose> planDose() {
    Optional<PlanState> plan = snapshot.assessedPlan();
    if (plan.isEmpty()) {
      findings.add(
          Finding.error("The case has no plan, so there is no dose to assess. Import one.", ""));
      return Optional.empty();
    }
    PlanDoseSum.Result result = tools.doses().of(plan.get(), progress.split(20));
    findings.addAll(result.findings());
    return result.dose();
  }

  private CourseIntake.Taken taken(Optional<PlanNumbers.PlanDose> dose) {
    CourseIntake.Taken taken =
        dose.isPresent()
            ? tools.intake().take(snapshot, dose.get(), progress.split(10))
            : CourseIntake.withoutDose(snapshot);
    findings.addAll(taken.findings());
    findings.addAll(RepairFindings.of(snapshot));
    for (String refusal : taken.refusals()) {
      findings.add(Finding.error(refusal, ""));
    }
    for (int c = 0; c < taken.uses().size(); c++) {
      if (taken.uses().get(c) instanceof CourseDoseUse.NotUsed(String reason)
          && !taken.refusals().contains(reason)) {
        findings.add(Finding.warning(reason, snapshot.courses().get(c).label()));
      }
    }
    return taken;
  }

  private List<Sampled> sampled(Optional<PlanNumbers.PlanDose> dose) {
    FrameTransforms transforms = snapshot.frameTransforms();
    List<Sampled> sampled = new ArrayList<>();
    List<StructureState> structures = snapshot.assessedStructures();
    SubMonitor each = progress.split(20).setWorkRemaining(Math.max(1, structures.size()));
    for (StructureState structure : structures) {
      List<Finding> own = new ArrayList<>();
      Optional<StructureSampling> sampling =
          dose.flatMap(d -> tools.samplings().of(structure, d, transforms, own, each.split(1)));
      findings.addAll(own);
      sampling.ifPresent(s -> findings.addAll(about(structure, s)));
      sampled.add(new Sampled(structure, sampling));
    }
    return sampled;
  }

  /** The sampling does not know whose it is. */
  private static List<Finding> about(StructureState structure, StructureSampling sampling) {
    return sampling.findings().stream()
        .map(finding -> new Finding(finding.severity(), finding.text(), structure.name()))
        .toList();
  }

  private List<StructureNumbers> structureNumbers(
      List<Sampled> sampled, Optional<PlanNumbers.PlanDose> dose, CourseIntake.Taken taken) {
    if (dose.isEmpty()) {
      return sampled.stream().map(s -> StructureNumbers.unknown(s.structure())).toList();
    }
    reportMissingAlphaBeta(sampled);
    // Whole grids first, with all threads; then one structure per thread.
    List<Tissue> tissues =
        sampled.stream()
            .map(s -> snapshot.tissue(s.structure()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Map<Tissue, Eqd2Sum> planSums = planSums(tissues, taken);
    tissues.forEach(tissue -> report(sum(tissue, taken, progress)));
    StructureNumbers[] numbers = new StructureNumbers[sampled.size()];
    var typedMaxima = new TypedMaxima(snapshot, taken);
    tools
        .executor()
        .forEachSlice(
            numbers.length,
            progress,
            i -> {
              Sampled s = sampled.get(i);
              Optional<Tissue> tissue = snapshot.tissue(s.structure());
              numbers[i] =
                  new StructureNumbers(
                      s.structure(),
                      volumeCm3(s),
                      s.dvh(dose.get().doseGy()),
                      tissue.map(planSums::get).flatMap(sum -> known(s, sum)),
                      tissue.flatMap(t -> cumulative(s, t, taken, typedMaxima)),
                      snapshot.repair(s.structure()));
            });
    findings.addAll(typedMaxima.findings());
    return List.of(numbers);
  }

  private void report(Eqd2Sum sum) {
    switch (sum) {
      case Eqd2Sum.Known known -> findings.addAll(known.findings());
      case Eqd2Sum.Unknown unknown ->
          unknown.reasons().forEach(reason -> findings.add(Finding.error(reason, "")));
    }
  }

  private static OptionalDouble volumeCm3(Sampled sampled) {
    return sampled.sampling().isPresent()
        ? OptionalDouble.of(sampled.sampling().get().volumeCm3())
        : OptionalDouble.empty();
  }

  private static Optional<Dvh> known(Sampled sampled, Eqd2Sum sum) {
    return switch (sum) {
      case Eqd2Sum.Known sumOfCourses -> sampled.dvh(sumOfCourses.eqd2());
      case Eqd2Sum.Unknown unknown -> Optional.empty();
    };
  }

  private void reportMissingAlphaBeta(List<Sampled> sampled) {
    String names =
        sampled.stream()
            .map(Sampled::structure)
            .filter(structure -> structure.ratio().isEmpty())
            .filter(structure -> structure.type() != StructureType.EXTERNAL)
            .map(StructureState::name)
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      findings.add(
          Finding.warning(
              "alpha/beta is not set, or not above 0 Gy, so EQD2 is not computed for these"
                  + " structures. Enter it in Structures.",
              names));
    }
  }

  /** EQD2 of the plan alone, once for every tissue. */
  private Map<Tissue, Eqd2Sum> planSums(List<Tissue> tissues, CourseIntake.Taken taken) {
    return tissues.stream()
        .collect(
            Collectors.toMap(t -> t, tissue -> tools.summation().ofPlan(taken, tissue, progress)));
  }

  private Eqd2Sum sum(Tissue tissue, CourseIntake.Taken taken, IProgressMonitor monitor) {
    Eqd2Sum known = sums.get(tissue);
    if (known == null) { // two models may compute it at once, with equal results
      known = tools.summation().ofAll(taken, tissue, monitor);
      sums.put(tissue, known);
    }
    return known;
  }

  private Optional<CumulativeNumbers> cumulative(
      Sampled sampled, Tissue tissue, CourseIntake.Taken taken, TypedMaxima typedMaxima) {
    StructureDose dose = structureDose(sampled, tissue, taken, progress);
    return switch (dose) {
      case StructureDose.Known(Dvh eqd2, List<String> courses, List<Finding> reservations) ->
          Optional.of(
              new CumulativeNumbers(
                  tissue.alphaBeta().gy(),
                  eqd2,
                  courses,
                  typedMaxima.missingCourses(),
                  typedMaxima.of(sampled.structure(), tissue),
                  taken.parts().stream()
                      .flatMap(part -> part.transformIds().stream())
                      .distinct()
                      .toList()));
      case StructureDose.Unknown unknown -> Optional.empty();
    };
  }

  private StructureDose structureDose(
      Sampled sampled, Tissue tissue, CourseIntake.Taken taken, IProgressMonitor monitor) {
    var question = new DoseQuestion(sampled.structure(), tissue);
    StructureDose known = structureDoses.get(question);
    if (known == null) {
      known = answer(sampled, sum(tissue, taken, monitor));
      structureDoses.put(question, known);
    }
    return known;
  }

  private static StructureDose answer(Sampled sampled, Eqd2Sum sum) {
    String name = sampled.structure().name();
    if (sampled.sampling().isEmpty()) {
      return new StructureDose.Unknown(
          List.of("The place of " + name + " on the dose grid is not known."));
    }
    StructureSampling sampling = sampled.sampling().get();
    return switch (sum) {
      case Eqd2Sum.Unknown(List<String> reasons) -> new StructureDose.Unknown(reasons);
      case Eqd2Sum.Known known -> {
        Optional<Dvh> dvh = sampling.dvh(known.eqd2());
        List<Finding> all =
            Stream.concat(about(sampled.structure(), sampling).stream(), known.findings().stream())
                .toList();
        yield dvh.isPresent()
            ? new StructureDose.Known(dvh.get(), known.courses(), all)
            : new StructureDose.Unknown(List.of("No part of " + name + " lies in the dose grid."));
      }
    };
  }

  private List<RiskAssessment> risks(
      List<Sampled> sampled, CourseIntake.Taken taken, Optional<PlanNumbers.PlanDose> dose) {
    List<RiskStructure> structures =
        sampled.stream()
            .filter(s -> !s.structure().name().isBlank())
            .map(
                s ->
                    new RiskStructure(
                        s.structure().name(),
                        s.structure().tg263Name(),
                        RiskQuestion.kind(s.structure().type()),
                        (ratio, monitor) ->
                            RepairFindings.asDerived(
                                snapshot, structureDose(s, Tissue.of(ratio), taken, monitor))))
            .toList();
    var voxels = new SnapshotVoxels(snapshot, dose, tools.samplings(), tools.voxels());
    RiskInput input = RiskQuestion.of(snapshot, structures, tools.parameters(), voxels);
    return tools.catalogue().assessAll(input, progress.split(20));
  }

  private List<CourseNumbers> ledger(CourseIntake.Taken taken) {
    Optional<CourseState> assessed = snapshot.assessedCourse();
    List<CourseNumbers> ledger = new ArrayList<>();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      ledger.add(
          new CourseNumbers(
              course,
              course.prescription(),
              CourseDates.toAssessed(course, assessed),
              taken.uses().get(c)));
    }
    return ledger;
  }
}
