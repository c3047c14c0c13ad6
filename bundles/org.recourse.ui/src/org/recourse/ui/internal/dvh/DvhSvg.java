/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The chart as a small vector drawing: axes, curves and their names. Stateless. */
public final class DvhSvg {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int PLOT_WIDTH = 610;
  private static final int PLOT_HEIGHT = 400;
  private static final int NAME_HEIGHT = 16;
  private static final double HEADROOM = 1.05;
  private static final int MOST_TICKS = 8;

  private DvhSvg() {}

  /** Returns the drawing; it says in itself which dose it shows and that it is research only. */
  public static String text(String title, DvhScale scale, List<DvhLine> lines) {
    double largestGy = largest(lines.stream().map(line -> line.curve().doseGy()).toList(), 1);
    double largestVolume = largest(lines.stream().map(line -> line.curve().volume()).toList(), 1);
    int namesHeight = TOP + NAME_HEIGHT * lines.size() + NAME_HEIGHT;
    int height = Math.max(HEIGHT, namesHeight);
    var svg = new ArrayList<String>();
    svg.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    svg.add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"12\">",
            WIDTH,
            height));
    svg.add("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    svg.add(label(LEFT, TOP - 16, "start", title));
    addDoseAxis(svg, largestGy);
    addVolumeAxis(svg, largestVolume, scale);
    for (int i = 0; i < lines.size(); i++) {
      svg.add(curve(lines.get(i), largestGy, largestVolume));
      svg.add(name(lines.get(i), TOP + NAME_HEIGHT * i));
    }
    svg.add(label(LEFT, TOP + PLOT_HEIGHT + 66, "start", DvhCsv.NOTICE + "."));
    svg.add("</svg>");
    return String.join("\n", svg) + "\n";
  }

  private static double largest(List<double[]> values, double atLeast) {
    return HEADROOM
        * values.stream().flatMapToDouble(java.util.Arrays::stream).max().orElse(atLeast);
  }

  private static void addDoseAxis(List<String> svg, double largestGy) {
    int bottom = TOP + PLOT_HEIGHT;
    svg.add(line(LEFT, bottom, LEFT + PLOT_WIDTH, bottom));
    for (double tick : ticks(largestGy)) {
      double x = LEFT + PLOT_WIDTH * tick / largestGy;
      svg.add(line(x, bottom, x, bottom + 5));
      svg.add(label(x, bottom + 20, "middle", number(tick)));
    }
    svg.add(label(LEFT + PLOT_WIDTH / 2.0, bottom + 42, "middle", "Dose (Gy)"));
  }

  private static void addVolumeAxis(List<String> svg, double largestVolume, DvhScale scale) {
    svg.add(line(LEFT, TOP, LEFT, TOP + PLOT_HEIGHT));
    for (double tick : ticks(largestVolume)) {
      double y = TOP + PLOT_HEIGHT * (1 - tick / largestVolume);
      svg.add(line(LEFT - 5, y, LEFT, y));
      svg.add(label(LEFT - 9, y + 4, "end", number(tick)));
    }
    double middle = TOP + PLOT_HEIGHT / 2.0;
    svg.add(
        String.format(
            Locale.ROOT,
            "<text x=\"18\" y=\"%1$.1f\" text-anchor=\"middle\""
                + " transform=\"rotate(-90 18 %1$.1f)\">%2$s</text>",
            middle,
            escaped(scale.axisTitle())));
  }

  /** Round numbers from 0 up to {@code largest}, at most about eight. */
  static List<Double> ticks(double largest) {
    double power = Math.pow(10, Math.floor(Math.log10(largest / MOST_TICKS)));
    double step =
        IntStream.of(1, 2, 5, 10)
            .mapToDouble(factor -> factor * power)
            .filter(candidate -> largest / candidate <= MOST_TICKS)
            .findFirst()
            .orElse(largest);
    return IntStream.rangeClosed(0, (int) Math.floor(largest / step))
        .mapToObj(i -> i * step)
        .toList();
  }

  private static String curve(DvhLine line, double largestGy, double largestVolume) {
    double[] doseGy = line.curve().doseGy();
    double[] volume = line.curve().volume();
    String points =
        IntStream.range(0, doseGy.length)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + PLOT_WIDTH * doseGy[i] / largestGy,
                        TOP + PLOT_HEIGHT * (1 - volume[i] / largestVolume)))
            .distinct() // neighbours that coincide at this resolution
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "<polyline fill=\"none\" stroke=\"#%06x\" stroke-width=\"%s\" points=\"%s\"/>",
        line.colourRgb() & 0xffffff,
        line.selected() ? "2.5" : "1.2",
        points);
  }

  private static String name(DvhLine line, int y) {
    int x = LEFT + PLOT_WIDTH + 20;
    return String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"#%06x\"/>",
            x,
            y,
            line.colourRgb() & 0xffffff)
        + label(x + 16, y + 9, "start", line.name());
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#333333\"/>",
        x1,
        y1,
        x2,
        y2);
  }

  private static String label(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        escaped(text));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
