/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.ImageLayer;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SceneProbe;
import org.recourse.rendering.SliceStack;
import org.recourse.rendering.ViewTransform;
import org.recourse.ui.session.IntensityWindow;
import org.recourse.ui.session.OverlayToggle;
import org.recourse.ui.viewer.SliceTool;
import org.recourse.ui.viewer.internal.overlay.OverlayChoice;
import org.recourse.ui.viewer.internal.overlay.OverlayText;

/** Cross-hair, letters, texts, scale bar and legend over one slice. UI thread only. */
final class OverlayPainter {

  static final String RESEARCH_ONLY = "Research only - not for clinical decisions";

  private static final int MARGIN = 8;
  private static final int CROSS_HAIR_GAP = 7;
  private static final int ROWS_FOR_POSITION = 3;
  private static final int ROWS_FOR_LETTERS = 6;
  private static final int TITLE_LINES = 4;
  private static final String RESEARCH_ONLY_SHORT = "Research only";

  /** Between which dose and of which courses. */
  private static final String TITLE_PARTS = " · ";

  private static final int CROSS_HAIR_ALPHA = 170;
  private static final int OPAQUE_ALPHA = 255;

  private final SliceView view;
  private final ViewerModel model;
  private final DoseLegend legend;
  private final MeasuredLineOverlay measured;

  OverlayPainter(SliceView view, ViewerModel model) {
    this.view = view;
    this.model = model;
    legend = new DoseLegend(model);
    measured = new MeasuredLineOverlay(view, model);
  }

  /** Where the legend was painted last; empty if it was not. */
  Optional<Rectangle> legendArea() {
    return legend.area();
  }

  void paint(GC gc, Rectangle area) {
    gc.setFont(view.canvas().getFont());
    if (model.geometry().isEmpty()) {
      paintNotes(gc, area, true);
      paintResearchMark(gc, area);
      return;
    }
    if (model.viewing().isShown(OverlayToggle.CROSS_HAIR)) {
      paintCrossHair(gc, area);
    }
    int rows = rows(gc, area);
    if (rows >= ROWS_FOR_LETTERS) {
      paintLetters(gc, area);
      paintScaleBar(gc, area);
    }
    measured.paint(gc, area);
    boolean legendShown = view.isLarge() && model.viewing().isShown(OverlayToggle.LEGEND);
    legend.paint(gc, area, legendShown, MARGIN);
    int room = legend.area().map(box -> box.x).orElse(area.width) - 2 * MARGIN;
    int below = paintTopLeft(gc, room, rows - ROWS_FOR_LETTERS);
    if (rows >= ROWS_FOR_POSITION) {
      paintBottomLeft(gc, area);
    }
    paintResearchMark(gc, area);
    if (view.isLarge()) {
      paintNotes(gc, new Rectangle(0, below, area.width, area.height), false);
    }
  }

  /** How many lines of text a view has room for; a low view leaves texts out. */
  private static int rows(GC gc, Rectangle area) {
    return (area.height - 2 * MARGIN) / gc.getFontMetrics().getHeight();
  }

  private void paintCrossHair(GC gc, Rectangle area) {
    Optional<Point> centre = view.pixelOf(model.viewing().crossHairMm());
    if (centre.isEmpty()) {
      return;
    }
    int x = centre.get().x;
    int y = centre.get().y;
    int edge = 2 * MARGIN + gc.textExtent("M").x; // leaves the letters free
    int top = MARGIN + gc.getFontMetrics().getHeight() + 2;
    int bottom = bottomLetterY(gc, area) - 2;
    gc.setAlpha(CROSS_HAIR_ALPHA);
    gc.setForeground(OverlayColours.crossHair());
    gc.setLineWidth(1);
    line(gc, edge, y, x - CROSS_HAIR_GAP, y);
    line(gc, x + CROSS_HAIR_GAP, y, area.width - edge, y);
    line(gc, x, top, x, y - CROSS_HAIR_GAP);
    line(gc, x, y + CROSS_HAIR_GAP, x, bottom);
    gc.setAlpha(OPAQUE_ALPHA);
  }

  private static void line(GC gc, int fromX, int fromY, int toX, int toY) {
    if (fromX <= toX && fromY <= toY) {
      gc.drawLine(fromX, fromY, toX, toY);
    }
  }

  private int bottomLetterY(GC gc, Rectangle area) {
    int height = gc.getFontMetrics().getHeight();
    return area.height - MARGIN - height * (1 + rowsBelow(gc, area));
  }

  private void paintLetters(GC gc, Rectangle area) {
    Orientation orientation = view.orientation();
    int height = gc.getFontMetrics().getHeight();
    int middleY = area.height / 2 - height / 2;
    int letterWidth = gc.textExtent(orientation.topLetter()).x;
    int middleX = area.width / 2 - letterWidth / 2;
    text(gc, orientation.leftLetter(), MARGIN, middleY);
    text(gc, orientation.rightLetter(), area.width - MARGIN - letterWidth, middleY);
    text(gc, orientation.topLetter(), middleX, MARGIN);
    text(gc, orientation.bottomLetter(), middleX, bottomLetterY(gc, area));
  }

  /** Paints the titles into a width and as many lines at most; returns where they end. */
  private int paintTopLeft(GC gc, int room, int mostLines) {
    int line = gc.getFontMetrics().getHeight();
    int y = MARGIN;
    text(gc, view.orientation().title(), MARGIN, y);
    if (!view.isLarge()) {
      return y + line;
    }
    SliceContent content = model.content();
    if (mostLines < TITLE_LINES) {
      return y + line;
    }
    text(gc, shortened(gc, content.patientText(), room), MARGIN, y += line);
    if (content.image().isPresent()) {
      text(gc, shortened(gc, content.image().get().title(), room), MARGIN, y += line);
    }
    if (content.dose().isPresent()) {
      SliceContent.Dose dose = content.dose().get();
      String title = dose.title() + (dose.isStale() ? " (being recomputed)" : "");
      Color colour = dose.isStale() ? OverlayColours.faint() : OverlayColours.text();
      boolean fits = gc.textExtent(title).x <= room;
      for (String part : fits ? List.of(title) : List.of(title.split(TITLE_PARTS))) {
        text(gc, shortened(gc, part, room), MARGIN, y += line, colour);
      }
    }
    return paintOverlayTitle(gc, room, y, line) + line;
  }

  /** The overlay under the dose: what it is, in which unit, or why there is none. */
  private int paintOverlayTitle(GC gc, int room, int y, int line) {
    OverlayChoice overlays = model.overlays();
    Optional<String> title =
        overlays
            .volume()
            .map(volume -> "Overlay: " + OverlayText.title(volume, overlays.isStale()))
            .or(() -> Optional.of(overlays.note()).filter(note -> !note.isEmpty()));
    if (title.isEmpty()) {
      return y;
    }
    Color colour = overlays.volume().isEmpty() ? OverlayColours.faint() : OverlayColours.text();
    text(gc, shortened(gc, title.get(), room), MARGIN, y + line, colour);
    return y + line;
  }

  private void paintBottomLeft(GC gc, Rectangle area) {
    int line = gc.getFontMetrics().getHeight();
    List<String> lines = new ArrayList<>();
    if (view.isLarge() && !hint().isEmpty()) {
      lines.add(shortened(gc, hint(), area.width - 2 * MARGIN));
    }
    view.pointer().flatMap(p -> view.pointAt(p.x, p.y)).map(this::probeText).ifPresent(lines::add);
    if (!isCompact(gc, area)) {
      lines.add(windowText());
    }
    lines.add(positionText() + (isCompact(gc, area) ? "" : zoomText()));
    int y = area.height - MARGIN - line * (lines.size() + rowsBelow(gc, area));
    for (String text : lines) {
      text(gc, text, MARGIN, y);
      y += line;
    }
  }

  /** What the tool in the hand waits for, or what an action answered. */
  private String hint() {
    return model.message().isEmpty()
        ? model.tools().active().map(SliceTool::hint).orElse("")
        : model.message();
  }

  /** Too narrow for anything but the position. */
  private boolean isCompact(GC gc, Rectangle area) {
    return rows(gc, area) < ROWS_FOR_LETTERS + 2
        || !view.isLarge() && area.width < 1.6 * gc.textExtent(RESEARCH_ONLY).x;
  }

  /** In a narrow view the research mark has the lowest row for itself. */
  private static int rowsBelow(GC gc, Rectangle area) {
    return area.width >= 2.5 * gc.textExtent(RESEARCH_ONLY).x ? 0 : 1;
  }

  private String positionText() {
    Orientation orientation = view.orientation();
    String axis =
        switch (orientation) {
          case AXIAL -> "z";
          case SAGITTAL -> "x";
          case CORONAL -> "y";
        };
    double positionMm = view.plane().positionMm();
    String slice =
        model
            .stack(orientation)
            .map(stack -> "  " + sliceNumber(stack, positionMm) + "/" + stack.count())
            .orElse("");
    return String.format(Locale.ROOT, "%s %.1f mm%s", axis, positionMm, slice);
  }

  private String zoomText() {
    return String.format(Locale.ROOT, "  zoom %.1f×", view.zoomFactor());
  }

  private static int sliceNumber(SliceStack stack, double positionMm) {
    return stack.nearestIndex(positionMm) + 1;
  }

  private String windowText() {
    IntensityWindow window = model.viewing().window();
    String unit = isHounsfield() ? " HU" : "";
    return String.format(Locale.ROOT, "W %.0f  L %.0f%s", window.width(), window.centre(), unit);
  }

  private boolean isHounsfield() {
    return model.content().image().map(SliceContent.Image::isHounsfield).orElse(false);
  }

  /** Intensity and dose at a patient position, such as "34 HU 66.52 Gy". */
  String probeText(Vector3 pointMm) {
    List<String> parts = new ArrayList<>();
    Optional<ImageLayer> image = model.imageLayer();
    if (image.isPresent()) {
      OptionalDouble intensity = SceneProbe.intensity(image.get(), pointMm);
      String format = isHounsfield() ? "%.0f HU" : "intensity %.0f";
      parts.add(
          intensity.isPresent()
              ? String.format(Locale.ROOT, format, intensity.getAsDouble())
              : "outside the image");
    }
    model
        .doseLayer()
        .ifPresent(
            dose -> {
              OptionalDouble doseGy = SceneProbe.doseGy(dose, pointMm);
              String unit = model.content().dose().map(SliceContent.Dose::unit).orElse("Gy");
              parts.add(
                  doseGy.isPresent()
                      ? String.format(Locale.ROOT, "%.2f %s", doseGy.getAsDouble(), unit)
                      : "outside the dose grid");
            });
    model.overlays().probeText(pointMm).ifPresent(parts::add);
    return String.join("   ", parts);
  }

  private static void paintResearchMark(GC gc, Rectangle area) {
    boolean fits = gc.textExtent(RESEARCH_ONLY).x <= area.width - 2 * MARGIN;
    String mark = fits ? RESEARCH_ONLY : RESEARCH_ONLY_SHORT;
    Point size = gc.textExtent(mark);
    int x = Math.max(MARGIN, area.width - MARGIN - size.x);
    text(gc, mark, x, area.height - MARGIN - size.y);
  }

  private void paintScaleBar(GC gc, Rectangle area) {
    Optional<ViewTransform> transform = view.view();
    if (transform.isEmpty()) {
      return;
    }
    double pixelsPerMm = transform.get().pixelsPerMm() / view.deviceScale();
    double lengthMm = ScaleBar.lengthMm(area.width / 5.0 / pixelsPerMm);
    int length = (int) Math.round(lengthMm * pixelsPerMm);
    int line = gc.getFontMetrics().getHeight();
    int right = area.width - MARGIN;
    int y = area.height - MARGIN - line - line / 2;
    bar(gc, OverlayColours.shadow(), right - length + 1, right + 1, y + 1);
    bar(gc, OverlayColours.text(), right - length, right, y);
    String label = ScaleBar.label(lengthMm);
    text(gc, label, right - gc.textExtent(label).x, y - line - 3);
  }

  private static void bar(GC gc, Color colour, int left, int right, int y) {
    gc.setForeground(colour);
    gc.drawLine(left, y, right, y);
    gc.drawLine(left, y - 3, left, y + 3);
    gc.drawLine(right, y - 3, right, y + 3);
  }

  private void paintNotes(GC gc, Rectangle area, boolean centred) {
    List<String> notes = model.content().notes();
    if (notes.isEmpty() || (centred && !view.isLarge())) {
      return;
    }
    int line = gc.getFontMetrics().getHeight() + 2;
    int y = centred ? area.height / 2 - line * notes.size() / 2 : area.y + line;
    for (String note : notes) {
      String text = shortened(gc, note, area.width - 2 * MARGIN);
      int x = centred ? (area.width - gc.textExtent(text).x) / 2 : MARGIN;
      text(gc, text, x, y, OverlayColours.text());
      y += line;
    }
  }

  private static String shortened(GC gc, String text, int room) {
    if (gc.textExtent(text).x <= room) {
      return text;
    }
    int end = text.length();
    while (end > 0 && gc.textExtent(text.substring(0, end) + "…").x > room) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static void text(GC gc, String text, int x, int y) {
    text(gc, text, x, y, OverlayColours.text());
  }

  /** Text with a dark edge, legible on bone as well as on air. */
  static void text(GC gc, String text, int x, int y, Color colour) {
    gc.setForeground(OverlayColours.shadow());
    gc.drawText(text, x + 1, y + 1, SWT.DRAW_TRANSPARENT);
    gc.drawText(text, x - 1, y, SWT.DRAW_TRANSPARENT);
    gc.drawText(text, x, y - 1, SWT.DRAW_TRANSPARENT);
    gc.setForeground(colour);
    gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
  }
}
