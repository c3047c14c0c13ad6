/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

/**
 * A two-sided confidence interval. Immutable.
 *
 * @param lower lower end, finite
 * @param upper upper end, finite, not below the lower end
 * @param level confidence level, above 0 and below 1, such as 0.95
 * @param clipped whether an end was cut to the range that the quantity can have, which means that
 *     the approximation behind the interval is poor for this sample
 */
public record Interval(double lower, double upper, double level, boolean clipped) {

  public Interval {
    if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
      throw new IllegalArgumentException(
          "an interval is finite and ordered: " + lower + ", " + upper);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be above 0 and below 1: " + level);
    }
  }

  /** The interval cut to {@code [least, greatest]}, marked when anything was cut off. */
  public static Interval within(
      double lower, double upper, double level, double least, double greatest) {
    double cutLower = Math.clamp(lower, least, greatest);
    double cutUpper = Math.clamp(upper, least, greatest);
    return new Interval(cutLower, cutUpper, level, cutLower != lower || cutUpper != upper);
  }

  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }
}
