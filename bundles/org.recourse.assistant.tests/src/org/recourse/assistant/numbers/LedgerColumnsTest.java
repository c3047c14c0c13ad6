/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.protocols.FixedProtocols;
import org.recourse.assistant.protocols.ProtocolCondition;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.StructureNames;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.DoseSummation;
import org.recourse.model.GoalComparison;
import org.recourse.model.Plan;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTables;
import org.recourse.risk.ContributedRiskCatalogue;

/** Columns, recovery, remaining dose and protocols of the ledger, on doses in closed form. */
class LedgerColumnsTest {

  /** Doses are kept in float. */
  private static final double FLOAT_STEP_GY = 1e-4;

  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  private PlanNumbers numbers() {
    return new NumbersComputation(
            twoCourses.voxels(),
            new ContributedRiskCatalogue(List.of()),
            new FixedProtocols(List.of(protocol()), List.of()),
            executor)
        .compute(twoCourses.snapshot(), new NullProgressMonitor());
  }

  private static ProtocolTemplate protocol() {
    var goal =
        new ProtocolGoal(
            "cord",
            StructureNames.parse("SpinalCord"),
            new DoseMetric.MaximumDose(),
            GoalComparison.AT_MOST,
            80,
            ProtocolGoal.Scale.ABSOLUTE,
            OptionalDouble.empty(),
            DoseQuantity.CUMULATIVE_EQD2,
            OptionalDouble.of(2),
            RecoveryConvention.NONE,
            List.of(),
            new Source("Test 2026", "", SourceStrength.READ),
            "");
    return new ProtocolTemplate(
        "test.protocol",
        "Test",
        "",
        List.of(new ProtocolCondition.EarlierCourses(1, 9)),
        List.of(),
        List.of(),
        List.of(goal),
        "test");
  }

  @Test
  void everyEarlierCourseHasAColumn() {
    LedgerNumbers ledger = numbers().ledger();

    assertEquals(
        List.of("First course"),
        ledger.columns().stream().map(LedgerNumbers.Column::label).toList());
    assertEquals(50, part(ledger).figures().orElseThrow().maxEqd2Gy(), FLOAT_STEP_GY);
    assertEquals(0, part(ledger).recovery().fraction());
  }

  /** A second plan of 10 Gy in 5 fractions: 10 Gy EQD2 at every ratio, in the same column. */
  @Test
  void aReplannedCourseIsOneColumn() {
    Plan boost = twoCourses.addPlan(twoCourses.first(), 10, 5);
    twoCourses.addDose(boost, "2.25.400", DoseSummation.PLAN, 10);

    LedgerNumbers ledger = numbers().ledger();

    assertEquals(2, ledger.courses().size(), "two plans");
    assertEquals(1, ledger.columns().size(), "one course");
    assertEquals(60, part(ledger).figures().orElseThrow().maxEqd2Gy(), FLOAT_STEP_GY);
  }

  @Test
  void aTableThatIsNotKnownIsNamed() {
    twoCourses.cord().setRecoveryTableId("no.such.table");

    assertTrue(numbers().findings().stream().anyMatch(f -> f.text().contains("no.such.table")));
  }

  @Test
  void aChosenTableDiscountsBesideThePlainSum() {
    twoCourses.cord().setRecoveryTableId(RecoveryTables.DOI_2021.id());

    LedgerNumbers ledger = numbers().ledger();

    LedgerNumbers.Row cord = ledger.row("SpinalCord").orElseThrow();
    assertEquals(110, cord.cumulative().orElseThrow().maxEqd2Gy(), FLOAT_STEP_GY);
    assertEquals(0.5, part(ledger).recovery().fraction(), "three years");
    assertEquals(50, part(ledger).figures().orElseThrow().maxEqd2Gy(), FLOAT_STEP_GY, "as given");
    assertEquals(60 + 25, cord.discounted().orElseThrow().cumulative().maxEqd2Gy(), FLOAT_STEP_GY);
  }

  @Test
  void aTargetIsNeverDiscounted() {
    twoCourses.cord().setType(StructureType.GTV);
    twoCourses.cord().setRecoveryTableId(RecoveryTables.DOI_2021.id());

    LedgerNumbers ledger = numbers().ledger();

    assertEquals(Optional.empty(), ledger.row("SpinalCord").orElseThrow().discounted());
    assertEquals(0, part(ledger).recovery().fraction());
  }

  private static LedgerNumbers.CoursePart part(LedgerNumbers ledger) {
    return ledger.row("SpinalCord").orElseThrow().parts().get(0);
  }

  /** 80 - 50 - 25.2 from paper = 4.8 Gy EQD2: d = -1 + sqrt(1 + 4 * 4.8 * 2 / (30 * 2)). */
  @Test
  void aChosenProtocolIsJudgedAndLeavesARemainingDose() {
    assertTrue(numbers().protocols().isEmpty(), "installed, not chosen");
    twoCourses.patientCase().getProtocolIds().add("test.protocol");

    PlanNumbers numbers = numbers();

    var goal = numbers.protocols().get(0).goals().get(0);
    var judged = assertInstanceOf(GoalOutcome.Judged.class, goal.numbers().outcome());
    assertEquals(GoalOutcome.Verdict.FAIL, judged.verdict());
    assertTrue(goal.numbers().atMm().isPresent());
    RemainingBudget budget = numbers.ledger().row("SpinalCord").orElseThrow().remaining().get(0);
    var known = assertInstanceOf(RemainingBudget.Known.class, budget);
    assertEquals(4.8, known.leftEqd2Gy(), FLOAT_STEP_GY);
    assertEquals(Math.sqrt(1.64) - 1, known.course().dosePerFractionGy(), 1e-5);
    assertTrue(known.lowerBound());
  }

  @Test
  void aProtocolThatDoesNotApplySetsNoLimit() {
    twoCourses.patientCase().getProtocolIds().add("test.protocol");
    twoCourses.patientCase().getCourses().remove(twoCourses.paper());
    twoCourses.patientCase().getCourses().remove(twoCourses.first());

    assertTrue(numbers().organLimits().isEmpty(), "it is for one or more earlier courses");
  }

  @Test
  void aProtocolThatIsNotInstalledIsAFinding() {
    twoCourses.patientCase().getProtocolIds().add("vendor.protocol");

    assertTrue(numbers().findings().stream().anyMatch(f -> f.text().contains("vendor.protocol")));
  }

  @Test
  void thePartOfACourseIsAVolumeOfThePlan() {
    PlanNumbers numbers = numbers();
    var maps = new Eqd2Maps(twoCourses.voxels(), executor);
    var tissue = new AlphaBetaRatio(2);

    var first =
        assertInstanceOf(
            Eqd2Maps.Result.Known.class,
            maps.ofCourse(numbers, "First course", tissue, new NullProgressMonitor()));
    assertEquals(50, first.eqd2().maximumGy(), FLOAT_STEP_GY);
    assertEquals(numbers.planDose().orElseThrow().doseGy().geometry(), first.eqd2().geometry());
    assertEquals(numbers.revision(), first.revision());

    var paper =
        assertInstanceOf(
            Eqd2Maps.Result.Unknown.class,
            maps.ofCourse(numbers, "Palliative course", tissue, new NullProgressMonitor()));
    assertTrue(paper.reasons().get(0).contains("paper"));
    assertInstanceOf(
        Eqd2Maps.Result.Unknown.class,
        maps.ofCourse(numbers, "nothing", tissue, new NullProgressMonitor()));
  }

  /** 80 - 50 = 30 Gy EQD2 in 30 fractions at 2 Gy: d = -1 + sqrt(5); paper has no place. */
  @Test
  void theRemainingDoseIsAVolume() {
    twoCourses.patientCase().getProtocolIds().add("test.protocol");
    PlanNumbers numbers = numbers();
    OrganLimit limit = numbers.organLimits().get(0);

    var map =
        assertInstanceOf(
            Eqd2Maps.Result.Known.class,
            new Eqd2Maps(twoCourses.voxels(), executor)
                .remaining(numbers, limit, new NullProgressMonitor()));

    assertEquals("SpinalCord Dmax ≤ 80 Gy", limit.text());
    assertEquals(Math.sqrt(5) - 1, map.eqd2().maximumGy(), 1e-5);
  }

  @Test
  void stopsWhenCancelled() {
    PlanNumbers numbers = numbers();
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var maps = new Eqd2Maps(twoCourses.voxels(), executor);

    assertThrows(
        OperationCanceledException.class,
        () -> maps.ofCourse(numbers, "First course", new AlphaBetaRatio(2), monitor));
  }
}
