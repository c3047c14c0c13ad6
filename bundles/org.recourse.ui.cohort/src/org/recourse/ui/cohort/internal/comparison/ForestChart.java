/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.comparison;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.recourse.cohort.figure.ForestRow;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.ui.widget.WidgetId;

/** Areas under the curve with their intervals below each other, 0.5 marked. UI thread only. */
final class ForestChart {

  private static final int MARGIN = 12;
  private static final int MARK = 7;
  private static final double NO_SKILL = 0.5;
  private static final double[] TICKS = {0, 0.25, 0.5, 0.75, 1};

  private final Canvas canvas;
  private List<ForestRow> rows = List.of();

  ForestChart(Composite parent) {
    canvas = WidgetId.mark(new Canvas(parent, SWT.DOUBLE_BUFFERED), "comparison.forest");
    canvas.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
    canvas.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
    canvas.addPaintListener(this::paint);
  }

  Canvas control() {
    return canvas;
  }

  void show(List<ForestRow> shown) {
    rows = List.copyOf(shown);
    canvas.redraw();
  }

  private void paint(PaintEvent event) {
    GC gc = event.gc;
    gc.setAntialias(SWT.ON);
    int lineHeight = gc.getFontMetrics().getHeight() + 8;
    int names = rows.stream().mapToInt(row -> gc.textExtent(row.name()).x).max().orElse(0);
    int left = MARGIN + names + MARGIN;
    int texts = gc.textExtent("0.00 [0.00–0.00]").x;
    int width = Math.max(80, canvas.getClientArea().width - left - texts - 3 * MARGIN);
    int bottom = MARGIN + rows.size() * lineHeight;
    for (double tick : TICKS) {
      int x = left + (int) Math.round(tick * width);
      gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
      gc.setLineStyle(Double.compare(tick, NO_SKILL) == 0 ? SWT.LINE_DASH : SWT.LINE_DOT);
      gc.drawLine(x, MARGIN, x, bottom);
      gc.setForeground(canvas.getForeground());
      String text = Double.toString(tick);
      gc.drawText(text, x - gc.textExtent(text).x / 2, bottom + 4, true);
    }
    gc.setLineStyle(SWT.LINE_SOLID);
    gc.drawText("Area under the ROC curve, 95 % interval", left, bottom + 4 + lineHeight, true);
    for (int i = 0; i < rows.size(); i++) {
      paintRow(gc, rows.get(i), left, width, MARGIN + i * lineHeight);
    }
  }

  private static void paintRow(GC gc, ForestRow row, int left, int width, int top) {
    int middle = top + gc.getFontMetrics().getHeight() / 2;
    gc.drawText(row.name(), MARGIN, top, true);
    String text = ModelRow.text(row.estimate());
    gc.drawText(text, left + width + 2 * MARGIN, top, true);
    if (row.estimate() instanceof Estimate.Defined defined) {
      if (defined.interval().isPresent()) {
        Interval interval = defined.interval().get();
        gc.setLineWidth(2);
        gc.drawLine(
            left + (int) Math.round(interval.lower() * width),
            middle,
            left + (int) Math.round(interval.upper() * width),
            middle);
        gc.setLineWidth(1);
      }
      int x = left + (int) Math.round(defined.value() * width);
      gc.setBackground(gc.getForeground());
      gc.fillRectangle(x - MARK / 2, middle - MARK / 2, MARK, MARK);
    }
  }
}
