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

/** Value of a dose metric. "Not defined here" is a result, never 0 or NaN. */
public sealed interface MetricValue {

  /** Unit of a metric. */
  enum Unit {
    GY("Gy"),
    PERCENT("%"),
    CM3("cc");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /**
   * A number with its unit.
   *
   * @param value finite
   * @param unit unit of {@code value}
   */
  record Defined(double value, Unit unit) implements MetricValue {
    public Defined {
      Objects.requireNonNull(unit, "unit");
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a defined metric value is finite: " + value);
      }
    }
  }

  /**
   * There is no such number for this structure.
   *
   * @param reason a sentence that says why
   */
  record Undefined(String reason) implements MetricValue {
    public Undefined {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("an undefined value needs a reason");
      }
    }
  }
}
