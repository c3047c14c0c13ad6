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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleToIntFunction;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.recourse.rendering.IsodoseLevel;
import org.recourse.rendering.ScalarPalette;
import org.recourse.ui.viewer.OverlayVolume;
import org.recourse.ui.viewer.internal.overlay.OverlayText;

/** The legend: colours of the wash or the overlay, and isodose levels. UI thread only. */
final class DoseLegend {

  private static final int SAMPLE_WIDTH = 18;
  private static final int PADDING = 6;
  private static final int LINES_BELOW = 4;
  private static final int BAR_HEIGHT = 7;
  private static final int BACKGROUND_ALPHA = 190;
  private static final int OPAQUE_ALPHA = 255;

  private final ViewerModel model;
  private Optional<Rectangle> area = Optional.empty();

  DoseLegend(ViewerModel model) {
    this.model = model;
  }

  /** Where it was painted last; empty if it was not. */
  Optional<Rectangle> area() {
    return area;
  }

  /** One line of the legend. */
  private record Row(int rgb, String gy, String percent) {}

  void paint(GC gc, Rectangle canvas, boolean shown, int margin) {
    area = Optional.empty();
    Optional<SliceContent.Dose> dose = model.content().dose();
    if (!shown || dose.isEmpty()) {
      return;
    }
    List<Row> rows = rows(dose.get());
    String foot = rows.isEmpty() ? emptyText(dose.get()) : "";
    int line = gc.getFontMetrics().getHeight();
    int gyWidth = gc.textExtent("000.0 " + dose.get().unit()).x;
    int percentWidth =
        rows.stream().mapToInt(row -> gc.textExtent(row.percent()).x).max().orElse(0);
    int inner =
        Math.max(
            SAMPLE_WIDTH + PADDING + gyWidth + (percentWidth > 0 ? PADDING + percentWidth : 0),
            gc.textExtent(foot).x);
    int width = inner + 2 * PADDING;
    int lines = foot.isEmpty() ? rows.size() : 1;
    int height = BAR_HEIGHT + line + lines * line + 3 * PADDING;
    if (height > canvas.height - LINES_BELOW * line) {
      return; // no room; the texts below matter more
    }
    var box = new Rectangle(canvas.width - margin - width, margin, width, height);
    area = Optional.of(box);
    gc.setBackground(OverlayColours.background());
    gc.setAlpha(BACKGROUND_ALPHA);
    gc.fillRectangle(box);
    gc.setAlpha(OPAQUE_ALPHA);
    paintBar(gc, dose.get(), box, line);
    int y = box.y + BAR_HEIGHT + line + 2 * PADDING;
    if (!foot.isEmpty()) {
      OverlayPainter.text(gc, foot, box.x + PADDING, y, OverlayColours.faint());
    }
    for (Row row : rows) {
      paintRow(gc, row, box, y, gyWidth, line);
      y += line;
    }
  }

  private static String emptyText(SliceContent.Dose dose) {
    return dose.prescribedGy().isEmpty()
        ? "No 100 %: click to enter levels in Gy"
        : "Click to enter isodose levels";
  }

  private void paintBar(GC gc, SliceContent.Dose dose, Rectangle box, int line) {
    Optional<OverlayVolume> overlay = model.overlays().volume();
    if (overlay.isPresent()) {
      OverlayVolume volume = overlay.get();
      ScalarPalette palette = model.overlays().palette(volume);
      paintBar(
          gc,
          palette::rgb,
          OverlayText.value(volume.from(), volume),
          OverlayText.value(volume.to(), volume),
          box,
          line);
    } else {
      String maximum = gyText(dose.maximumGy(), dose.unit());
      paintBar(gc, model.palette(dose)::rgb, "0", maximum, box, line);
    }
  }

  private static void paintBar(
      GC gc, DoubleToIntFunction rgb, String from, String to, Rectangle box, int line) {
    int left = box.x + PADDING;
    int width = box.width - 2 * PADDING;
    for (int i = 0; i < width; i++) {
      gc.setBackground(OverlayColours.of(rgb.applyAsInt(i / (width - 1.0))));
      gc.fillRectangle(left + i, box.y + PADDING, 1, BAR_HEIGHT);
    }
    int y = box.y + PADDING + BAR_HEIGHT + 1;
    int right = left + width - gc.textExtent(to).x;
    if (left + gc.textExtent(from).x + PADDING <= right) {
      OverlayPainter.text(gc, from, left, y, OverlayColours.faint());
    }
    OverlayPainter.text(gc, to, right, y, OverlayColours.faint());
  }

  private static void paintRow(GC gc, Row row, Rectangle box, int y, int gyWidth, int line) {
    int left = box.x + PADDING;
    gc.setForeground(OverlayColours.of(row.rgb()));
    gc.setLineWidth(2);
    gc.drawLine(left, y + line / 2, left + SAMPLE_WIDTH, y + line / 2);
    gc.setLineWidth(1);
    int gyRight = left + SAMPLE_WIDTH + PADDING + gyWidth;
    OverlayPainter.text(
        gc, row.gy(), gyRight - gc.textExtent(row.gy()).x, y, OverlayColours.text());
    int right = box.x + box.width - PADDING;
    OverlayPainter.text(
        gc, row.percent(), right - gc.textExtent(row.percent()).x, y, OverlayColours.text());
  }

  /** Highest level first, as in a stack of isodose lines. */
  private List<Row> rows(SliceContent.Dose dose) {
    return model.isodoses().reversed().stream()
        .map(
            level ->
                new Row(
                    level.rgb(),
                    gyText(level.doseGy(), dose.unit()),
                    percent(level, dose.prescribedGy())))
        .toList();
  }

  private static String gyText(double doseGy, String unit) {
    return String.format(Locale.ROOT, "%.1f %s", doseGy, unit);
  }

  private static String percent(IsodoseLevel level, OptionalDouble prescribedGy) {
    return prescribedGy.isPresent()
        ? String.format(Locale.ROOT, "%.0f %%", 100 * level.doseGy() / prescribedGy.getAsDouble())
        : "";
  }
}
