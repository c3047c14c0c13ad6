/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.dvh.NumericalError;
import org.recourse.ui.widget.NumberText;

/**
 * How certain a figure of a histogram is as a number: the estimated numerical error and how it was
 * obtained. Stateless.
 */
final class ErrorText {

  /** Errors up to this one do not show in the last decimal of a dose. */
  private static final double INVISIBLE_GY = 0.05;

  /** Doses are aimed to be right within this; a larger error is pointed out. */
  private static final double WANTED_GY = 0.1;

  private ErrorText() {}

  /** Tool tip of one figure; says why where there is none. */
  static String of(DoseMetric metric, Optional<Dvh> dvh) {
    return switch (metric.evaluate(dvh)) {
      case MetricValue.Undefined(String reason) -> reason;
      case MetricValue.Defined(double value, MetricValue.Unit unit) ->
          metric.text()
              + " "
              + NumberText.fixed(value, 2)
              + " "
              + unit.symbol()
              + dvh.flatMap(metric::error).map(ErrorText::plusMinus).orElse("");
    };
  }

  private static String plusMinus(NumericalError error) {
    return " ± " + size(error) + " (" + error.method().text() + ")";
  }

  private static String size(NumericalError error) {
    String symbol = " " + error.unit().symbol();
    return error.value() < 0.005 ? "< 0.01" + symbol : NumberText.fixed(error.value(), 2) + symbol;
  }

  static OptionalDouble largestGy(List<DoseMetric> metrics, Optional<Dvh> dvh) {
    return metrics.stream()
        .map(metric -> dvh.flatMap(metric::error))
        .flatMap(Optional::stream)
        .mapToDouble(NumericalError::value)
        .max();
  }

  /** The largest error of a row of doses: a number only where it can be seen. */
  static String largest(List<DoseMetric> metrics, Optional<Dvh> dvh) {
    OptionalDouble largest = largestGy(metrics, dvh);
    if (largest.isEmpty()) {
      return NumberText.UNKNOWN;
    }
    return largest.getAsDouble() <= INVISIBLE_GY
        ? "< 0.05"
        : NumberText.fixed(largest.getAsDouble(), 2);
  }

  /** Every error of a row, and what is not in it. */
  static String explained(List<DoseMetric> metrics, Optional<Dvh> dvh) {
    if (dvh.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    OptionalDouble largest = largestGy(metrics, dvh);
    if (largest.isPresent() && largest.getAsDouble() > WANTED_GY) {
      lines.add("Larger than 0.1 Gy: the structure is small, or the dose steep.");
    }
    metrics.forEach(metric -> lines.add(of(metric, dvh)));
    lines.add(
        "Numerical error only: not the shape between contours, not the dose calculation, not the"
            + " registration.");
    return String.join("\n", lines);
  }
}
