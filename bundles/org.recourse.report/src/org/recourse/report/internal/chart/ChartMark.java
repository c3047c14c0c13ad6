/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.chart;

import java.util.List;
import org.recourse.report.LineChart;

/** Something drawn in a chart; x grows to the right, y downwards, both in points. Immutable. */
public sealed interface ChartMark {

  /** A line through points. */
  record Line(List<LineChart.Point> points, int rgb, double width, boolean dashed)
      implements ChartMark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Words; {@code x} is their left, middle or right, {@code y} their base line. */
  record Words(double x, double y, String text, double size, Anchor anchor) implements ChartMark {}

  /** What the position of words means. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
