/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.ui.widget.WidgetId;

/**
 * The structures of a recipe and its result on one slice: A and B as lines, the result filled. UI
 * thread only.
 */
final class PreviewCanvas {

  private static final RGB BACKGROUND = new RGB(0x10, 0x12, 0x14);
  private static final RGB TEXT = new RGB(0xc9, 0xce, 0xd3);
  private static final RGB A = new RGB(0x4c, 0x9b, 0xe8);
  private static final RGB B = new RGB(0x8e, 0xc0, 0x7c);
  private static final RGB RESULT = new RGB(0xf2, 0x9e, 0x4c);
  private static final int MARGIN = 14;
  private static final int FILL_ALPHA = 110;
  private static final int OPAQUE_ALPHA = 255;

  private final Canvas canvas;
  private Optional<MakingJob.Made.Contours> shown = Optional.empty();
  private double positionMm;
  private String note = "";

  PreviewCanvas(Composite parent) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.BORDER);
    WidgetId.mark(canvas, "make.preview");
    canvas.setBackground(new Color(BACKGROUND));
    canvas.addListener(SWT.Paint, event -> paint(event.gc));
  }

  Canvas control() {
    return canvas;
  }

  void show(Optional<MakingJob.Made.Contours> contours, String sentence) {
    shown = contours;
    note = sentence;
    canvas.redraw();
  }

  void moveTo(double newPositionMm) {
    positionMm = newPositionMm;
    canvas.redraw();
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(new Color(BACKGROUND));
    gc.fillRectangle(area);
    gc.setForeground(new Color(TEXT));
    if (shown.isEmpty()) {
      gc.drawText(note, MARGIN, MARGIN, true);
      return;
    }
    MakingJob.Made.Contours contours = shown.get();
    View view = View.of(List.of(contours.a(), contours.b(), contours.result()), area);
    gc.setAntialias(SWT.ON);
    region(contours.result()).ifPresent(region -> fill(gc, region, view));
    region(contours.a()).ifPresent(region -> outline(gc, region, view, A));
    region(contours.b()).ifPresent(region -> outline(gc, region, view, B));
    region(contours.result()).ifPresent(region -> outline(gc, region, view, RESULT));
    legend(gc, contours);
  }

  private void legend(GC gc, MakingJob.Made.Contours contours) {
    int line = gc.getFontMetrics().getHeight();
    int y = MARGIN / 2;
    word(gc, "A", A, y);
    if (!contours.b().isEmpty()) {
      word(gc, "B", B, y += line);
    }
    word(gc, "result", RESULT, y + line);
  }

  private static void word(GC gc, String text, RGB rgb, int y) {
    gc.setForeground(new Color(rgb));
    gc.drawText(text, MARGIN / 2, y, true);
  }

  private Optional<PlanarRegion> region(ContourPlanes planes) {
    return planes.planeAt(positionMm).map(ContourPlane::region);
  }

  private void fill(GC gc, PlanarRegion region, View view) {
    Path path = path(region, view);
    gc.setFillRule(SWT.FILL_EVEN_ODD);
    gc.setBackground(new Color(RESULT));
    gc.setAlpha(FILL_ALPHA);
    gc.fillPath(path);
    gc.setAlpha(OPAQUE_ALPHA);
    path.dispose();
  }

  private void outline(GC gc, PlanarRegion region, View view, RGB rgb) {
    Path path = path(region, view);
    gc.setForeground(new Color(rgb));
    gc.setLineWidth(rgb == RESULT ? 2 : 1);
    gc.drawPath(path);
    path.dispose();
  }

  private Path path(PlanarRegion region, View view) {
    var path = new Path(canvas.getDisplay());
    for (int i = 0; i < region.loopCount(); i++) {
      double[] loop = region.loopUvMm(i);
      path.moveTo(view.x(loop[0]), view.y(loop[1]));
      for (int k = 2; k < loop.length; k += 2) {
        path.lineTo(view.x(loop[k]), view.y(loop[k + 1]));
      }
      path.close();
    }
    return path;
  }

  /** From plane millimetres to pixels; all structures fit, whatever slice is shown. */
  private record View(double centreU, double centreV, double pixelsPerMm, int midX, int midY) {

    static View of(List<ContourPlanes> all, Rectangle area) {
      double[] bounds = {
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      };
      for (ContourPlanes planes : all) {
        for (ContourPlane plane : planes.planes()) {
          double[] own = plane.region().boundsMm();
          bounds[0] = Math.min(bounds[0], own[0]);
          bounds[1] = Math.min(bounds[1], own[1]);
          bounds[2] = Math.max(bounds[2], own[2]);
          bounds[3] = Math.max(bounds[3], own[3]);
        }
      }
      double scale =
          Math.min(
              (area.width - 2.0 * MARGIN) / Math.max(1, bounds[2] - bounds[0]),
              (area.height - 2.0 * MARGIN) / Math.max(1, bounds[3] - bounds[1]));
      return new View(
          (bounds[0] + bounds[2]) / 2,
          (bounds[1] + bounds[3]) / 2,
          Math.max(scale, 0.01),
          area.width / 2,
          area.height / 2);
    }

    float x(double uMm) {
      return (float) (midX + (uMm - centreU) * pixelsPerMm);
    }

    float y(double vMm) {
      return (float) (midY + (vMm - centreV) * pixelsPerMm);
    }
  }
}
