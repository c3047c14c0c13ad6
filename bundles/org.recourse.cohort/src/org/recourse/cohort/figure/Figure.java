/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import java.util.List;
import java.util.Objects;

/**
 * Curves on two axes. Immutable.
 *
 * @param title what it shows
 * @param x horizontal axis
 * @param y vertical axis
 * @param curves in drawing order
 * @param note how it is to be read, with what was left out; may be empty
 */
public record Figure(String title, Axis x, Axis y, List<Curve> curves, String note) {

  /**
   * An axis from its lower to its upper end.
   *
   * @param title with the unit
   * @param lower finite
   * @param upper above {@code lower}
   */
  public record Axis(String title, double lower, double upper) {
    public Axis {
      Objects.requireNonNull(title, "title");
      if (!(lower < upper && Double.isFinite(lower) && Double.isFinite(upper))) {
        throw new IllegalArgumentException("an axis goes up: " + lower + " to " + upper);
      }
    }

    /** Position of a value: 0 at the lower end, 1 at the upper. */
    public double fraction(double value) {
      return (value - lower) / (upper - lower);
    }
  }

  public Figure {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(note, "note");
    curves = List.copyOf(curves);
  }
}
