/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.widget.WidgetId;

/**
 * Axial plane on the left, sagittal and coronal plane on the right. A click moves the cross, the
 * wheel the plane under the pointer. UI thread only.
 */
final class FusionCanvas {

  private static final int GAP = 2;
  private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);
  private static final String RESEARCH_MARK = "Research only - not for clinical decisions";
  private static final double WHEEL_STEP_MM = 2;

  private final Canvas canvas;
  private final DrawingJob job;
  private final Color background;
  private final Color text;
  private final Color cross;
  private Optional<FusionScene> scene = Optional.empty();
  private List<DrawingJob.Drawn> drawn = List.of();
  private List<Rectangle> places = List.of(); // of what was drawn
  private String sentence = "";

  FusionCanvas(Composite parent, SliceExecutor executor) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    WidgetId.mark(canvas, "alignImages.canvas");
    background = new Color(0x10, 0x12, 0x14);
    text = new Color(0xC8, 0xCC, 0xD0);
    cross = new Color(0x4F, 0xC3, 0xF7);
    job = new DrawingJob(executor, planes -> show(planes));
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> redraw());
    canvas.addMouseListener(MouseListener.mouseDownAdapter(this::moveCross));
    canvas.addMouseWheelListener(e -> wheel(e));
    canvas.addDisposeListener(e -> job.cancel());
  }

  Canvas control() {
    return canvas;
  }

  Optional<FusionScene> scene() {
    return scene;
  }

  /** Shows a scene as soon as it is drawn. */
  void show(FusionScene newScene) {
    scene = Optional.of(newScene);
    redraw();
  }

  /** Shows a sentence instead of images. */
  void say(String newSentence) {
    sentence = newSentence;
    scene = Optional.empty();
    drawn = List.of();
    canvas.redraw();
  }

  private void redraw() {
    List<Rectangle> areas = areas();
    if (scene.isEmpty() || areas.stream().anyMatch(a -> a.width < 8 || a.height < 8)) {
      return;
    }
    FusionImages.Layer fixed = scene.get().images().fixed();
    FusionPlane[] planes = FusionPlane.values();
    var frames = new java.util.ArrayList<FusionRaster.Frame>();
    for (int k = 0; k < planes.length; k++) {
      Rectangle area = areas.get(k);
      double mmPerPixel = fixed.extentMm() / Math.min(area.width, area.height);
      Vector3 normal = planes[k].normal();
      Vector3 middle = fixed.middleMm();
      double offset = scene.get().crossMm().minus(middle).dot(normal);
      frames.add(
          new FusionRaster.Frame(
              planes[k], middle.plus(normal.times(offset)), area.width, area.height, mmPerPixel));
    }
    job.request(new DrawingJob.Request(scene.get(), frames));
  }

  private List<Rectangle> areas() {
    Point size = canvas.getSize();
    int left = size.x * 3 / 5;
    int half = (size.y - GAP) / 2;
    int right = size.x - left - GAP;
    return List.of(
        new Rectangle(0, 0, left, size.y),
        new Rectangle(left + GAP, 0, right, half),
        new Rectangle(left + GAP, half + GAP, right, size.y - half - GAP));
  }

  private void show(List<DrawingJob.Drawn> planes) {
    if (canvas.isDisposed()) {
      return;
    }
    canvas
        .getDisplay()
        .asyncExec(
            () -> {
              if (!canvas.isDisposed() && scene.isPresent()) {
                drawn = planes;
                places = areas();
                canvas.redraw();
              }
            });
  }

  private void paint(GC gc) {
    gc.setBackground(background);
    gc.fillRectangle(canvas.getClientArea());
    gc.setForeground(text);
    if (drawn.isEmpty()) {
      gc.drawText(sentence, 16, 16, true);
      return;
    }
    for (int k = 0; k < drawn.size(); k++) {
      paint(gc, drawn.get(k), places.get(k));
    }
    Point mark = gc.textExtent(RESEARCH_MARK);
    Point size = canvas.getSize();
    gc.drawText(RESEARCH_MARK, size.x - mark.x - 6, size.y - mark.y - 2, true);
  }

  private void paint(GC gc, DrawingJob.Drawn plane, Rectangle place) {
    FusionRaster.Frame frame = plane.frame();
    ImageData data = new ImageData(frame.width(), frame.height(), 24, RGB);
    for (int j = 0; j < frame.height(); j++) {
      data.setPixels(0, j, frame.width(), plane.pixels(), j * frame.width());
    }
    Image image = new Image(canvas.getDisplay(), data);
    gc.setClipping(place);
    gc.drawImage(image, place.x, place.y);
    image.dispose();
    scene.ifPresent(shown -> paintCross(gc, frame, place, shown.crossMm()));
    gc.setForeground(text);
    int line = gc.getFontMetrics().getHeight();
    FusionPlane p = frame.plane();
    gc.drawText(p.leftLetter(), place.x + 4, place.y + place.height / 2 - line / 2, true);
    gc.drawText(
        p.rightLetter(), place.x + place.width - 14, place.y + place.height / 2 - line / 2, true);
    gc.drawText(p.topLetter(), place.x + place.width / 2, place.y + 2, true);
    gc.drawText(
        p.bottomLetter(), place.x + place.width / 2, place.y + place.height - 2 * line - 2, true);
    double at = frame.middleMm().dot(p.normal());
    gc.drawText(
        String.format(java.util.Locale.ROOT, "%.1f mm", at), place.x + 6, place.y + 2, true);
    gc.setClipping((Rectangle) null);
  }

  private void paintCross(GC gc, FusionRaster.Frame frame, Rectangle place, Vector3 crossMm) {
    Vector3 d = crossMm.minus(frame.middleMm());
    int x =
        place.x
            + (int) (d.dot(frame.plane().right()) / frame.mmPerPixel() + (frame.width() - 1) / 2.0);
    int y =
        place.y
            + (int) (d.dot(frame.plane().down()) / frame.mmPerPixel() + (frame.height() - 1) / 2.0);
    gc.setForeground(cross);
    gc.setAlpha(120);
    gc.drawLine(place.x, y, x - 12, y);
    gc.drawLine(x + 12, y, place.x + place.width, y);
    gc.drawLine(x, place.y, x, y - 12);
    gc.drawLine(x, y + 12, x, place.y + place.height);
    gc.setAlpha(255);
  }

  private Optional<Integer> planeAt(int x, int y) {
    for (int k = 0; k < drawn.size(); k++) {
      if (places.get(k).contains(x, y)) {
        return Optional.of(k);
      }
    }
    return Optional.empty();
  }

  private void moveCross(MouseEvent event) {
    Optional<Integer> at = planeAt(event.x, event.y);
    if (at.isPresent() && scene.isPresent()) {
      Rectangle place = places.get(at.get());
      FusionRaster.Frame frame = drawn.get(at.get()).frame();
      show(scene.get().withCross(frame.pointMm(event.x - place.x, event.y - place.y)));
    }
  }

  private void wheel(MouseEvent event) {
    Optional<Integer> at = planeAt(event.x, event.y);
    if (at.isPresent() && scene.isPresent()) {
      Vector3 normal = drawn.get(at.get()).frame().plane().normal();
      double mm = Math.signum(event.count) * WHEEL_STEP_MM;
      show(scene.get().withCross(scene.get().crossMm().plus(normal.times(mm))));
    }
  }
}
