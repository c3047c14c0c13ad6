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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.protocols.FixedProtocols;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.TypedDose;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.ContributedRiskCatalogue;

/**
 * Several fractions a day, on uniform doses: 65 Gy in 54 fractions, twice daily 6 h apart, against
 * 60 Gy in 27; figures of {@code clinical-numbers.md} 4.1, 4.2 and 4.9.
 */
class TwiceDailyTest {

  /** Half of the last digit of the worked values. */
  private static final double HALF_A_DIGIT_GY = 5.1e-4;

  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @BeforeEach
  void planTwiceDaily() {
    Prescription planned = twoCourses.plan().getPrescription();
    planned.setTotalDoseGy(65);
    planned.setFractionCount(54);
    planned.setFractionsPerDay(2);
    planned.setHoursBetweenFractions(6);
  }

  @AfterEach
  void close() {
    executor.close();
  }

  private PlanNumbers numbers() {
    return new NumbersComputation(
            twoCourses.voxels(),
            new ContributedRiskCatalogue(List.of()),
            new FixedProtocols(List.of(), List.of()),
            executor)
        .compute(twoCourses.snapshot(), new NullProgressMonitor());
  }

  private Structure lobe() {
    return twoCourses.patientCase().getStructureSets().get(0).getStructures().get(1);
  }

  private static LedgerNumbers.Row row(PlanNumbers numbers, Structure structure) {
    return numbers.ledger().row(structure.getName()).orElseThrow();
  }

  private static double planEqd2Gy(PlanNumbers numbers, Structure structure) {
    return row(numbers, structure).plan().orElseThrow().maxEqd2Gy();
  }

  private static boolean says(PlanNumbers numbers, Finding.Severity severity, String text) {
    return numbers.findings().stream()
        .anyMatch(f -> f.severity() == severity && f.text().contains(text));
  }

  @Test
  void aHalfTimeIsCounted() {
    lobe().setRepairHalfTimeHours(4);
    twoCourses.cord().setRepairHalfTimeHours(5);

    PlanNumbers numbers = numbers();

    assertEquals(60.181, planEqd2Gy(numbers, lobe()), HALF_A_DIGIT_GY);
    assertEquals(60.574, planEqd2Gy(numbers, twoCourses.cord()), HALF_A_DIGIT_GY);
    double sumGy = row(numbers, twoCourses.cord()).cumulative().orElseThrow().maxEqd2Gy();
    assertEquals(50 + 60.574, sumGy, HALF_A_DIGIT_GY, "the first course was once daily");
    assertFalse(says(numbers, Finding.Severity.WARNING, "fractions a day"), "all is known");
    assertEquals("repair as stated for each structure", numbers.ledger().repair());
    assertEquals(
        "incomplete repair, half-time 4.0 h, pairs of one day",
        row(numbers, lobe()).repair().text());
  }

  @Test
  void whatIsLeftOverNightIsANamedVariant() {
    lobe().setRepairHalfTimeHours(4);
    twoCourses.patientCase().setRepairOvernight(true);

    PlanNumbers numbers = numbers();

    assertTrue(planEqd2Gy(numbers, lobe()) > 60.181 + 0.5, "0.044 is left over night");
    assertTrue(row(numbers, lobe()).repair().text().contains("overnight"));
  }

  @Test
  void withoutAHalfTimeTheSumStaysOpen() {
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 300, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 60, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 66, DoseQuantity.PHYSICAL);

    PlanNumbers numbers = numbers();

    assertEquals(54.648, planEqd2Gy(numbers, lobe()), HALF_A_DIGIT_GY);
    assertTrue(says(numbers, Finding.Severity.WARNING, "SpinalCord, Temporal Lobe L"));
    assertTrue(row(numbers, lobe()).repair().isUndecided());
    var kept = assertInstanceOf(GoalOutcome.Shown.class, numbers.goals().get(0).outcome());
    assertTrue(kept.whyNotJudged().contains("half-time"), kept.whyNotJudged());
    assertInstanceOf(GoalOutcome.Judged.class, numbers.goals().get(1).outcome(), "fails anyhow");
    assertInstanceOf(GoalOutcome.Judged.class, numbers.goals().get(2).outcome(), "physical dose");
    var remaining =
        assertInstanceOf(
            RemainingBudget.Unknown.class, row(numbers, twoCourses.cord()).remaining().getFirst());
    assertTrue(remaining.reason().contains("half-time"), remaining.reason());
  }

  /** 40 Gy EQD2 left for the lobe in 54 fractions: 0.88288 Gy, not 0.94002 Gy. */
  @Test
  void theRemainingDoseCountsRepair() {
    lobe().setRepairHalfTimeHours(4);
    twoCourses.patientCase().getCourses().remove(1); // the paper course
    twoCourses.first().getPlans().get(0).getPrescription().setFractionCount(25);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 90, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.patientCase().getGoals().getFirst().setStructureName(lobe().getName());

    var remaining =
        assertInstanceOf(
            RemainingBudget.Known.class, row(numbers(), lobe()).remaining().getFirst());

    assertEquals(40, remaining.leftEqd2Gy(), HALF_A_DIGIT_GY);
    assertEquals(0.88288, remaining.course().dosePerFractionGy(), 2e-5);
  }

  @Test
  void unknownHoursLeaveTheSumUnknown() {
    lobe().setRepairHalfTimeHours(4);
    twoCourses.plan().getPrescription().unsetHoursBetweenFractions();

    PlanNumbers numbers = numbers();

    assertTrue(numbers.ledger().row(lobe().getName()).isEmpty());
    assertTrue(says(numbers, Finding.Severity.ERROR, "The hours between the fractions of a day"));
  }

  @Test
  void onceDailyNeedsNoHalfTime() {
    Prescription planned = twoCourses.plan().getPrescription();
    planned.setTotalDoseGy(60);
    planned.setFractionCount(27);
    planned.setFractionsPerDay(1);
    lobe().setRepairHalfTimeHours(4);

    PlanNumbers numbers = numbers();

    assertEquals(62.667, planEqd2Gy(numbers, lobe()), HALF_A_DIGIT_GY);
    assertInstanceOf(RepairAssumption.Complete.class, row(numbers, lobe()).repair().assumption());
    assertEquals("complete repair", numbers.ledger().repair());
    assertFalse(says(numbers, Finding.Severity.WARNING, "a day"));
  }

  @Test
  void manySmallFractionsOnceDailyAreAskedAbout() {
    twoCourses.plan().getPrescription().setFractionsPerDay(1);

    assertTrue(says(numbers(), Finding.Severity.WARNING, "54 fractions of 1.20 Gy"));
  }

  /** A paper course of 65 Gy in 54 fractions, twice daily: its maximum counts repair as well. */
  @Test
  void aTypedMaximumCountsRepair() {
    Prescription paper = twoCourses.paper().getTypedPrescription();
    paper.setFractionCount(54);
    paper.setFractionsPerDay(2);
    paper.setHoursBetweenFractions(6);
    TypedDose typed = twoCourses.paper().getTypedDoses().getFirst();
    typed.setStructureName(lobe().getName());
    typed.setDoseGy(65);
    lobe().setRepairHalfTimeHours(4);

    double typedGy = row(numbers(), lobe()).typedMaximum().orElseThrow().eqd2Gy();
    paper.unsetHoursBetweenFractions();
    PlanNumbers unknown = numbers();

    assertEquals(60.181, typedGy, HALF_A_DIGIT_GY);
    assertTrue(row(unknown, lobe()).typedMaximum().isEmpty());
    assertTrue(says(unknown, Finding.Severity.WARNING, "hours between them are not known"));
  }

  @Test
  void aMapWithOneRatioSaysThatItCountsCompleteRepair() {
    var maps = new Eqd2Maps(twoCourses.voxels(), executor);

    var known =
        assertInstanceOf(
            Eqd2Maps.Result.Known.class,
            maps.ofAll(numbers(), new AlphaBetaRatio(3), new NullProgressMonitor()));

    assertTrue(known.findings().stream().anyMatch(f -> f.text().contains("complete repair")));
  }
}
