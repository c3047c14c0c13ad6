/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.recourse.ui.widget.ColourSwatches;

/**
 * Writes the names of up to six curves, else of the selected one and the one under the pointer,
 * each at another height.
 */
final class LineLabels implements ICustomPaintListener {

  private static final int MOST = 6;
  private static final int GAP = 4;

  private final Supplier<List<DvhLine>> lines;
  private final Supplier<Optional<DvhLine>> hovered;
  private final Chart chart;
  private final ColourSwatches colours;

  LineLabels(
      Supplier<List<DvhLine>> lines,
      Supplier<Optional<DvhLine>> hovered,
      Chart chart,
      ColourSwatches colours) {
    this.lines = lines;
    this.hovered = hovered;
    this.chart = chart;
    this.colours = colours;
  }

  @Override
  public void paintControl(PaintEvent event) {
    List<DvhLine> shown = lines.get();
    if (shown.size() > MOST) {
      Optional<DvhLine> pointed = hovered.get();
      shown =
          shown.stream()
              .filter(line -> line.selected() || pointed.equals(Optional.of(line)))
              .toList();
    }
    int right = chart.getPlotArea().getControl().getSize().x;
    for (int i = 0; i < shown.size(); i++) {
      DvhLine line = shown.get(i);
      double part = 0.85 - 0.12 * i; // of the largest volume: so that labels do not collide
      anchor(line, part)
          .ifPresent(
              at -> {
                event.gc.setForeground(colours.colour(legible(line.colourRgb())));
                int width = event.gc.textExtent(line.name()).x;
                int x = Math.max(0, Math.min(at.x + GAP, right - width - GAP));
                event.gc.drawText(line.name(), x, at.y - GAP, true);
              });
    }
  }

  /** Text is thinner than a line, so light colours are darkened on a light background. */
  private int legible(int rgb) {
    boolean light = chart.getBackground().getGreen() > 127;
    return light ? rgb - (rgb >> 2 & 0x3f3f3f) : rgb;
  }

  /** Where the curve falls below a part of its largest value for the last time. */
  private Optional<Point> anchor(DvhLine line, double part) {
    double[] volume = line.curve().volume();
    double largest = java.util.Arrays.stream(volume).max().orElse(0);
    for (int i = volume.length - 1; i >= 0; i--) {
      if (volume[i] >= part * largest && largest > 0) {
        IAxis dose = chart.getAxisSet().getXAxis(0);
        IAxis height = chart.getAxisSet().getYAxis(0);
        return Optional.of(
            new Point(
                dose.getPixelCoordinate(line.curve().doseGy()[i]),
                height.getPixelCoordinate(volume[i])));
      }
    }
    return Optional.empty();
  }
}
