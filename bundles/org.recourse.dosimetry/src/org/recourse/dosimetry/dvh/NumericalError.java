/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Objects;
import org.recourse.dosimetry.dvh.MetricValue.Unit;

/**
 * Estimated numerical error of a metric: what another, equally good choice of samples would change.
 * It does not contain what is unknown about the shape between the contours, nor any error of the
 * dose itself. Immutable.
 *
 * @param value at least 0, in {@code unit}
 * @param unit unit of the metric
 * @param method how the estimate was obtained
 */
public record NumericalError(double value, Unit unit, Method method) {

  /** How an error was estimated. */
  public enum Method {
    /** Difference between the result of all samples and that of every second one. */
    HALF_OF_SAMPLES("all samples against every second one"),
    /** The samples agree better than the histogram resolves: half a bin of 0.01 Gy. */
    HALF_BIN("half a bin of the histogram"),
    /** Difference from the extreme of every second sample, without points on the surface. */
    EXTREME_OF_HALF("extreme of all points against that of every second sample inside");

    private final String text;

    Method(String text) {
      this.text = text;
    }

    /** A few words for a report. */
    public String text() {
      return text;
    }
  }

  public NumericalError {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(method, "method");
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("an error is finite and >= 0: " + value);
    }
  }
}
