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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.WidgetId;

/**
 * Histograms of the plan and of a change that is only looked at, one over the other: the plan as
 * full lines, the change as broken ones. Empty space while nothing is looked at. UI thread only.
 */
final class PreviewPanel {

  private static final int MOST_STRUCTURES = 5;
  private static final int MARGIN = 6;
  private static final int STEPS = 120;
  private static final double PERCENT = 100;

  /** One structure before and after. */
  private record Pair(String name, int rgb, Dvh before, Dvh after) {
    double changeGy() {
      return Math.abs(after.meanGy() - before.meanGy());
    }
  }

  private final Composite area;
  private final Label title;
  private final Canvas canvas;
  private List<Pair> pairs = List.of();

  PreviewPanel(Composite parent) {
    area = WidgetId.mark(new Composite(parent, SWT.NONE), "assistant.preview");
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    title = WidgetId.mark(new Label(area, SWT.WRAP), "assistant.preview.title");
    title.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    canvas = WidgetId.mark(new Canvas(area, SWT.DOUBLE_BUFFERED), "assistant.preview.dvh");
    var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    data.heightHint = 18 * SwtMetrics.averageCharacterWidth(canvas);
    canvas.setLayoutData(data);
    canvas.addPaintListener(e -> paint(e.gc));
    show(Optional.empty(), "", Optional.empty());
  }

  Composite control() {
    return area;
  }

  /**
   * Compares a change with the plan, or shows nothing; returns whether the comparison came or went.
   */
  boolean show(Optional<PlanNumbers> before, String changeTitle, Optional<PlanNumbers> after) {
    boolean shown = before.isPresent() && after.isPresent();
    boolean cameOrWent = area.getVisible() != shown;
    if (!shown && !cameOrWent) {
      return false;
    }
    pairs = shown ? pairs(before.get(), after.get()) : List.of();
    title.setText(
        shown
            ? "Preview of "
                + changeTitle
                + ": physical dose, plan full, change broken; the plan is not changed."
            : "");
    area.setVisible(shown);
    if (area.getLayoutData() instanceof GridData data) {
      data.exclude = !shown;
    }
    canvas.redraw();
    return cameOrWent;
  }

  /** Targets, then the organs whose mean dose changes most. */
  private static List<Pair> pairs(PlanNumbers before, PlanNumbers after) {
    List<Pair> targets = new ArrayList<>();
    List<Pair> organs = new ArrayList<>();
    for (int i = 0; i < Math.min(before.structures().size(), after.structures().size()); i++) {
      StructureNumbers one = before.structures().get(i);
      StructureNumbers other = after.structures().get(i);
      if (one.physicalDvh().isPresent() && other.physicalDvh().isPresent()) {
        var pair =
            new Pair(
                one.structure().name(),
                one.structure().colourRgb(),
                one.physicalDvh().get(),
                other.physicalDvh().get());
        (one.structure().isTarget() ? targets : organs).add(pair);
      }
    }
    organs.sort(Comparator.comparingDouble(Pair::changeGy).reversed());
    List<Pair> chosen = new ArrayList<>(targets.stream().limit(2).toList());
    organs.stream().limit(MOST_STRUCTURES - chosen.size()).forEach(chosen::add);
    return List.copyOf(chosen);
  }

  private void paint(GC gc) {
    if (pairs.isEmpty()) {
      return;
    }
    gc.setAntialias(SWT.ON);
    Point size = canvas.getSize();
    int textHeight = gc.getFontMetrics().getHeight();
    int names =
        pairs.stream().mapToInt(pair -> gc.textExtent(pair.name()).x).max().orElse(0) + 3 * MARGIN;
    int left = gc.textExtent("100").x + MARGIN;
    int right = Math.max(left + 20, size.x - names);
    int bottom = size.y - textHeight - 4;
    double maximumGy =
        pairs.stream()
            .mapToDouble(p -> Math.max(p.before().maxGy(), p.after().maxGy()))
            .max()
            .orElse(1);
    Color grey = canvas.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    gc.setForeground(grey);
    gc.drawLine(left, MARGIN, left, bottom);
    gc.drawLine(left, bottom, right, bottom);
    gc.drawText("100", 0, 0, true);
    gc.drawText("%", 0, textHeight, true);
    gc.drawText("0", left - 10, bottom + 1, true);
    String end = Math.round(maximumGy) + " Gy";
    gc.drawText(end, right - gc.textExtent(end).x, bottom + 1, true);
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      gc.setForeground(
          new Color(pair.rgb() >> 16 & 0xff, pair.rgb() >> 8 & 0xff, pair.rgb() & 0xff));
      gc.setLineWidth(1);
      gc.setLineStyle(SWT.LINE_SOLID);
      drawCurve(gc, pair.before(), maximumGy, new int[] {left, right, MARGIN, bottom});
      gc.setLineWidth(2);
      gc.setLineStyle(SWT.LINE_DASH);
      drawCurve(gc, pair.after(), maximumGy, new int[] {left, right, MARGIN, bottom});
      gc.setLineStyle(SWT.LINE_SOLID);
      int y = MARGIN + i * textHeight;
      gc.drawLine(right + MARGIN, y + textHeight / 2, right + 2 * MARGIN, y + textHeight / 2);
      gc.setForeground(canvas.getForeground());
      gc.drawText(pair.name(), right + 2 * MARGIN + 2, y, true);
    }
    gc.setLineWidth(1);
  }

  private static void drawCurve(GC gc, Dvh dvh, double maximumGy, int[] box) {
    int[] points = new int[2 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
      double doseGy = maximumGy * i / STEPS;
      double percent = doseGy > dvh.maxGy() ? 0 : dvh.volumeAtDosePercent(doseGy);
      points[2 * i] = box[0] + (box[1] - box[0]) * i / STEPS;
      points[2 * i + 1] = box[3] - (int) Math.round((box[3] - box[2]) * percent / PERCENT);
    }
    gc.drawPolyline(points);
  }
}
