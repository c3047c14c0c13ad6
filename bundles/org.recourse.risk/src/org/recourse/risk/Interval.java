/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

/**
 * A closed interval. Immutable. Its unit is that of the number it belongs to.
 *
 * @param lower finite
 * @param upper finite, not below {@code lower}
 */
public record Interval(double lower, double upper) {

  public Interval {
    if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
      throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
    }
  }

  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }

  /** Returns the smallest interval with all of this one and a value in it. */
  public Interval holding(double value) {
    return contains(value) ? this : new Interval(Math.min(lower, value), Math.max(upper, value));
  }
}
