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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
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
  void workedExampleOfAFinalNetworkThatFallsMore() {
    RiskChange change =
        change(score(0.50, 0.5, 0.4, 0.6), score(0.29, 0.4, 0.32, 0.48)); // members as above

    assertEquals(-0.21, change.delta().orElseThrow(), 1e-12);
    assertEquals(-0.21, change.deltaInterval95().orElseThrow().lower(), 1e-12);
    assertEquals(-0.0006, change.deltaInterval95().orElseThrow().upper(), ROUNDING);
    assertEquals(
        "The networks of its cross-validation suggest -0.199 to -0.001, the final network says"
            + " -0.210; the interval is widened to hold both.",
        change.disagreement().orElseThrow());
  }

  /** Whatever the ensemble: the change is in its interval, which decides as the members did. */
  @RepeatedTest(100)
  void theChangeIsInItsInterval(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int count = 2 + random.nextInt(9);
    double shift = random.nextDouble(-0.1, 0.1);
    double spread = random.nextDouble(1e-6, 0.03);
    double[] then = random.doubles(count, 0.3, 0.7).toArray();
    double[] now = new double[count];
    for (int k = 0; k < count; k++) {
      now[k] = then[k] + shift + random.nextDouble(-spread, spread);
    }
    RiskResult before = score(random.nextDouble(0.2, 0.8), then);
    RiskResult after = score(random.nextDouble(0.2, 0.8), now);

    RiskChange change = change(before, after);

    double delta = change.delta().orElseThrow();
    Interval interval = change.deltaInterval95().orElseThrow();
    Interval members = RiskComparison.expected(before, after).orElseThrow();
    assertTrue(interval.contains(delta));
    assertTrue(interval.contains(members.lower()) && interval.contains(members.upper()));
    assertEquals(delta < 0 && members.upper() < 0, interval.upper() < 0);
    boolean beside = delta < members.lower() - 5e-4 || delta > members.upper() + 5e-4;
    assertEquals(beside, change.disagreement().isPresent());
    if (!beside) { // nothing that anybody could see was widened
      assertEquals(members.lower(), interval.lower(), 5e-4);
      assertEquals(members.upper(), interval.upper(), 5e-4);
    }
  }

  @Test
  void membersThatAllSayTheSameLeaveAPointWithTheChange() {
    RiskChange same = change(score(0.5, 0.5, 0.5, 0.5), score(0.4, 0.4, 0.4, 0.4));
    RiskChange other = change(score(0.5, 0.5, 0.5), score(0.45, 0.3, 0.3));

    assertEquals(-0.1, same.deltaInterval95().orElseThrow().lower(), 1e-12);
    assertEquals(-0.1, same.deltaInterval95().orElseThrow().upper(), 1e-12);
    assertEquals(Optional.empty(), same.disagreement());
    assertEquals(-0.2, other.deltaInterval95().orElseThrow().lower(), 1e-12);
    assertEquals(-0.05, other.deltaInterval95().orElseThrow().upper(), 1e-12);
    assertTrue(other.disagreement().isPresent());
  }

  @Test
  void oneMemberIsNoEnsemble() {
    RiskChange change = change(score(0.5, 0.5), score(0.4, 0.2));

    assertEquals(Optional.empty(), change.deltaInterval95());
    assertEquals(Optional.empty(), change.disagreement());
  }

  @Test
  void aChangeBesideItsIntervalIsRefused() {
    RiskResult before = score(0.5);
    RiskResult after = score(0.4);
    var beside = Optional.of(new Interval(-0.09, 0.03));

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RiskChange(
                "m", "Model", false, true, false, before, after, beside, Optional.empty()));
  }

  private static RiskChange change(RiskResult before, RiskResult after) {
    return new RiskChange(
        "m",
        "Model",
        false,
        true,
        false,
        before,
        after,
        RiskComparison.interval(before, after),
        RiskComparison.expected(before, after));
  }

  private static RiskResult score(double score, double... members) {
    return new RiskResult.Assessed(
        new RiskValue.Score(score, RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        Arrays.stream(members).boxed().toList());
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
