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
 * One curve of a figure. Immutable.
 *
 * @param name what it is called beside the curve; empty for lines of orientation
 * @param style how it is drawn
 * @param points in drawing order
 */
public record Curve(String name, Style style, List<Point> points) {

  /** How a curve is drawn. */
  public enum Style {
    /** Straight lines from point to point. */
    LINE,
    /** Level up to the next point, then straight up or down. */
    STEP,
    /** Points that are not joined. */
    POINTS,
    /** A thin grey line of orientation. */
    REFERENCE
  }

  /**
   * A point in the units of the axes.
   *
   * @param x finite
   * @param y finite
   */
  public record Point(double x, double y) {
    public Point {
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("a point is finite: " + x + ", " + y);
      }
    }
  }

  public Curve {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(style, "style");
    points = List.copyOf(points);
  }
}
