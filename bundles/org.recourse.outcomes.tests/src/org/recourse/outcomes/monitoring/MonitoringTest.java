/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.Estimate;
import org.recourse.outcomes.registry.AnsweringModel;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.PatientPseudonym;
import org.recourse.outcomes.registry.Statement;

class MonitoringTest {

  private static final LocalDate START = LocalDate.of(2024, 2, 10);
  private static final int YEAR_DAYS = 365;

  private static PatientPseudonym patient(int number) {
    return new PatientPseudonym(String.format("%064x", number));
  }

  private static Assessment said(int number, LocalDate start, LocalDate day, Statement statement) {
    return new Assessment(
        number + "@" + day,
        patient(number),
        Instant.from(day.atStartOfDay(ZoneOffset.UTC)),
        start,
        "centre",
        new AnsweringModel("model", "1", ""),
        "necrosis",
        statement,
        true,
        true);
  }

  private static Assessment said(int number, double fraction) {
    return said(number, START, START.minusDays(3), new Statement.Probability(fraction));
  }

  private static FollowUp seen(int number, FollowUp.Status status, int afterDays) {
    return FollowUp.of(patient(number), "necrosis", status, START.plusDays(afterDays), "visit");
  }

  @Test
  void knowsWhoIsKnown() {
    List<Assessment> assessments = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      assessments.add(said(number, 0.3));
    }
    List<FollowUp> followUps =
        List.of(
            seen(0, FollowUp.Status.FREE, 100),
            seen(0, FollowUp.Status.OCCURRED, 365), // on the last day: an event
            seen(1, FollowUp.Status.OCCURRED, 366), // a day later: none within the year
            seen(2, FollowUp.Status.FREE, 365),
            seen(3, FollowUp.Status.FREE, 364), // not seen long enough
            seen(4, FollowUp.Status.DIED_WITHOUT, 200),
            seen(5, FollowUp.Status.DIED_WITHOUT, 500), // alive and free at the horizon
            seen(6, FollowUp.Status.OCCURRED, -20)); // of an earlier treatment

    FollowUpMatching matching = FollowUpMatching.of(assessments, followUps, YEAR_DAYS);

    assertEquals(
        List.of(true, false, false, false),
        matching.followed().stream().map(FollowedStatement::event).toList());
    assertEquals(3, matching.notYetKnown(), "patients 3, 6 and 7");
    assertEquals(1, matching.diedBefore());
    assertEquals(0, matching.madeAfterwards());
  }

  @Test
  void countsTheLastStatementBeforeTheOutcome() {
    Assessment early = said(0, START, START.minusDays(9), new Statement.Probability(0.1));
    Assessment late = said(0, START, START.plusDays(10), new Statement.Probability(0.2));
    Assessment tooLate = said(0, START, START.plusDays(31), new Statement.Probability(0.9));
    Assessment onlyAfter = said(1, START, START.plusDays(31), new Statement.Probability(0.9));

    FollowUpMatching matching =
        FollowUpMatching.of(
            List.of(early, late, tooLate, onlyAfter),
            List.of(seen(0, FollowUp.Status.OCCURRED, 30), seen(1, FollowUp.Status.OCCURRED, 30)),
            YEAR_DAYS);

    assertEquals(List.of(new FollowedStatement(late, true)), matching.followed());
    assertEquals(1, matching.madeAfterwards());
  }

  @Test
  void periodsFollowTheCalendar() {
    List<FollowedStatement> followed =
        List.of(
            at(LocalDate.of(2024, 3, 31), 0, 0.25, false),
            at(LocalDate.of(2024, 1, 1), 1, 0.75, true),
            at(LocalDate.of(2024, 4, 1), 2, 0.5, false));

    List<MonitoredPeriod> periods = ProspectiveMonitoring.of(followed, 3).periods();

    assertEquals(2, periods.size());
    MonitoredPeriod first = periods.get(0);
    assertEquals(LocalDate.of(2024, 1, 1), first.from());
    assertEquals(LocalDate.of(2024, 4, 1), first.until());
    assertEquals(2, first.patients());
    assertEquals(1, first.events());
    assertEquals(1.0, first.expectedEvents(), 1e-15);
    assertEquals(0.0625, ((Estimate.Defined) first.brierScore()).value(), 1e-15);
    assertEquals(1.0, ((Estimate.Defined) first.areaUnderCurve()).value(), 0);
    assertInstanceOf(Estimate.Undefined.class, periods.get(1).areaUnderCurve());
    assertEquals(MonitoredPeriod.Signal.NONE, first.signal());
  }

  @Test
  void tenEventsInTenPatientsOfOneTenthCallForAction() {
    List<FollowedStatement> followed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      followed.add(at(START.plusDays(i), i, 0.1, true));
    }

    ProspectiveMonitoring monitoring = ProspectiveMonitoring.of(followed, 12);

    assertEquals(MonitoredPeriod.Signal.ACTION, monitoring.periods().get(0).signal());
    ProspectiveMonitoring.CumulativePoint last = monitoring.cumulative().get(9);
    assertEquals(9.0, last.excessEvents(), 1e-12);
    assertEquals(3.0902 * Math.sqrt(0.9), last.actionLimitEvents(), 1e-12);
  }

  /** A right model leaves the action limits at most as often as they say. */
  @Test
  void aRightModelSeldomCallsForAction() {
    var random = new Random(7);
    int outsideWarning = 0;
    int outsideAction = 0;
    int periods = 400;
    for (int period = 0; period < periods; period++) {
      List<FollowedStatement> followed = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        double p = random.nextDouble();
        followed.add(at(START, i, p, random.nextDouble() < p));
      }
      MonitoredPeriod one = ProspectiveMonitoring.of(followed, 12).periods().get(0);
      outsideWarning += one.signal() == MonitoredPeriod.Signal.NONE ? 0 : 1;
      outsideAction += one.signal() == MonitoredPeriod.Signal.ACTION ? 1 : 0;
    }

    // 5 % of 400 are 20, three standard deviations are 13; 0.2 % are 0.8
    assertTrue(outsideWarning <= 33, "warnings: " + outsideWarning);
    assertTrue(outsideAction <= 5, "actions: " + outsideAction);
  }

  @Test
  void scoresAreNotMonitoredAsProbabilities() {
    var score = said(0, START, START, new Statement.Score(0.5));

    ProspectiveMonitoring monitoring =
        ProspectiveMonitoring.of(List.of(new FollowedStatement(score, true)), 3);

    assertEquals(List.of(), monitoring.periods());
    assertEquals(1, monitoring.withoutProbability());
    assertThrows(IllegalArgumentException.class, () -> ProspectiveMonitoring.of(List.of(), 5));
  }

  private static FollowedStatement at(LocalDate start, int number, double p, boolean event) {
    return new FollowedStatement(said(number, start, start, new Statement.Probability(p)), event);
  }
}
