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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/** An edit invalidates exactly what depends on it. */
class DerivedNumberTest {

  private final SliceExecutor executor = SliceExecutor.ofThreads(1);
  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final NumbersComputation computation =
      new NumbersComputation(
          twoCourses.voxels(),
          ContributedRiskCatalogue.of(PublishedRiskModels.all(), "test"),
          executor);

  @AfterEach
  void close() {
    executor.close();
  }

  private PlanNumbers numbers() {
    return computation.compute(twoCourses.snapshot(), new NullProgressMonitor());
  }

  private void addGoal() {
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 12, DoseQuantity.PHYSICAL);
  }

  @Test
  void aGoalInvalidatesGoalsAndProtocolsOnly() {
    PlanSnapshot before = twoCourses.snapshot();
    addGoal();

    assertEquals(
        Set.of(DerivedNumber.GOALS, DerivedNumber.PROTOCOLS, DerivedNumber.BANDS),
        DerivedNumber.invalidated(before, twoCourses.snapshot()));
  }

  @Test
  void aBeamWeightInvalidatesNoGeometry() {
    PlanSnapshot before = twoCourses.snapshot();
    twoCourses.plan().getBeams().get(0).setWeight(0.7);

    assertEquals(
        EnumSet.complementOf(EnumSet.of(DerivedNumber.GEOMETRY)),
        DerivedNumber.invalidated(before, twoCourses.snapshot()));
  }

  @Test
  void fractionsWithTheTotalKeptInvalidateNoDose() {
    PlanSnapshot before = twoCourses.snapshot();
    twoCourses
        .plan()
        .getPrescription()
        .setFractionCount(twoCourses.plan().getPrescription().getFractionCount() + 3);

    Set<DerivedNumber> invalidated = DerivedNumber.invalidated(before, twoCourses.snapshot());
    assertFalse(invalidated.contains(DerivedNumber.DOSE));
    assertTrue(invalidated.contains(DerivedNumber.HISTOGRAMS));
  }

  @Test
  void aGoalIsJudgedOnTheDoseThatIsThere() {
    PlanNumbers before = numbers();
    addGoal();

    PlanNumbers after = numbers();

    assertSame(before.planDose().orElseThrow().doseGy(), after.planDose().orElseThrow().doseGy());
    assertSame(
        before.structures().getFirst().physicalDvh().orElseThrow(),
        after.structures().getFirst().physicalDvh().orElseThrow());
    assertEquals(before.findings(), after.findings());
    assertEquals(before.goals().size() + 1, after.goals().size());
  }

  @Test
  void aWeightChangesTheDoseAndBackGivesTheOldOne() {
    PlanNumbers before = numbers();
    double weight = twoCourses.plan().getBeams().get(0).getWeight();
    twoCourses.plan().getBeams().get(0).setWeight(weight / 2);
    PlanNumbers edited = numbers();
    twoCourses.plan().getBeams().get(0).setWeight(weight);

    PlanNumbers back = numbers();

    assertNotSame(
        before.planDose().orElseThrow().doseGy(), edited.planDose().orElseThrow().doseGy());
    assertSame(before.planDose().orElseThrow().doseGy(), back.planDose().orElseThrow().doseGy());
  }

  @Test
  void afterAChangeOutsideOfTheCaseEverythingIsComputedAnew() {
    PlanNumbers before = numbers();
    computation.forget();

    assertNotSame(
        before.planDose().orElseThrow().doseGy(), numbers().planDose().orElseThrow().doseGy());
  }

  @Test
  void doseAndGoalsComeFirst() {
    addGoal();
    List<NumbersSoFar> early = new ArrayList<>();

    PlanNumbers all =
        computation.compute(twoCourses.snapshot(), Set::of, new NullProgressMonitor(), early::add);

    NumbersSoFar goals =
        early.stream()
            .filter(part -> part.known().contains(DerivedNumber.GOALS))
            .findFirst()
            .orElseThrow();
    assertEquals(
        EnumSet.range(DerivedNumber.DOSE, DerivedNumber.GOALS), EnumSet.copyOf(goals.known()));
    assertEquals(all.goals(), goals.numbers().goals());
    assertSame(all.structures().getFirst(), goals.numbers().structures().getFirst());
    assertTrue(goals.numbers().risks().isEmpty());
    assertEquals(4, all.risks().size());
  }

  /** What is looked at changes the order and never a number, nor the order of the findings. */
  @Test
  void theNumbersAreTheSameWhateverIsLookedAt() {
    PlanNumbers before = numbers();
    computation.forget();

    PlanNumbers risksFirst =
        computation.compute(
            twoCourses.snapshot(),
            () -> Set.of(DerivedNumber.NETWORK_RISKS),
            new NullProgressMonitor(),
            part -> {});

    assertEquals(before.findings(), risksFirst.findings());
    assertEquals(
        before.risks().stream().map(risk -> risk.result().toString()).toList(),
        risksFirst.risks().stream().map(risk -> risk.result().toString()).toList());
    assertEquals(
        before.structures().getFirst().cumulative().orElseThrow().eqd2Dvh().meanGy(),
        risksFirst.structures().getFirst().cumulative().orElseThrow().eqd2Dvh().meanGy());
  }

  @Test
  void everyNumberStandsAfterWhatItRestsOn() {
    for (DerivedNumber number : DerivedNumber.values()) {
      number.foundation().forEach(other -> assertTrue(other.ordinal() < number.ordinal()));
    }
  }
}
