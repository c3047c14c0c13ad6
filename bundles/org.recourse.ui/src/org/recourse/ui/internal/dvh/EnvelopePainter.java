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
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.recourse.ui.widget.ColourSwatches;

/**
 * Paints the intervals behind the curves: the worst case faint, 95 % of the samples stronger; grey
 * while they are older than the curve. With many curves only those of the selected structure and of
 * the one under the pointer are painted, or nothing could be read. UI thread only.
 */
final class EnvelopePainter implements ICustomPaintListener {

  private static final int WORST_ALPHA = 45;
  private static final int SAMPLED_ALPHA = 70;
  private static final int FEW = 4;

  private final Supplier<List<DvhLine>> lines;
  private final Supplier<Optional<DvhLine>> hovered;
  private final Chart chart;
  private final ColourSwatches colours;

  EnvelopePainter(
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
  public boolean drawBehindSeries() {
    return true;
  }

  @Override
  public void paintControl(PaintEvent e) {
    List<DvhLine> all = lines.get();
    boolean few = all.stream().filter(line -> line.envelope().isPresent()).count() <= FEW;
    Optional<DvhLine> pointed = hovered.get();
    for (DvhLine line : all) {
      if (few || line.selected() || pointed.filter(line::equals).isPresent()) {
        line.envelope().ifPresent(envelope -> paint(e.gc, line, envelope));
      }
    }
  }

  private void paint(GC gc, DvhLine line, DvhEnvelope envelope) {
    Color colour =
        envelope.current()
            ? colours.colour(line.colourRgb())
            : chart.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    gc.setBackground(colour);
    gc.setAdvanced(true);
    gc.setAlpha(WORST_ALPHA);
    gc.fillPolygon(outline(envelope.doseGy(), envelope.worstLow(), envelope.worstHigh()));
    gc.setAlpha(SAMPLED_ALPHA);
    gc.fillPolygon(outline(envelope.doseGy(), envelope.low(), envelope.high()));
    gc.setAlpha(255);
  }

  /** Along the upper curve and back along the lower one. */
  private int[] outline(double[] doseGy, double[] low, double[] high) {
    IAxis dose = chart.getAxisSet().getXAxis(0);
    IAxis volume = chart.getAxisSet().getYAxis(0);
    int n = doseGy.length;
    int[] outline = new int[4 * n];
    for (int i = 0; i < n; i++) {
      int x = dose.getPixelCoordinate(doseGy[i]);
      outline[2 * i] = x;
      outline[2 * i + 1] = volume.getPixelCoordinate(high[i]);
      outline[4 * n - 2 - 2 * i] = x;
      outline[4 * n - 1 - 2 * i] = volume.getPixelCoordinate(low[i]);
    }
    return outline;
  }
}
