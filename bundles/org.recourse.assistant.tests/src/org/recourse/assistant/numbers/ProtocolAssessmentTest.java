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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.protocols.ProtocolAssessment;
import org.recourse.assistant.protocols.ProtocolCondition;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolGoalNumbers;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.StructureNames;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.StructureType;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.Limit;
import org.recourse.radiobiology.ledger.OrganAtRisk;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTables;
import org.recourse.risk.ContributedRiskCatalogue;

/** Protocols and the ledger on the case of two courses with closed-form numbers. */
class ProtocolAssessmentTest {

  /** Float doses and the bins of the histogram. */
  private static final double ROUNDING_GY = 0.011;

  private static final RecoveryConvention DOI =
      new RecoveryConvention.TableRecovery(RecoveryTables.DOI_2021);

  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void aFailedGoalSaysByHowMuchAndWhere() {
    GoalNumbers goal =
        only(goal("SpinalCord", 60, OptionalDouble.of(2), RecoveryConvention.NONE, "R"));

    var judged = assertInstanceOf(GoalOutcome.Judged.class, goal.outcome());
    assertEquals(GoalOutcome.Verdict.FAIL, judged.verdict());
    assertEquals(110, judged.value().value(), ROUNDING_GY);
    assertEquals(50, goal.excess().orElseThrow(), ROUNDING_GY);
    assertTrue(Math.abs(goal.atMm().orElseThrow().x()) <= 9, goal.atMm().toString());
  }

  @Test
  void aDraftIsShownAndNotJudged() {
    assertInstanceOf(
        GoalOutcome.Shown.class,
        only(goal("SpinalCord", 60, OptionalDouble.of(2), RecoveryConvention.NONE, "M")).outcome());
  }

  @Test
  void aLimitOfAnotherAlphaBetaDoesNotApply() {
    var none =
        assertInstanceOf(
            GoalOutcome.NotApplicable.class,
            only(goal("SpinalCord", 60, OptionalDouble.of(3), RecoveryConvention.NONE, "R"))
                .outcome());
    assertTrue(none.reason().contains("alpha/beta 3.0"), none.reason());
  }

  @Test
  void aStructureThatIsNotThereIsNamed() {
    var none =
        assertInstanceOf(
            GoalOutcome.NotApplicable.class,
            only(goal("Cochlea", 60, OptionalDouble.of(2), RecoveryConvention.NONE, "R"))
                .outcome());
    assertTrue(none.reason().contains("Cochlea"), none.reason());
  }

  @Test
  void conditionsThatAreNotMetSayWhy() {
    ProtocolGoal goal = goal("SpinalCord", 60, OptionalDouble.of(2), RecoveryConvention.NONE, "R");
    var firstOnly =
        assess(goal, new ProtocolCondition.EarlierCourses(0, 0)).get(0).numbers().outcome();
    assertTrue(
        assertInstanceOf(GoalOutcome.NotApplicable.class, firstOnly)
            .reason()
            .contains("the case has 2"));

    var undated = assess(goal, new ProtocolCondition.MinimumInterval(6)).get(0).numbers().outcome();
    assertTrue(
        assertInstanceOf(GoalOutcome.NotApplicable.class, undated)
            .reason()
            .contains("Palliative course"));
  }

  @Test
  void recoveryActsOnAnOrganOnlyForALimitDerivedWithIt() {
    twoCourses.patientCase().getCourses().remove(twoCourses.paper());
    ProtocolGoal goal = goal("SpinalCord", 90, OptionalDouble.of(2), DOI, "R");

    var judged = assertInstanceOf(GoalOutcome.Judged.class, only(goal).outcome());
    assertEquals(60 + 50 * 0.5, judged.value().value(), ROUNDING_GY);
    assertEquals(GoalOutcome.Verdict.PASS, judged.verdict());

    twoCourses.cord().setType(StructureType.PTV);
    var none = assertInstanceOf(GoalOutcome.NotApplicable.class, only(goal).outcome());
    assertTrue(none.reason().contains("never applied to a target"), none.reason());
  }

  @Test
  void theLedgerHasPlanPreviousAndCumulativeOfEachStructure() {
    LedgerNumbers ledger = numbers().ledger();
    LedgerNumbers.Row cord = ledger.row("SpinalCord").orElseThrow();

    assertEquals(60, cord.plan().orElseThrow().maxEqd2Gy(), ROUNDING_GY);
    assertEquals(50, cord.previous().orElseThrow().maxEqd2Gy(), ROUNDING_GY);
    assertEquals(50, cord.previous().orElseThrow().d01ccEqd2Gy().orElseThrow(), ROUNDING_GY);
    assertEquals(110, cord.cumulative().orElseThrow().meanEqd2Gy(), ROUNDING_GY);
    assertEquals(25.2, cord.typedMaximum().orElseThrow().eqd2Gy(), ROUNDING_GY);
    assertEquals(List.of("Palliative course"), cord.missingCourses());
    assertEquals(110, cord.maximum().orElseThrow().highestEqd2Gy(), ROUNDING_GY);
    assertEquals(3, cord.maximum().orElseThrow().radiusMm());
    assertEquals(RegistrationUncertainty.UNKNOWN, ledger.courses().get(0).uncertainty());
    assertEquals("complete repair", ledger.repair());
    assertTrue(ledger.findings().get(0).text().contains("own alpha/beta"));
  }

  @Test
  void aStatedUncertaintyIsUsed() {
    twoCourses.patientCase().getRegistrations().get(0).setUncertaintyMm(1.5);
    assertEquals(
        1.5, numbers().ledger().row("SpinalCord").orElseThrow().maximum().orElseThrow().radiusMm());
  }

  @Test
  void theSumHasItsPartsAndTheRemainingDoseIsTheInverse() {
    var ledgers = new CaseLedgers(twoCourses.voxels(), executor);
    var two = new AlphaBetaRatio(2);
    var sum =
        assertInstanceOf(
            CaseLedgers.Sum.Known.class,
            ledgers.sum(
                numbers(),
                new OrganAtRisk("SpinalCord", Tissue.of(two)),
                new NullProgressMonitor()));
    assertEquals(110, sum.dose().eqd2().doseGyAt(10, 9, 8), ROUNDING_GY);
    assertEquals(
        List.of("First course", "Re-irradiation"),
        sum.dose().parts().stream().map(part -> part.label()).toList());

    var limit =
        new Limit<>(
            new DoseMetric.MaximumDose(),
            110,
            two,
            RecoveryConvention.NONE,
            new Source("test", "", SourceStrength.READ));
    var remaining =
        assertInstanceOf(
            CaseLedgers.Remaining.Known.class,
            ledgers.remaining(numbers(), "SpinalCord", limit, new NullProgressMonitor()));
    assertEquals(2, remaining.map().dosePerFraction().doseGyAt(10, 9, 8), ROUNDING_GY);
    assertEquals(30, remaining.map().fractionCount());
  }

  private GoalNumbers only(ProtocolGoal goal) {
    List<ProtocolGoalNumbers> results = assess(goal);
    assertEquals(1, results.size());
    return results.get(0).numbers();
  }

  private List<ProtocolGoalNumbers> assess(ProtocolGoal goal, ProtocolCondition... conditions) {
    var protocol =
        new ProtocolTemplate(
            "p", "P", "", List.of(conditions), List.of(), List.of(), List.of(goal), "test");
    return new ProtocolAssessment(twoCourses.voxels(), executor)
        .assess(protocol, numbers(), new NullProgressMonitor());
  }

  private PlanNumbers numbers() {
    return new NumbersComputation(
            twoCourses.voxels(), new ContributedRiskCatalogue(List.of()), executor)
        .compute(twoCourses.snapshot(), new NullProgressMonitor());
  }

  private static ProtocolGoal goal(
      String structure,
      double limitGy,
      OptionalDouble alphaBetaGy,
      RecoveryConvention convention,
      String tag) {
    SourceStrength strength = tag.equals("R") ? SourceStrength.READ : SourceStrength.RECALLED;
    return new ProtocolGoal(
        "g",
        StructureNames.parse(structure),
        new DoseMetric.MaximumDose(),
        GoalComparison.AT_MOST,
        limitGy,
        ProtocolGoal.Scale.ABSOLUTE,
        OptionalDouble.empty(),
        DoseQuantity.CUMULATIVE_EQD2,
        alphaBetaGy,
        convention,
        List.of(),
        new Source("test", "", strength),
        "");
  }
}
