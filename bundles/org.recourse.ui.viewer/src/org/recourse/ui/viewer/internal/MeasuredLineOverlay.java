/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Paints the measured line with its length. UI thread only. */
final class MeasuredLineOverlay {

  private static final int TICK = 4;
  private static final int LABEL_DISTANCE = 8;

  private final SliceView view;
  private final ViewerModel model;

  MeasuredLineOverlay(SliceView view, ViewerModel model) {
    this.view = view;
    this.model = model;
  }

  void paint(GC gc, Rectangle area) {
    Optional<MeasuredLine> line = model.measuring().line().filter(l -> l.isOn(view.plane()));
    Optional<Point> from = line.flatMap(l -> view.pixelOf(l.fromMm()));
    Optional<Point> to = line.flatMap(l -> view.pixelOf(l.toMm()));
    if (line.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    Point a = from.get();
    Point b = to.get();
    gc.setLineWidth(3);
    gc.setForeground(OverlayColours.shadow());
    gc.drawLine(a.x, a.y, b.x, b.y);
    gc.setLineWidth(1);
    gc.setForeground(OverlayColours.measure());
    gc.drawLine(a.x, a.y, b.x, b.y);
    tick(gc, a, b);
    tick(gc, b, a);
    String label = String.format(Locale.ROOT, "%.1f mm", line.get().lengthMm());
    Point size = gc.textExtent(label);
    int x = b.x >= a.x ? b.x + LABEL_DISTANCE : b.x - LABEL_DISTANCE - size.x;
    int y = b.y - size.y / 2;
    OverlayPainter.text(
        gc,
        label,
        Math.clamp(x, 0, Math.max(0, area.width - size.x)),
        Math.clamp(y, 0, Math.max(0, area.height - size.y)),
        OverlayColours.measure());
  }

  /** A short bar across the line at its end. */
  private static void tick(GC gc, Point end, Point other) {
    double length = Math.max(1, Math.hypot(other.x - end.x, other.y - end.y));
    int dx = (int) Math.round(-(other.y - end.y) / length * TICK);
    int dy = (int) Math.round((other.x - end.x) / length * TICK);
    gc.drawLine(end.x - dx, end.y - dy, end.x + dx, end.y + dy);
  }
}
