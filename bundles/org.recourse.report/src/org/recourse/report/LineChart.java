/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.util.List;
import java.util.Objects;

/**
 * Curves over one axis, drawn as lines by every writer. Immutable.
 *
 * @param title what it shows
 * @param xTitle quantity and unit of the horizontal axis
 * @param yTitle quantity and unit of the vertical axis
 * @param xMaximum end of the horizontal axis, which begins at 0
 * @param yMaximum end of the vertical axis, which begins at 0
 * @param curves at least one
 */
public record LineChart(
    String title,
    String xTitle,
    String yTitle,
    double xMaximum,
    double yMaximum,
    List<Curve> curves) {

  /** A point of a curve, in the units of the axes. */
  public record Point(double x, double y) {
    public Point {
      if (!(Double.isFinite(x) && Double.isFinite(y))) {
        throw new IllegalArgumentException("not a point: " + x + ", " + y);
      }
    }
  }

  /**
   * A curve.
   *
   * @param label its name
   * @param rgb its colour, 0xRRGGBB
   * @param dashed whether the line is broken
   * @param points from left to right
   */
  public record Curve(String label, int rgb, boolean dashed, List<Point> points) {
    public Curve {
      Objects.requireNonNull(label, "label");
      points = List.copyOf(points);
    }
  }

  public LineChart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(xTitle, "xTitle");
    Objects.requireNonNull(yTitle, "yTitle");
    curves = List.copyOf(curves);
    if (!(xMaximum > 0 && xMaximum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("xMaximum must be > 0: " + xMaximum);
    }
    if (!(yMaximum > 0 && yMaximum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("yMaximum must be > 0: " + yMaximum);
    }
  }
}
