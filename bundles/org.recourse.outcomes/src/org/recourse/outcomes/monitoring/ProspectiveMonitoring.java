/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.recourse.learning.performance.Calibration;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.outcomes.registry.Statement;

/**
 * Calibration and discrimination of a model over calendar time. Only probabilities count; scores
 * and categories have no expected number of events and are left out. Immutable.
 *
 * <p>The limits of a period are exact quantiles of the number of events under the probabilities
 * that the model stated (Poisson binomial), not a normal approximation, so they hold for few
 * patients. Warning limits hold 95 %, action limits 99.8 %, the levels of funnel plots
 * (Spiegelhalter 2005, doi 10.1002/sim.1970).
 *
 * @param periods periods with at least one patient, in order
 * @param cumulative observed minus expected events after each patient
 * @param withoutProbability statements that are a score or a category
 */
public record ProspectiveMonitoring(
    List<MonitoredPeriod> periods, List<CumulativePoint> cumulative, int withoutProbability) {

  private static final double WARNING = 0.95;
  private static final double ACTION = 0.998;
  private static final double ACTION_DEVIATIONS = 3.0902; // normal quantile of 0.999

  public ProspectiveMonitoring {
    periods = List.copyOf(periods);
    cumulative = List.copyOf(cumulative);
  }

  /**
   * Observed minus expected events so far.
   *
   * @param treatmentStart of the last patient counted
   * @param excessEvents observed minus expected
   * @param actionLimitEvents half width of the 99.8 % limits at this one point, by the normal
   *     approximation; looking at every point crosses them more often
   */
  public record CumulativePoint(
      LocalDate treatmentStart, double excessEvents, double actionLimitEvents) {}

  /**
   * Monitors.
   *
   * @param followed statements with a known outcome
   * @param monthsPerPeriod length of a period, from 1 to 12, a divisor of 12; periods start with
   *     the calendar year
   */
  public static ProspectiveMonitoring of(List<FollowedStatement> followed, int monthsPerPeriod) {
    if (monthsPerPeriod < 1 || 12 % monthsPerPeriod != 0) {
      throw new IllegalArgumentException("a period divides the year: " + monthsPerPeriod);
    }
    List<FollowedStatement> counted =
        followed.stream()
            .filter(one -> one.assessment().statement() instanceof Statement.Probability)
            .sorted(
                (a, b) ->
                    a.assessment().treatmentStart().compareTo(b.assessment().treatmentStart()))
            .toList();
    List<MonitoredPeriod> periods = new ArrayList<>();
    int i = 0;
    while (i < counted.size()) {
      LocalDate start = counted.get(i).assessment().treatmentStart();
      int month = (start.getMonthValue() - 1) / monthsPerPeriod * monthsPerPeriod + 1;
      LocalDate from = LocalDate.of(start.getYear(), month, 1);
      LocalDate until = from.plusMonths(monthsPerPeriod);
      int end = i;
      while (end < counted.size()
          && counted.get(end).assessment().treatmentStart().isBefore(until)) {
        end++;
      }
      periods.add(period(from, until, counted.subList(i, end)));
      i = end;
    }
    return new ProspectiveMonitoring(
        periods, cumulative(counted), followed.size() - counted.size());
  }

  private static MonitoredPeriod period(
      LocalDate from, LocalDate until, List<FollowedStatement> patients) {
    double[] probability = patients.stream().mapToDouble(ProspectiveMonitoring::fraction).toArray();
    boolean[] event = new boolean[probability.length];
    int events = 0;
    double expected = 0;
    for (int i = 0; i < event.length; i++) {
      event[i] = patients.get(i).event();
      events += event[i] ? 1 : 0;
      expected += probability[i];
    }
    var sample = new ScoredOutcomes(probability, event);
    EventCountDistribution distribution = EventCountDistribution.of(probability);
    Estimate area =
        sample.hasBothOutcomes()
            ? DeLong.areaUnderCurve(sample, WARNING)
            : Estimate.undefined("The period has no patient with, or none without the outcome.");
    return new MonitoredPeriod(
        from,
        until,
        event.length,
        events,
        expected,
        ControlLimits.of(distribution, WARNING),
        ControlLimits.of(distribution, ACTION),
        area,
        Calibration.brierScore(sample));
  }

  private static List<CumulativePoint> cumulative(List<FollowedStatement> patients) {
    List<CumulativePoint> points = new ArrayList<>();
    double excess = 0;
    double variance = 0;
    for (FollowedStatement patient : patients) {
      double p = fraction(patient);
      excess += (patient.event() ? 1 : 0) - p;
      variance += p * (1 - p);
      points.add(
          new CumulativePoint(
              patient.assessment().treatmentStart(),
              excess,
              ACTION_DEVIATIONS * Math.sqrt(variance)));
    }
    return points;
  }

  private static double fraction(FollowedStatement followed) {
    return switch (followed.assessment().statement()) {
      case Statement.Probability(double fraction) -> fraction;
      case Statement.Score score ->
          throw new IllegalArgumentException("a score is no probability: " + score);
      case Statement.Category category ->
          throw new IllegalArgumentException("a category is no probability: " + category);
    };
  }
}
