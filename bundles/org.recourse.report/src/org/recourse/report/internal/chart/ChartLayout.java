/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recourse.report.LineChart;
import org.recourse.report.internal.chart.ChartMark.Anchor;

/** Lays a chart out: thin axes, round ticks, the names of the curves on the right. Stateless. */
public final class ChartLayout {

  private static final double LEFT = 34;
  private static final double TOP = 16;
  private static final double BOTTOM = 28;
  private static final double LABELS = 120;
  private static final double LABEL_STEP = 10;
  private static final double LABEL_LINE = 14;
  private static final double SIZE = 7.5;
  private static final double TICK = 3;
  private static final int INK_RGB = 0x303030;
  private static final int GRID_RGB = 0xd8d8d8;
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int WANTED_TICKS = 6;

  private ChartLayout() {}

  /** Returns what is drawn, from first to last, in a box of the size, points. */
  public static List<ChartMark> of(LineChart chart, double width, double height) {
    var plot = new Plot(chart, LEFT, TOP, width - LEFT - LABELS, height - TOP - BOTTOM);
    List<ChartMark> marks = new ArrayList<>();
    addTicks(plot, marks);
    marks.add(line(INK_RGB, plot.left, plot.top, plot.left, plot.bottom()));
    marks.add(line(INK_RGB, plot.left, plot.bottom(), plot.right(), plot.bottom()));
    marks.add(
        new ChartMark.Words(
            plot.left + plot.width / 2, height - 4, chart.xTitle(), SIZE, Anchor.MIDDLE));
    marks.add(new ChartMark.Words(0, TOP - 7, chart.yTitle(), SIZE, Anchor.START));
    for (int i = 0; i < chart.curves().size(); i++) {
      LineChart.Curve curve = chart.curves().get(i);
      marks.add(
          new ChartMark.Line(
              curve.points().stream().map(plot::place).toList(), curve.rgb(), 1, curve.dashed()));
      double y = plot.top + 4 + i * LABEL_STEP;
      double x = plot.right() + 10;
      marks.add(
          new ChartMark.Line(
              List.of(new LineChart.Point(x, y), new LineChart.Point(x + LABEL_LINE, y)),
              curve.rgb(),
              2,
              curve.dashed()));
      marks.add(
          new ChartMark.Words(x + LABEL_LINE + 4, y + 2.5, curve.label(), SIZE, Anchor.START));
    }
    return List.copyOf(marks);
  }

  /** Returns the least height in which all names have room, points. */
  public static double leastHeight(LineChart chart) {
    return TOP + BOTTOM + LABEL_STEP * (chart.curves().size() + 1);
  }

  private static void addTicks(Plot plot, List<ChartMark> marks) {
    for (double value : ticks(plot.chart.xMaximum())) {
      double x = plot.x(value);
      marks.add(line(GRID_RGB, x, plot.top, x, plot.bottom()));
      marks.add(line(INK_RGB, x, plot.bottom(), x, plot.bottom() + TICK));
      marks.add(
          new ChartMark.Words(x, plot.bottom() + TICK + SIZE, text(value), SIZE, Anchor.MIDDLE));
    }
    for (double value : ticks(plot.chart.yMaximum())) {
      double y = plot.y(value);
      marks.add(line(GRID_RGB, plot.left, y, plot.right(), y));
      marks.add(line(INK_RGB, plot.left - TICK, y, plot.left, y));
      marks.add(
          new ChartMark.Words(plot.left - TICK - 2, y + SIZE / 3, text(value), SIZE, Anchor.END));
    }
  }

  private static ChartMark line(int rgb, double x1, double y1, double x2, double y2) {
    return new ChartMark.Line(
        List.of(new LineChart.Point(x1, y1), new LineChart.Point(x2, y2)), rgb, 0.5, false);
  }

  /** Round values from 0 to the maximum, about six of them. */
  static List<Double> ticks(double maximum) {
    double rough = maximum / WANTED_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double round : ROUND) {
      if (round * power >= rough) {
        step = round * power;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= maximum * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  /** The area of the curves. */
  private record Plot(LineChart chart, double left, double top, double width, double height) {

    double right() {
      return left + width;
    }

    double bottom() {
      return top + height;
    }

    double x(double value) {
      return left + width * Math.clamp(value / chart.xMaximum(), 0.0, 1.0);
    }

    double y(double value) {
      return bottom() - height * Math.clamp(value / chart.yMaximum(), 0.0, 1.0);
    }

    LineChart.Point place(LineChart.Point point) {
      return new LineChart.Point(x(point.x()), y(point.y()));
    }
  }
}
