/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.sequencing.Segment;

/** Paints a beam's-eye view into a canvas. Lives for one paint event. */
final class BeamPainter {

  private static final int TEXT_RGB = 0xc8ccd0;
  private static final int AXIS_RGB = 0x5c646c;
  private static final int APERTURE_RGB = 0xffd166;
  private static final int OPAQUE = 255;
  private static final int MOST_FLUENCE_ALPHA = 190;
  private static final int BEAMLET_ALPHA = 90;
  private static final int SCALE_MM = 50;
  private static final int MARGIN = 8;

  private final GC gc;
  private final Rectangle area;
  private double pixelsPerMm;
  private double middleX;
  private double middleY;

  BeamPainter(GC gc, Rectangle area) {
    this.gc = gc;
    this.area = area;
    gc.setAntialias(SWT.ON);
  }

  private static Color colour(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  void background() {
    gc.setBackground(colour(BeamPicture.BACKGROUND_RGB));
    gc.fillRectangle(area);
  }

  void sentence(String text) {
    gc.setForeground(colour(TEXT_RGB));
    gc.drawText(text, MARGIN, MARGIN, true);
  }

  void picture(BeamPicture picture, Image image, int step) {
    int size = Math.min(area.width, area.height);
    int left = (area.width - size) / 2;
    int top = (area.height - size) / 2;
    gc.drawImage(image, 0, 0, picture.size(), picture.size(), left, top, size, size);
    pixelsPerMm = size / (2 * picture.halfWidthMm());
    middleX = area.width / 2.0;
    middleY = area.height / 2.0;
    switch (picture.aperture()) {
      case Aperture.Fluence fluence -> fluence(fluence, step);
      case Aperture.Shapes(List<Aperture.Shape> shapes) -> shapes(shapes, step);
      case Aperture.Planned planned -> note("");
      case Aperture.Unknown unknown -> note("No aperture is known.");
    }
    axes(picture.halfWidthMm());
  }

  private void fluence(Aperture.Fluence shown, int step) {
    Beamlets beamlets = shown.beamlets();
    double greatest = Arrays.stream(shown.fluence()).max().orElse(0);
    double half = beamlets.sideMm() / 2;
    for (int i = 0; i < beamlets.count(); i++) {
      Rectangle box =
          box(
              beamlets.uMm(i) - half,
              beamlets.uMm(i) + half,
              beamlets.vMm(i) - half,
              beamlets.vMm(i) + half);
      if (greatest > 0 && step == 0) {
        gc.setAlpha((int) Math.round(MOST_FLUENCE_ALPHA * shown.fluence()[i] / greatest));
        gc.setBackground(colour(APERTURE_RGB));
        gc.fillRectangle(box);
      }
      gc.setAlpha(greatest > 0 ? BEAMLET_ALPHA / 3 : BEAMLET_ALPHA);
      gc.setForeground(colour(APERTURE_RGB));
      gc.drawRectangle(box.x, box.y, box.width, box.height);
    }
    gc.setAlpha(OPAQUE);
    if (step > 0 && step <= shown.segments().size()) {
      segment(shown.segments().get(step - 1), half);
    }
    note(
        greatest > 0
            ? "Beamlets of %.0f mm, brighter is more fluence".formatted(beamlets.sideMm())
            : "%d beamlets of %.0f mm to be optimised"
                .formatted(beamlets.count(), beamlets.sideMm()));
  }

  private void segment(Segment segment, double half) {
    gc.setForeground(colour(APERTURE_RGB));
    gc.setBackground(colour(APERTURE_RGB));
    for (Segment.Opening open : segment.openings()) {
      Rectangle box = box(open.fromMm(), open.toMm(), open.vMm() - half, open.vMm() + half);
      gc.setAlpha(MOST_FLUENCE_ALPHA / 2);
      gc.fillRectangle(box);
      gc.setAlpha(OPAQUE);
      gc.drawRectangle(box.x, box.y, box.width, box.height);
    }
  }

  private void shapes(List<Aperture.Shape> shapes, int step) {
    List<Aperture.Shape> drawn =
        step == 0 || step > shapes.size() ? shapes : List.of(shapes.get(step - 1));
    gc.setForeground(colour(APERTURE_RGB));
    gc.setBackground(colour(APERTURE_RGB));
    for (Aperture.Shape shape : drawn) {
      shape.jaws().ifPresent(jaws -> outline(jaws, 2));
      for (Aperture.Rectangle leaf : shape.leaves()) {
        gc.setAlpha(Math.max(8, MOST_FLUENCE_ALPHA / 2 / drawn.size()));
        gc.fillRectangle(box(leaf.fromU(), leaf.toU(), leaf.fromV(), leaf.toV()));
        gc.setAlpha(OPAQUE);
        if (drawn.size() == 1) {
          outline(leaf, 1);
        }
      }
    }
    boolean leaves = shapes.stream().anyMatch(shape -> !shape.leaves().isEmpty());
    note(leaves ? "Jaws and leaves" : "Jaws");
  }

  private void outline(Aperture.Rectangle open, int width) {
    Rectangle box = box(open.fromU(), open.toU(), open.fromV(), open.toV());
    gc.setLineWidth(width);
    gc.drawRectangle(box.x, box.y, box.width, box.height);
    gc.setLineWidth(1);
  }

  private Rectangle box(double fromU, double toU, double fromV, double toV) {
    int left = (int) Math.round(middleX + fromU * pixelsPerMm);
    int right = (int) Math.round(middleX + toU * pixelsPerMm);
    int top = (int) Math.round(middleY - toV * pixelsPerMm);
    int bottom = (int) Math.round(middleY - fromV * pixelsPerMm);
    return new Rectangle(left, top, right - left, bottom - top);
  }

  private void axes(double halfWidthMm) {
    gc.setForeground(colour(AXIS_RGB));
    int x = (int) Math.round(middleX);
    int y = (int) Math.round(middleY);
    int reach = (int) Math.round(halfWidthMm * pixelsPerMm);
    gc.drawLine(x - reach, y, x + reach, y);
    gc.drawLine(x, y - reach, x, y + reach);
    int tick = 3;
    for (int mm = -SCALE_MM * 10; mm <= SCALE_MM * 10; mm += 10) {
      int at = (int) Math.round(mm * pixelsPerMm);
      int length = mm % SCALE_MM == 0 ? 2 * tick : tick;
      if (Math.abs(mm) <= halfWidthMm) {
        gc.drawLine(x + at, y - length, x + at, y + length);
        gc.drawLine(x - length, y + at, x + length, y + at);
      }
    }
    gc.setForeground(colour(TEXT_RGB));
    Point wide = gc.textExtent("X");
    gc.drawText("X", Math.min(x + reach, area.width) - wide.x - MARGIN, y + 2, true);
    gc.drawText("Y", x + tick, Math.max(y - reach, 0) + 2, true);
    String scale = "ticks 10 mm";
    Point extent = gc.textExtent(scale);
    gc.drawText(scale, area.width - extent.x - MARGIN, MARGIN / 2, true);
    gc.drawText("From the source", MARGIN, MARGIN / 2, true);
  }

  private void note(String text) {
    gc.setForeground(colour(TEXT_RGB));
    Point extent = gc.textExtent(text);
    gc.drawText(text, MARGIN, area.height - extent.y - MARGIN / 2, true);
  }
}
