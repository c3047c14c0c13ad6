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
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.protocols.ProtocolAssessment;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskStructure;

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
      KeptNumbers kept,
      RiskCatalogue catalogue,
      ProtocolCatalogue protocols,
      SliceExecutor executor,
      CaseVoxels voxels,
      RiskParameterValues parameters) {}

  private final Tools tools;
  private final PlanSnapshot snapshot;
  private final SubMonitor progress;
  private final Set<Finding> findings = new LinkedHashSet<>(); // the same sentence only once

  NumbersRun(Tools tools, PlanSnapshot snapshot, IProgressMonitor monitor) {
    this.tools = tools;
    this.snapshot = snapshot;
    progress = SubMonitor.convert(monitor, "Computing numbers", 100);
  }

  /** Computes in the order of {@link DerivedNumber} and hands out what there is on the way. */
  PlanNumbers compute(Consumer<PlanNumbers> early) {
    findings.addAll(snapshot.findings());
    findings.addAll(tools.catalogue().findings());
    Optional<PlanNumbers.PlanDose> dose = planDose();
    progress.setWorkRemaining(80);
    CourseIntake.Taken taken = taken(dose);
    progress.setWorkRemaining(70);
    List<HistogramRun.Sampled> sampled = sampled(dose);
    progress.setWorkRemaining(50);
    KeptNumbers.Histograms histograms = histograms(sampled, dose, taken);
    List<StructureNumbers> structures = histograms.numbers();
    progress.setWorkRemaining(20);
    var places = new GoalPlaces(snapshot, tools.samplings(), histograms.sums(), dose, progress);
    var parts = new Parts(dose, taken, structures, goals(structures, places));
    early.accept(numbers(parts, List.of(), LedgerNumbers.EMPTY));
    var doses = new HistogramRun(tools, snapshot, taken, histograms, progress);
    var answers = new RiskAnswers(tools, snapshot, input(sampled, doses, dose), progress);
    List<RiskAssessment> closedForms = answers.closedForms();
    LedgerNumbers ledger = ledgerNumbers(histograms, dose, taken);
    findings.addAll(ledger.findings());
    var protocols = ChosenProtocols.of(tools.protocols(), snapshot.protocolIds());
    findings.addAll(protocols.findings());
    var ledgers = new CaseLedgers(tools.intake(), tools.samplings(), tools.executor());
    var assessment =
        new ProtocolAssessment(
            ledgers, (goal, of, monitor) -> places.located(goal), tools.executor());
    PlanNumbers known = numbers(parts, closedForms, ledger);
    PlanNumbers judged = known.with(protocols.judged(assessment, known, progress));
    if (!answers.hasNetworks()) {
      return judged;
    }
    early.accept(judged);
    return judged.withRisks(answers.all(closedForms));
  }

  /** What everything else rests on. */
  private record Parts(
      Optional<PlanNumbers.PlanDose> dose,
      CourseIntake.Taken taken,
      List<StructureNumbers> structures,
      List<GoalNumbers> goals) {}

  private PlanNumbers numbers(Parts parts, List<RiskAssessment> risks, LedgerNumbers ledger) {
    return new PlanNumbers(
        snapshot,
        parts.dose(),
        parts.structures(),
        parts.goals(),
        ledger(parts.taken()),
        risks,
        List.copyOf(findings),
        ledger,
        List.of());
  }

  /** The findings of these numbers are kept with them, so that they are said again. */
  private KeptNumbers.Histograms histograms(
      List<HistogramRun.Sampled> sampled,
      Optional<PlanNumbers.PlanDose> dose,
      CourseIntake.Taken taken) {
    KeptNumbers.Kept<KeptNumbers.Histograms> kept =
        tools
            .kept()
            .histograms(
                snapshot,
                () -> {
                  var run = new HistogramRun(tools, snapshot, taken, progress);
                  List<StructureNumbers> numbers = run.numbers(sampled, dose);
                  return new KeptNumbers.Kept<>(
                      new KeptNumbers.Histograms(numbers, run.sums(), run.doses()), run.findings());
                });
    findings.addAll(kept.findings());
    return kept.value();
  }

  private List<GoalNumbers> goals(List<StructureNumbers> structures, GoalPlaces places) {
    return snapshot.goals().stream()
        .map(goal -> places.located(GoalJudgement.judge(goal, structures)))
        .toList();
  }

  private LedgerNumbers ledgerNumbers(
      KeptNumbers.Histograms histograms,
      Optional<PlanNumbers.PlanDose> dose,
      CourseIntake.Taken taken) {
    return dose.isPresent()
        ? tools
            .kept()
            .ledger(
                snapshot,
                () ->
                    new KeptNumbers.Kept<>(
                        new LedgerRows(snapshot, tools, histograms.sums(), dose.get(), taken)
                            .of(histograms.numbers(), progress),
                        List.of()))
            .value()
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
                        HistogramRun.volumeCm3(s),
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
    PlanDoseSum.Result result =
        tools
            .kept()
            .dose(
                snapshot,
                () ->
                    new KeptNumbers.Kept<>(
                        tools.doses().of(plan.get(), progress.split(20)), List.of()))
            .value();
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

  private List<HistogramRun.Sampled> sampled(Optional<PlanNumbers.PlanDose> dose) {
    FrameTransforms transforms = snapshot.frameTransforms();
    List<HistogramRun.Sampled> sampled = new ArrayList<>();
    List<StructureState> structures = snapshot.assessedStructures();
    SubMonitor each = progress.split(20).setWorkRemaining(Math.max(1, structures.size()));
    for (StructureState structure : structures) {
      List<Finding> own = new ArrayList<>();
      Optional<StructureSampling> sampling =
          dose.flatMap(d -> tools.samplings().of(structure, d, transforms, own, each.split(1)));
      findings.addAll(own);
      sampling.ifPresent(s -> findings.addAll(HistogramRun.about(structure, s)));
      sampled.add(new HistogramRun.Sampled(structure, sampling));
    }
    return sampled;
  }

  private RiskInput input(
      List<HistogramRun.Sampled> sampled, HistogramRun doses, Optional<PlanNumbers.PlanDose> dose) {
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
                                snapshot, doses.structureDose(s, Tissue.of(ratio), monitor))))
            .toList();
    var voxels = new SnapshotVoxels(snapshot, dose, tools.samplings(), tools.voxels());
    return RiskQuestion.of(snapshot, structures, tools.parameters(), voxels);
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
