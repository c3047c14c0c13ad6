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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.bands.GoalBand;
import org.recourse.assistant.bands.StructureBand;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.finding.Finding;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.registration.uncertainty.GoalUnderUncertainty;
import org.recourse.registration.uncertainty.MetricBand;

/**
 * One computation of the intervals that follow from the registrations, after the numbers of the
 * same snapshot. Used once, by one thread.
 */
final class BandsRun {

  private static final DoseMetric D01CC = new DoseMetric.DoseAtVolumeCm3(0.1);

  /** A structure with a place and a tissue. */
  record Placed(StructureNumbers numbers, StructureSampling sampling, Tissue tissue) {}

  /** A structure that a risk model may ask for, with its place if that is known. */
  record Located(StructureNumbers numbers, Optional<StructureSampling> sampling) {}

  /** What one structure gives. */
  private record Banded(StructureBand structure, List<GoalBand> goals) {}

  /** A goal that is judged on cumulative EQD2. */
  private record Question(GoalNumbers goal, RecoveryConvention convention) {}

  private final NumbersRun.Tools tools;
  private final PlanNumbers numbers;
  private final PlanSnapshot snapshot;
  private final SubMonitor progress;

  BandsRun(NumbersRun.Tools tools, PlanNumbers numbers, IProgressMonitor monitor) {
    this.tools = tools;
    this.numbers = numbers;
    snapshot = numbers.snapshot();
    progress = SubMonitor.convert(monitor, "Computing uncertainty bands", 100);
  }

  UncertaintyBands compute() {
    if (numbers.planDose().isEmpty()) {
      return UncertaintyBands.none(numbers.revision());
    }
    CourseIntake.Taken taken =
        tools.intake().take(snapshot, numbers.planDose().get(), progress.split(5));
    boolean certain =
        taken.parts().stream()
            .map(part -> part.dose().uncertainty())
            .allMatch(u -> u.basis() == RegistrationUncertainty.Basis.SAME_FRAME);
    if (!taken.refusals().isEmpty() || certain) {
      return UncertaintyBands.none(numbers.revision());
    }
    var doses = new ScenarioDoses(taken, tools.summation(), tools.scenarios());
    List<String> ids =
        taken.parts().stream().flatMap(part -> part.transformIds().stream()).distinct().toList();
    List<Located> located = located();
    List<Placed> placed = placed(located);
    List<Question> questions = questions();
    Map<Integer, Banded> banded = new ConcurrentSkipListMap<>();
    List<LedgerCourses.Group> groups = LedgerCourses.of(snapshot, taken);
    SubMonitor structures = progress.split(60);
    tools
        .executor()
        .forEachSlice(
            placed.size(),
            structures,
            i ->
                banded(doses, placed.get(i), questions, groups, ids, structures)
                    .ifPresent(one -> banded.put(i, one)));
    List<Banded> known = List.copyOf(banded.values());
    return new UncertaintyBands(
        numbers.revision(),
        ScenarioDoses.SAMPLES,
        ids,
        known.stream().map(Banded::structure).toList(),
        known.stream().flatMap(b -> b.goals().stream()).toList(),
        new RiskBandRun(tools, numbers, doses, located).compute(progress.split(35)),
        findings(taken));
  }

  private static List<Finding> findings(CourseIntake.Taken taken) {
    return taken.parts().stream()
        .filter(part -> !part.assessed())
        .filter(part -> part.dose().uncertainty().basis() == RegistrationUncertainty.Basis.ASSUMED)
        .map(
            part ->
                Finding.info(
                    "Nobody stated how far the registration may be wrong, so the intervals count "
                        + part.dose().uncertainty().text()
                        + ". Enter it in Registrations.",
                    part.dose().label()))
        .distinct()
        .toList();
  }

  private List<Located> located() {
    FrameTransforms transforms = snapshot.frameTransforms();
    return numbers.structures().stream()
        .map(
            structure ->
                new Located(
                    structure,
                    tools
                        .samplings()
                        .of(
                            structure.structure(),
                            numbers.planDose().orElseThrow(),
                            transforms,
                            new ArrayList<>(), // the numbers have told the findings
                            progress.split(0))))
        .toList();
  }

  private List<Placed> placed(List<Located> located) {
    List<Placed> placed = new ArrayList<>();
    for (Located one : located) {
      StructureState structure = one.numbers().structure();
      Optional<Tissue> tissue = snapshot.tissue(structure);
      boolean has = tissue.isPresent() && one.numbers().cumulative().isPresent();
      if (has && one.sampling().isPresent() && structure.type() != StructureType.EXTERNAL) {
        placed.add(new Placed(one.numbers(), one.sampling().get(), tissue.get()));
      }
    }
    return placed;
  }

  private List<Question> questions() {
    return Stream.concat(
            numbers.goals().stream().map(goal -> new Question(goal, RecoveryConvention.NONE)),
            numbers.protocols().stream()
                .flatMap(protocol -> protocol.goals().stream())
                .map(goal -> new Question(goal.numbers(), goal.goal().convention())))
        .filter(question -> question.goal().goal().quantity() == DoseQuantity.CUMULATIVE_EQD2)
        .filter(question -> value(question.goal()).isPresent())
        .toList();
  }

  private static OptionalDouble value(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged judged -> OptionalDouble.of(judged.value().value());
      case GoalOutcome.Shown shown -> OptionalDouble.of(shown.value().value());
      case GoalOutcome.NotApplicable none -> OptionalDouble.empty();
    };
  }

  private static Optional<Banded> banded(
      ScenarioDoses doses,
      Placed place,
      List<Question> questions,
      List<LedgerCourses.Group> groups,
      List<String> ids,
      IProgressMonitor monitor) {
    Optional<BandSamples> plain =
        BandSamples.of(doses, place.sampling(), place.tissue(), doses.undiscounted(), ids, monitor);
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    List<GoalBand> goals = new ArrayList<>();
    for (Question question : questions) {
      if (place.numbers().structure().isNamed(question.goal().goal().structureName())) {
        Optional<BandSamples> samples =
            switch (question.convention()) {
              case RecoveryConvention.NoRecovery none -> plain;
              case RecoveryConvention.TableRecovery table ->
                  BandSamples.of(
                      doses,
                      place.sampling(),
                      place.tissue(),
                      weights(groups, table, doses.undiscounted()),
                      ids,
                      monitor);
            };
        samples.flatMap(s -> goalBand(question, s, place.numbers())).ifPresent(goals::add);
      }
    }
    return Optional.of(
        new Banded(
            new StructureBand(
                place.numbers().structure(),
                plain.get().maximum(),
                plain.get().band(D01CC),
                plain.get().mean(),
                plain.get().histogram()),
            goals));
  }

  private static double[] weights(
      List<LedgerCourses.Group> groups,
      RecoveryConvention.TableRecovery table,
      double[] undiscounted) {
    double[] weights = undiscounted.clone();
    for (LedgerCourses.Group group : groups) {
      group.parts().forEach(part -> weights[part] = group.recovery(table).remainingGy(1));
    }
    return weights;
  }

  private static Optional<GoalBand> goalBand(
      Question question, BandSamples samples, StructureNumbers structure) {
    GoalState goal = question.goal().goal();
    Optional<MetricBand> moved = samples.band(DoseMetric.parse(goal.metric()));
    return moved.map(
        band -> {
          MetricBand whole = band.plus(onTop(question, band, structure));
          boolean atMost = goal.comparison() == GoalComparison.AT_MOST;
          double unfavourable = atMost ? whole.worstHigh() : whole.worstLow();
          return new GoalBand(
              goal,
              question.convention() instanceof RecoveryConvention.TableRecovery,
              whole,
              atMost
                  ? GoalUnderUncertainty.atMost(goal.limit(), whole)
                  : GoalUnderUncertainty.atLeast(goal.limit(), whole),
              GoalJudgement.verdict(goal, unfavourable));
        });
  }

  /**
   * What was typed for courses without a grid was added to the value of the goal, or it was not.
   */
  private static double onTop(Question question, MetricBand band, StructureNumbers structure) {
    double more = value(question.goal()).orElseThrow() - band.nominal();
    return structure
        .cumulative()
        .flatMap(CumulativeNumbers::typedMaximum)
        .map(TypedMaximum::eqd2Gy)
        .filter(typed -> more > typed / 2)
        .orElse(0.0);
  }
}
