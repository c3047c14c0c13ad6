/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

class RiskComparisonTest {

  private static final double ROUNDING = 5e-5;

  @Test
  void workedExampleOfTheJavadoc() {
    Interval interval =
        RiskComparison.ofMembers(List.of(0.5, 0.4, 0.6), List.of(0.4, 0.32, 0.48)).orElseThrow();

    assertEquals(-0.10 - 0.0994, interval.lower(), ROUNDING);
    assertEquals(-0.10 + 0.0994, interval.upper(), ROUNDING);
  }

  /** What members agree on is certain, however far apart they are. */
  @Test
  void whatIsSharedIsNoUncertainty() {
    Interval interval =
        RiskComparison.ofMembers(List.of(0.1, 0.5, 0.9), List.of(0.05, 0.45, 0.85)).orElseThrow();

    assertEquals(-0.05, interval.lower(), 1e-12);
    assertEquals(-0.05, interval.upper(), 1e-12);
  }

  @Test
  void publishedLimitsAreCompared() {
    RiskResult before = assessed(0.30, 0.20, 0.45);
    RiskResult after = assessed(0.25, 0.17, 0.38);

    Interval interval = RiskComparison.interval(before, after).orElseThrow();

    assertEquals(-0.07, interval.lower(), 1e-12);
    assertEquals(-0.03, interval.upper(), 1e-12);
  }

  @Test
  void aNumberWithoutLimitsHasNoInterval() {
    RiskResult score =
        new RiskResult.Assessed(
            new RiskValue.Score(0.4, RiskValue.Bound.VALUE),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertEquals(Optional.empty(), RiskComparison.interval(score, score));
  }

  private static RiskResult assessed(double fraction, double lower, double upper) {
    return new RiskResult.Assessed(
        new RiskValue.Probability(
            fraction, Optional.of(new Interval(lower, upper)), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** 60 Gy in 27 fractions have a BED of 73.33 Gy10. */
  @Test
  void otherFractionationsKeepTheEffectOnTheTumour() {
    assertEquals(61.51, ScheduleCandidates.isoEffectiveGy(60 * (1 + 60 / 270.0), 32), 5e-3);

    List<PlanEdit.Schedule> schedules =
        ScheduleCandidates.fractionations(
            new PrescriptionState(
                OptionalDouble.of(60), OptionalInt.of(27), 1, OptionalDouble.empty(), ""));

    for (PlanEdit.Schedule one : schedules) {
      double bedGy = one.totalDoseGy() * (1 + one.totalDoseGy() / (10.0 * one.fractionCount()));
      assertEquals(73.33, bedGy, 1); // fractions are whole and doses have one decimal
    }
    PlanEdit.Schedule twice = schedules.getLast();
    assertEquals(2, twice.fractionsPerDay());
    assertEquals(54, twice.fractionCount());
    assertTrue(twice.text().contains("2 fractions a day, 6 h apart"));
  }
}
