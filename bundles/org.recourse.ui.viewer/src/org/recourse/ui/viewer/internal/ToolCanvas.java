/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.ViewTransform;
import org.recourse.ui.viewer.SliceCanvas;

/** Draws for a tool with the GC of a paint event. UI thread only; ends with the event. */
final class ToolCanvas implements SliceCanvas {

  private static final int OPAQUE_ALPHA = 255;
  private static final int HANDLE = 3;
  private static final int TEXT_DISTANCE = 10;

  private final GC gc;
  private final SliceView view;
  private final ViewTransform transform;
  private final double scale;

  ToolCanvas(GC gc, SliceView view, ViewTransform transform) {
    this.gc = gc;
    this.view = view;
    this.transform = transform;
    scale = view.deviceScale();
    gc.setAntialias(SWT.ON);
  }

  @Override
  public SlicePlane plane() {
    return view.plane();
  }

  @Override
  public double mmPerPixel() {
    return view.mmPerPixel();
  }

  @Override
  public void polyline(double[] uvMm, boolean closed, int rgb, double widthPixels) {
    var path = new Path(gc.getDevice());
    try {
      addTo(path, uvMm, closed);
      gc.setForeground(OverlayColours.shadow());
      gc.setLineWidth((int) Math.round(widthPixels) + 2);
      gc.drawPath(path);
      gc.setForeground(OverlayColours.of(rgb));
      gc.setLineWidth(Math.max(1, (int) Math.round(widthPixels)));
      gc.drawPath(path);
    } finally {
      path.dispose();
      gc.setLineWidth(1);
    }
  }

  @Override
  public void fill(List<double[]> loopsUvMm, int rgb, double opacityFraction) {
    var path = new Path(gc.getDevice());
    try {
      loopsUvMm.forEach(loop -> addTo(path, loop, true));
      gc.setFillRule(SWT.FILL_EVEN_ODD);
      gc.setBackground(OverlayColours.of(rgb));
      gc.setAlpha((int) Math.round(Math.clamp(opacityFraction, 0.0, 1.0) * OPAQUE_ALPHA));
      gc.fillPath(path);
    } finally {
      gc.setAlpha(OPAQUE_ALPHA);
      path.dispose();
    }
  }

  @Override
  public void circle(double uMm, double vMm, double radiusMm, int rgb, double widthPixels) {
    double radius = radiusMm * transform.pixelsPerMm() / scale;
    int size = Math.max(1, (int) Math.round(2 * radius));
    int left = (int) Math.round(x(uMm) - radius);
    int top = (int) Math.round(y(vMm) - radius);
    gc.setForeground(OverlayColours.shadow());
    gc.setLineWidth((int) Math.round(widthPixels) + 2);
    gc.drawOval(left, top, size, size);
    gc.setForeground(OverlayColours.of(rgb));
    gc.setLineWidth(Math.max(1, (int) Math.round(widthPixels)));
    gc.drawOval(left, top, size, size);
    gc.setLineWidth(1);
  }

  @Override
  public void handle(Vector3 pointMm, int rgb) {
    Point at = pixel(pointMm);
    gc.setBackground(OverlayColours.shadow());
    gc.fillRectangle(at.x - HANDLE - 1, at.y - HANDLE - 1, 2 * HANDLE + 3, 2 * HANDLE + 3);
    gc.setBackground(OverlayColours.of(rgb));
    gc.fillRectangle(at.x - HANDLE, at.y - HANDLE, 2 * HANDLE + 1, 2 * HANDLE + 1);
  }

  @Override
  public void text(Vector3 pointMm, String text, int rgb) {
    Point at = pixel(pointMm);
    OverlayPainter.text(
        gc, text, at.x + TEXT_DISTANCE, at.y + TEXT_DISTANCE, OverlayColours.of(rgb));
  }

  private void addTo(Path path, double[] uvMm, boolean closed) {
    path.moveTo((float) x(uvMm[0]), (float) y(uvMm[1]));
    for (int i = 2; i + 1 < uvMm.length; i += 2) {
      path.lineTo((float) x(uvMm[i]), (float) y(uvMm[i + 1]));
    }
    if (closed) {
      path.close();
    }
  }

  private Point pixel(Vector3 pointMm) {
    SlicePlane plane = plane();
    return new Point(
        (int) Math.floor(x(plane.uMm(pointMm))), (int) Math.floor(y(plane.vMm(pointMm))));
  }

  private double x(double uMm) {
    return transform.pixelX(uMm, view.deviceWidth()) / scale;
  }

  private double y(double vMm) {
    return transform.pixelY(vMm, view.deviceHeight()) / scale;
  }
}
