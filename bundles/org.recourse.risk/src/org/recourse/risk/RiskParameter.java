/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named number of a model that a user may look at and, within its range, change. Immutable.
 *
 * @param id stable name such as {@code thresholdGy}
 * @param label name for people
 * @param unit unit of all numbers here
 * @param range allowed values, both ends included; a single value for a number that belongs to the
 *     model and cannot be chosen
 * @param defaultValue published value, within the range
 * @param interval95 published 95 % confidence interval, if any
 * @param source where the default comes from
 * @param alternatives other published values with their sources
 */
public record RiskParameter(
    String id,
    String label,
    RiskUnit unit,
    Interval range,
    double defaultValue,
    Optional<Interval> interval95,
    Literature source,
    List<Alternative> alternatives) {

  /** Another published value of the same parameter. */
  public record Alternative(double value, Literature source) {
    public Alternative {
      Objects.requireNonNull(source, "source");
    }
  }

  public RiskParameter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(interval95, "interval95");
    Objects.requireNonNull(source, "source");
    alternatives = List.copyOf(alternatives);
    if (!range.contains(defaultValue)) {
      throw new IllegalArgumentException(
          "default " + defaultValue + " of " + id + " is outside " + range);
    }
  }

  /** Makes a published number of the model that cannot be chosen. */
  public static RiskParameter fixed(
      String id,
      String label,
      RiskUnit unit,
      double value,
      Optional<Interval> interval95,
      Literature source) {
    return new RiskParameter(
        id, label, unit, new Interval(value, value), value, interval95, source, List.of());
  }

  /** Tells whether the number belongs to the model and cannot be chosen. */
  public boolean fixed() {
    return range.lower() == range.upper();
  }
}
