/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Risks over the edits as a small chart, one line for each model. UI thread only. */
final class HistoryChart {

  private static final int LEFT_CHARACTERS = 4;
  private static final int MARGIN = 6;
  private static final int DOT = 4;

  /** Colour-blind safe: six of Okabe and Ito, then six of Tol (muted), as there are many models. */
  private static final List<RGB> COLOURS =
      List.of(
          new RGB(0, 114, 178),
          new RGB(213, 94, 0),
          new RGB(0, 158, 115),
          new RGB(204, 121, 167),
          new RGB(230, 159, 0),
          new RGB(86, 180, 233),
          new RGB(51, 34, 136),
          new RGB(136, 34, 85),
          new RGB(17, 119, 51),
          new RGB(153, 153, 51),
          new RGB(204, 102, 119),
          new RGB(68, 68, 68));

  private final Canvas canvas;
  private List<RiskHistory.Entry> entries = List.of();
  private Map<String, String> titleByModel = Map.of();
  private boolean stale;

  HistoryChart(Composite parent) {
    canvas = WidgetId.mark(new Canvas(parent, SWT.DOUBLE_BUFFERED), "assistant.history");
    canvas.addPaintListener(e -> paint(e.gc));
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = words();
              }
            });
  }

  Canvas control() {
    return canvas;
  }

  void show(RiskHistory history) {
    entries = history.entries();
    titleByModel = history.models();
    String words = words();
    if (!words.equals(canvas.getToolTipText())) {
      canvas.setToolTipText(words);
    }
    canvas.redraw();
  }

  void setStale(boolean nowStale) {
    if (stale != nowStale) {
      stale = nowStale;
      canvas.redraw();
    }
  }

  /** The chart in words, for readers of the screen and the tool tip. */
  String words() {
    if (entries.isEmpty() || titleByModel.isEmpty()) {
      return "No model has given a number yet.";
    }
    List<String> lines = new ArrayList<>();
    titleByModel.forEach(
        (id, title) -> {
          Double first = entries.getFirst().numberByModel().get(id);
          Double last = entries.getLast().numberByModel().get(id);
          lines.add(
              title
                  + ": "
                  + (first == null ? NumberText.UNKNOWN : NumberText.risk(first)) // map: no number
                  + " at first, "
                  + (last == null ? NumberText.UNKNOWN : NumberText.risk(last))
                  + " now");
        });
    return String.join("\n", lines);
  }

  private void paint(GC gc) {
    Point size = canvas.getSize();
    gc.setAntialias(SWT.ON);
    Color ink = canvas.getForeground();
    Color grey = canvas.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    int character = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
    int textHeight = gc.getFontMetrics().getHeight();
    if (entries.isEmpty() || titleByModel.isEmpty()) {
      gc.setForeground(grey);
      gc.drawText("No model has given a number yet.", MARGIN, MARGIN, true);
      return;
    }
    int left = LEFT_CHARACTERS * character + MARGIN;
    int right = size.x - MARGIN - DOT;
    int top = textHeight / 2 + 2;
    int bottom = size.y - textHeight - 4;
    gc.setForeground(grey);
    gc.drawLine(left, top, left, bottom);
    gc.drawLine(left, bottom, right, bottom);
    double maximum = maximum();
    drawRight(gc, NumberText.fixed(maximum, 2), left - 3, top - textHeight / 2);
    drawRight(gc, "0", left - 3, bottom - textHeight / 2);
    gc.drawText(
        "risk over " + entries.size() + (entries.size() == 1 ? " revision" : " revisions"),
        left,
        bottom + 2,
        true);
    int k = 0;
    for (String id : titleByModel.keySet()) {
      var colour = new Color(COLOURS.get(k++ % COLOURS.size()));
      gc.setForeground(stale ? grey : colour);
      gc.setBackground(stale ? grey : colour);
      drawLine(gc, id, new int[] {left, right, top, bottom}, maximum);
    }
    gc.setForeground(ink);
  }

  private static void drawRight(GC gc, String text, int right, int y) {
    gc.drawText(text, right - gc.textExtent(text).x, y, true);
  }

  private double maximum() {
    double largest =
        entries.stream()
            .flatMap(entry -> entry.numberByModel().values().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    return largest <= 0 ? 1 : Math.ceil(largest * 11) / 10; // a little room, in tenths
  }

  private void drawLine(GC gc, String id, int[] box, double maximum) {
    gc.setLineWidth(2);
    int beforeX = -1;
    int beforeY = -1;
    for (int i = 0; i < entries.size(); i++) {
      Double number = entries.get(i).numberByModel().get(id);
      if (number == null) { // map: the model gave none
        beforeX = -1;
        continue;
      }
      int steps = Math.max(1, entries.size() - 1);
      int x = entries.size() == 1 ? box[1] : box[0] + (box[1] - box[0]) * i / steps;
      int y = box[3] - (int) Math.round((box[3] - box[2]) * Math.min(1, number / maximum));
      if (beforeX >= 0) {
        gc.drawLine(beforeX, beforeY, x, y);
      }
      beforeX = x;
      beforeY = y;
    }
    if (beforeX >= 0) {
      gc.fillOval(beforeX - DOT / 2, beforeY - DOT / 2, DOT, DOT);
    }
    gc.setLineWidth(1);
  }

  /** Colour of a line, so that its row can carry it. */
  static RGB colour(int line) {
    return COLOURS.get(line % COLOURS.size());
  }
}
