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
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.protocols.ProtocolAssessment;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolNumbers;
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

  private static final int WORK = 100;
  private static final int PART = 20;

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

  /** Where a finding comes from, in the order in which findings are told. */
  private enum Origin {
    CASE,
    DOSE,
    COURSES,
    GEOMETRY,
    HISTOGRAMS,
    LEDGER,
    PROTOCOLS
  }

  private final Tools tools;
  private final PlanSnapshot snapshot;
  private final SubMonitor progress;

  /**
   * By origin, because the order of the parts depends on what somebody looks at. Guarded: a network
   * that was given up may still find something on its own thread.
   */
  private final Map<Origin, Set<Finding>> findings = new EnumMap<>(Origin.class);

  // Each is computed when it is first needed; networks may ask from a thread of their own.
  private final Once<Optional<PlanNumbers.PlanDose>> dose = new Once<>(this::planDose);
  private final Once<CourseIntake.Taken> taken = new Once<>(() -> taken(dose.get()));
  private final Once<List<HistogramRun.Sampled>> sampled = new Once<>(() -> sampled(dose.get()));
  private final Once<KeptNumbers.Histograms> histograms = new Once<>(this::histograms);
  private final Once<GoalPlaces> places = new Once<>(this::places);
  private final Once<HistogramRun> structureDoses = new Once<>(this::structureDoses);
  private final Once<RiskAnswers> answers = new Once<>(this::answers);

  private List<GoalNumbers> goals = List.of();
  private List<RiskAssessment> closedForms = List.of();
  private List<RiskAssessment> networks = List.of();
  private LedgerNumbers ledger = LedgerNumbers.EMPTY;
  private List<ProtocolNumbers> protocols = List.of();
  private Optional<RiskGradient> gradient = Optional.empty();

  NumbersRun(Tools tools, PlanSnapshot snapshot, IProgressMonitor monitor) {
    this.tools = tools;
    this.snapshot = snapshot;
    progress = SubMonitor.convert(monitor, "Computing numbers", WORK);
    found(Origin.CASE, snapshot.findings());
  }

  /** Computes in the order of what is looked at and hands out what there is on the way. */
  PlanNumbers compute(Supplier<Set<DerivedNumber>> lookedAt, Consumer<NumbersSoFar> early) {
    found(Origin.CASE, tools.catalogue().findings());
    Set<DerivedNumber> known = EnumSet.noneOf(DerivedNumber.class);
    Optional<DerivedNumber> next = next(known, lookedAt.get());
    while (next.isPresent()) {
      progress.checkCanceled();
      compute(next.get());
      known.add(next.get());
      next = next(known, lookedAt.get());
      if (next.isPresent() || gradient.isPresent()) {
        early.accept(new NumbersSoFar(numbers(known), known, gradient));
      }
    }
    return numbers(known);
  }

  private static Optional<DerivedNumber> next(
      Set<DerivedNumber> known, Set<DerivedNumber> lookedAt) {
    Set<DerivedNumber> due = EnumSet.allOf(DerivedNumber.class);
    due.removeIf(number -> number.isOnlyWhenLookedAt() && !lookedAt.contains(number));
    due.remove(DerivedNumber.BANDS); // rest on all the others, and are told by themselves
    return RecomputationOrder.next(known, due, lookedAt);
  }

  private void compute(DerivedNumber number) {
    switch (number) {
      case DOSE -> dose.get();
      case GEOMETRY -> sampled.get();
      case HISTOGRAMS -> histograms.get();
      case GOALS -> goals = goals(histograms.get().numbers(), places.get());
      case CLOSED_FORM_RISKS -> closedForms = answers.get().closedForms();
      case LEDGER -> {
        ledger = ledgerNumbers();
        found(Origin.LEDGER, ledger.findings());
      }
      case PROTOCOLS -> judgeProtocols();
      case NETWORK_RISKS -> networks = answers.get().networks();
      case GRADIENTS -> gradient = Optional.of(computeGradient());
      case BANDS -> throw new IllegalArgumentException("computed by a run of their own");
    }
  }

  /** Computes the gradient of the first network that has one, and nothing it does not need. */
  RiskGradient computeGradient() {
    return answers.get().gradient();
  }

  private void judgeProtocols() {
    var chosen = ChosenProtocols.of(tools.protocols(), snapshot.protocolIds());
    found(Origin.PROTOCOLS, chosen.findings());
    var ledgers = new CaseLedgers(tools.intake(), tools.samplings(), tools.executor());
    var assessment =
        new ProtocolAssessment(
            ledgers, (goal, of, monitor) -> places.get().located(goal), tools.executor());
    PlanNumbers unjudged = numbers(EnumSet.complementOf(EnumSet.of(DerivedNumber.PROTOCOLS)));
    PlanNumbers judged = unjudged.with(chosen.judged(assessment, unjudged, progress));
    ledger = judged.ledger(); // with what the limits leave
    protocols = judged.protocols();
  }

  private synchronized void found(Origin origin, Collection<Finding> some) {
    findings.computeIfAbsent(origin, key -> new LinkedHashSet<>()).addAll(some);
  }

  /** The same sentence only once. */
  private synchronized List<Finding> findings() {
    return findings.values().stream().flatMap(Set::stream).distinct().toList();
  }

  private PlanNumbers numbers(Set<DerivedNumber> known) {
    boolean withHistograms = known.contains(DerivedNumber.HISTOGRAMS);
    return new PlanNumbers(
        snapshot,
        dose.get(),
        withHistograms ? histograms.get().numbers() : List.of(),
        goals,
        withHistograms ? ledger(taken.get()) : List.of(),
        answers.isThere() ? answers.get().inOrder(closedForms, networks) : List.of(),
        findings(),
        ledger,
        protocols);
  }

  /** The findings of these numbers are kept with them, so that they are said again. */
  private KeptNumbers.Histograms histograms() {
    KeptNumbers.Kept<KeptNumbers.Histograms> kept =
        tools
            .kept()
            .histograms(
                snapshot,
                () -> {
                  var run = new HistogramRun(tools, snapshot, taken.get(), part());
                  List<StructureNumbers> numbers = run.numbers(sampled.get(), dose.get());
                  return new KeptNumbers.Kept<>(
                      new KeptNumbers.Histograms(numbers, run.sums(), run.doses()), run.findings());
                });
    taken.get(); // its findings are said again as well
    found(Origin.HISTOGRAMS, kept.findings());
    return kept.value();
  }

  private GoalPlaces places() {
    return new GoalPlaces(
        snapshot, tools.samplings(), histograms.get().sums(), dose.get(), progress);
  }

  private HistogramRun structureDoses() {
    return new HistogramRun(tools, snapshot, taken.get(), histograms.get(), progress);
  }

  private RiskAnswers answers() {
    return new RiskAnswers(tools, snapshot, input(sampled.get(), dose.get()), progress);
  }

  /** A share of the work, of which nobody knows how much there is. */
  private SubMonitor part() {
    return progress.setWorkRemaining(WORK).split(PART);
  }

  private List<GoalNumbers> goals(List<StructureNumbers> structures, GoalPlaces places) {
    return snapshot.goals().stream()
        .map(goal -> places.located(GoalJudgement.judge(goal, structures)))
        .toList();
  }

  private LedgerNumbers ledgerNumbers() {
    return dose.get().isPresent()
        ? tools
            .kept()
            .ledger(
                snapshot,
                () ->
                    new KeptNumbers.Kept<>(
                        new LedgerRows(
                                snapshot,
                                tools,
                                histograms.get().sums(),
                                dose.get().orElseThrow(),
                                taken.get())
                            .of(histograms.get().numbers(), progress),
                        List.of()))
            .value()
        : LedgerNumbers.EMPTY;
  }

  PlanNumbers computePhysical() {
    return physical(dose.get());
  }

  PlanNumbers computeGrid(String doseUid) {
    PlanDoseSum.Result result = tools.doses().ofGrid(snapshot.dose(doseUid), part());
    found(Origin.DOSE, result.findings());
    return physical(result.dose());
  }

  private PlanNumbers physical(Optional<PlanNumbers.PlanDose> physical) {
    List<StructureNumbers> structures =
        sampled(physical).stream()
            .map(
                s ->
                    new StructureNumbers(
                        s.structure(),
                        HistogramRun.volumeCm3(s),
                        physical.flatMap(d -> s.dvh(d.doseGy())),
                        Optional.empty(),
                        Optional.empty(),
                        RepairUse.COMPLETE))
            .toList();
    return new PlanNumbers(
        snapshot, physical, structures, List.of(), List.of(), List.of(), findings());
  }

  private Optional<PlanNumbers.PlanDose> planDose() {
    Optional<PlanState> plan = snapshot.assessedPlan();
    if (plan.isEmpty()) {
      found(
          Origin.DOSE,
          List.of(
              Finding.error(
                  "The case has no plan, so there is no dose to assess. Import one.", "")));
      return Optional.empty();
    }
    PlanDoseSum.Result result =
        tools
            .kept()
            .dose(
                snapshot,
                () -> new KeptNumbers.Kept<>(tools.doses().of(plan.get(), part()), List.of()))
            .value();
    found(Origin.DOSE, result.findings());
    return result.dose();
  }

  private CourseIntake.Taken taken(Optional<PlanNumbers.PlanDose> planned) {
    CourseIntake.Taken intake =
        planned.isPresent()
            ? tools.intake().take(snapshot, planned.get(), part())
            : CourseIntake.withoutDose(snapshot);
    found(Origin.COURSES, intake.findings());
    found(Origin.COURSES, RepairFindings.of(snapshot));
    for (String refusal : intake.refusals()) {
      found(Origin.COURSES, List.of(Finding.error(refusal, "")));
    }
    for (int c = 0; c < intake.uses().size(); c++) {
      if (intake.uses().get(c) instanceof CourseDoseUse.NotUsed(String reason)
          && !intake.refusals().contains(reason)) {
        String label = snapshot.courses().get(c).label();
        found(Origin.COURSES, List.of(Finding.warning(reason, label)));
      }
    }
    return intake;
  }

  private List<HistogramRun.Sampled> sampled(Optional<PlanNumbers.PlanDose> planned) {
    FrameTransforms transforms = snapshot.frameTransforms();
    List<HistogramRun.Sampled> all = new ArrayList<>();
    List<StructureState> structures = snapshot.assessedStructures();
    SubMonitor each = part().setWorkRemaining(Math.max(1, structures.size()));
    for (StructureState structure : structures) {
      List<Finding> own = new ArrayList<>();
      Optional<StructureSampling> sampling =
          planned.flatMap(d -> tools.samplings().of(structure, d, transforms, own, each.split(1)));
      found(Origin.GEOMETRY, own);
      sampling.ifPresent(s -> found(Origin.GEOMETRY, HistogramRun.about(structure, s)));
      all.add(new HistogramRun.Sampled(structure, sampling));
    }
    return all;
  }

  private RiskInput input(
      List<HistogramRun.Sampled> places, Optional<PlanNumbers.PlanDose> planned) {
    List<RiskStructure> structures =
        places.stream()
            .filter(s -> !s.structure().name().isBlank())
            .map(
                s ->
                    new RiskStructure(
                        s.structure().name(),
                        s.structure().tg263Name(),
                        RiskQuestion.kind(s.structure().type()),
                        (ratio, monitor) ->
                            RepairFindings.asDerived(
                                snapshot,
                                structureDoses.get().structureDose(s, Tissue.of(ratio), monitor))))
            .toList();
    var voxels = new SnapshotVoxels(snapshot, planned, tools.samplings(), tools.voxels());
    return RiskQuestion.of(snapshot, structures, tools.parameters(), voxels);
  }

  private List<CourseNumbers> ledger(CourseIntake.Taken intake) {
    Optional<CourseState> assessed = snapshot.assessedCourse();
    List<CourseNumbers> all = new ArrayList<>();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      all.add(
          new CourseNumbers(
              course,
              course.prescription(),
              CourseDates.toAssessed(course, assessed),
              intake.uses().get(c)));
    }
    return all;
  }
}
