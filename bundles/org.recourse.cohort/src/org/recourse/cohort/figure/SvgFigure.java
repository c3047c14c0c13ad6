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
import java.util.Locale;
import org.recourse.cohort.figure.Curve.Point;
import org.recourse.cohort.figure.Curve.Style;

/** Writes a figure as SVG 1.1, for reports. Stateless. */
public final class SvgFigure {

  /** Colours of curves in order; told apart by people who do not see red or green (Okabe, Ito). */
  public static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5f5f5f");

  private static final int WIDTH = 520;
  private static final int PLOT = 320;
  private static final int LEFT = 60;
  private static final int TOP = 30;
  private static final int BELOW = 44;
  private static final int LINE = 16;
  private static final int TICKS = 5;

  private final Figure figure;
  private final StringBuilder svg = new StringBuilder();

  private SvgFigure(Figure figure) {
    this.figure = figure;
  }

  /** Returns the text of the picture; curves are cut at the frame. */
  public static String of(Figure figure) {
    return new SvgFigure(figure).text();
  }

  private String text() {
    long named = figure.curves().stream().filter(curve -> !curve.name().isEmpty()).count();
    int height = TOP + PLOT + BELOW + (int) named * LINE + LINE;
    append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
            + " %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n",
        WIDTH, height, WIDTH, height);
    append("<title>%s</title>\n", escaped(figure.title()));
    append("<text x=\"%d\" y=\"18\" font-size=\"14\">%s</text>\n", LEFT, escaped(figure.title()));
    axes();
    append(
        "<clipPath id=\"frame\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n",
        LEFT, TOP, PLOT, PLOT);
    int colour = 0;
    int row = 0;
    for (Curve curve : figure.curves()) {
      boolean reference = curve.style() == Style.REFERENCE;
      String stroke = reference ? "#999999" : COLOURS.get(colour++ % COLOURS.size());
      draw(curve, stroke);
      if (!curve.name().isEmpty()) {
        int y = TOP + PLOT + BELOW + row++ * LINE;
        append(
            "<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%d\""
                + " y=\"%d\">%s</text>\n",
            LEFT, y, stroke, LEFT + 24, y + 4, escaped(curve.name()));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes() {
    append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#777777\"/>\n",
        LEFT, TOP, PLOT, PLOT);
    for (int i = 0; i <= TICKS; i++) {
      double part = i / (double) TICKS;
      append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
          LEFT + part * PLOT, TOP + PLOT + 15, number(figure.x(), part));
      append(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
          LEFT - 6, TOP + (1 - part) * PLOT + 4, number(figure.y(), part));
    }
    append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
        LEFT + PLOT / 2, TOP + PLOT + 31, escaped(figure.x().title()));
    append(
        "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
        TOP + PLOT / 2, escaped(figure.y().title()));
  }

  private static String number(Figure.Axis axis, double part) {
    double value = axis.lower() + part * (axis.upper() - axis.lower());
    return String.format(Locale.ROOT, axis.upper() > 10 ? "%.0f" : "%.2f", value);
  }

  private void draw(Curve curve, String stroke) {
    if (curve.style() == Style.POINTS) {
      for (Point point : curve.points()) {
        append(
            "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"%s\"/>\n", x(point), y(point), stroke);
      }
      return;
    }
    var path = new StringBuilder();
    for (Point point : curve.points()) {
      if (path.isEmpty()) {
        path.append(String.format(Locale.ROOT, "M%.2f %.2f", x(point), y(point)));
      } else if (curve.style() == Style.STEP) {
        path.append(String.format(Locale.ROOT, "H%.2fV%.2f", x(point), y(point)));
      } else {
        path.append(String.format(Locale.ROOT, "L%.2f %.2f", x(point), y(point)));
      }
    }
    append(
        "<path clip-path=\"url(#frame)\" d=\"%s\" fill=\"none\" stroke=\"%s\""
            + " stroke-width=\"%s\"/>\n",
        path, stroke, curve.style() == Style.REFERENCE ? "1" : "1.6");
  }

  private double x(Point point) {
    return LEFT + figure.x().fraction(point.x()) * PLOT;
  }

  private double y(Point point) {
    return TOP + (1 - figure.y().fraction(point.y())) * PLOT;
  }

  private void append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
