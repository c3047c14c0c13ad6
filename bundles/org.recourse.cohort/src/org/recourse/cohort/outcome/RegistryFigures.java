/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.recourse.cohort.figure.Curve;
import org.recourse.cohort.figure.Curve.Point;
import org.recourse.cohort.figure.Curve.Style;
import org.recourse.cohort.figure.Figure;
import org.recourse.learning.sample.Estimate;
import org.recourse.outcomes.monitoring.MonitoredPeriod;
import org.recourse.outcomes.monitoring.ProspectiveMonitoring;

/** Control charts of a model over calendar time; the axis is the year with decimals. Stateless. */
public final class RegistryFigures {

  private static final double DAYS_PER_YEAR = 365.25;

  private RegistryFigures() {}

  /** Returns a day as a year with decimals: the first of July 2025 is about 2025.5. */
  static double year(LocalDate day) {
    return day.getYear() + (day.getDayOfYear() - 1) / DAYS_PER_YEAR;
  }

  /** Observed events per patient of each period between the limits that chance explains. */
  public static Figure calibration(ProspectiveMonitoring monitoring) {
    List<MonitoredPeriod> periods = monitoring.periods();
    List<Curve> curves = new ArrayList<>();
    curves.add(limit(periods, p -> p.action().lowerEvents()));
    curves.add(limit(periods, p -> p.action().upperEvents()));
    curves.add(curve("Expected", Style.LINE, periods, p -> p.expectedEvents() / p.patients()));
    curves.add(curve("Observed", Style.POINTS, periods, p -> p.events() / (double) p.patients()));
    return new Figure(
        "Events per patient",
        axis(periods),
        new Figure.Axis("Fraction with the outcome", 0, 1),
        curves,
        "Grey: exact 99.8 % limits if the model is right. Periods by treatment start.");
  }

  /** Area under the ROC curve of each period; periods with one outcome only are left out. */
  public static Figure discrimination(ProspectiveMonitoring monitoring) {
    List<Point> area = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    List<Point> upper = new ArrayList<>();
    for (MonitoredPeriod period : monitoring.periods()) {
      if (period.areaUnderCurve() instanceof Estimate.Defined defined) {
        double x = middle(period);
        area.add(new Point(x, defined.value()));
        defined.interval().ifPresent(interval -> lower.add(new Point(x, interval.lower())));
        defined.interval().ifPresent(interval -> upper.add(new Point(x, interval.upper())));
      }
    }
    return new Figure(
        "Discrimination",
        axis(monitoring.periods()),
        new Figure.Axis("Area under the ROC curve", 0, 1),
        List.of(
            new Curve("", Style.REFERENCE, lower),
            new Curve("", Style.REFERENCE, upper),
            new Curve("Area", Style.POINTS, area)),
        "Grey: 95 % interval after DeLong. Periods in which all patients have the same outcome are"
            + " left out.");
  }

  /** Observed minus expected events so far, with point-wise 99.8 % limits. */
  public static Figure cumulative(ProspectiveMonitoring monitoring) {
    List<Point> excess = new ArrayList<>();
    List<Point> upper = new ArrayList<>();
    List<Point> lower = new ArrayList<>();
    double most = 1;
    for (ProspectiveMonitoring.CumulativePoint point : monitoring.cumulative()) {
      double x = year(point.treatmentStart());
      excess.add(new Point(x, point.excessEvents()));
      upper.add(new Point(x, point.actionLimitEvents()));
      lower.add(new Point(x, -point.actionLimitEvents()));
      most = Math.max(most, Math.max(Math.abs(point.excessEvents()), point.actionLimitEvents()));
    }
    return new Figure(
        "Observed minus expected events",
        axis(monitoring.periods()),
        new Figure.Axis("Events", -most * 1.1, most * 1.1),
        List.of(
            new Curve("", Style.REFERENCE, lower),
            new Curve("", Style.REFERENCE, upper),
            new Curve("Excess", Style.STEP, excess)),
        "Grey: 99.8 % limits at each point alone; over a long time chance crosses them more"
            + " often.");
  }

  private static Curve limit(
      List<MonitoredPeriod> periods, ToDoubleFunction<MonitoredPeriod> events) {
    return curve("", Style.REFERENCE, periods, p -> events.applyAsDouble(p) / p.patients());
  }

  private static Curve curve(
      String name,
      Style style,
      List<MonitoredPeriod> periods,
      ToDoubleFunction<MonitoredPeriod> value) {
    return new Curve(
        name,
        style,
        periods.stream().map(p -> new Point(middle(p), value.applyAsDouble(p))).toList());
  }

  private static double middle(MonitoredPeriod period) {
    return (year(period.from()) + year(period.until())) / 2;
  }

  private static Figure.Axis axis(List<MonitoredPeriod> periods) {
    if (periods.isEmpty()) {
      return new Figure.Axis("Year of treatment", 0, 1);
    }
    return new Figure.Axis(
        "Year of treatment",
        year(periods.get(0).from()),
        year(periods.get(periods.size() - 1).until()));
  }
}
