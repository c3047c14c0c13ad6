/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.recourse.report.LineChart;
import org.recourse.report.Picture;
import org.recourse.report.ReportBlock;
import org.recourse.report.internal.chart.ChartLayout;
import org.recourse.report.internal.chart.ChartMark;

/** Sets blocks one below the other and begins pages as they fill. Not thread-safe. */
final class PdfPages {

  static final double LEFT = 50;
  static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

  private static final double TOP = 48;
  private static final double BOTTOM = PDRectangle.A4.getHeight() - 60;
  private static final double SIZE = 9;
  private static final double LEADING = 1.3;
  private static final double GAP = 5;
  private static final double CHART_HEIGHT = 230;
  private static final double PICTURE_GAP = 8;
  private static final double SIGN_SPACE = 44;
  private static final double HEADING_HEIGHT = 40; // with a line below it
  private static final double CAPTION_HEIGHT = 2 * SIZE * LEADING + 40;
  private static final double CHART_CAPTION_HEIGHT = 30;
  static final int INK_RGB = 0x202020;
  static final int QUIET_RGB = 0x585858;
  private static final int NOTICE_RGB = 0xa04000;

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PdfLines lines;
  private final List<PdfCanvas> canvases = new ArrayList<>();
  private double y;

  PdfPages(PDDocument document, PdfFonts fonts) {
    this.document = document;
    this.fonts = fonts;
    lines = new PdfLines(fonts);
    nextPage();
  }

  /** Ends all pages with a line at the foot; "page n of m" follows it. */
  void end(String foot) throws IOException {
    for (int i = 0; i < canvases.size(); i++) {
      PdfCanvas canvas = canvases.get(i);
      double at = BOTTOM + 22;
      canvas.line(LEFT, at - 12, LEFT + WIDTH, at - 12, QUIET_RGB, 0.4);
      String number = "Page " + (i + 1) + " of " + canvases.size();
      double width = fonts.widthEm(number) * 7.5;
      double room = WIDTH - width - GAP;
      for (String line : lines.of(foot, 7.5, room)) {
        canvas.text(LEFT, at, 7.5, QUIET_RGB, false, line);
        at += 7.5 * LEADING;
      }
      canvas.text(LEFT + WIDTH - width, BOTTOM + 22, 7.5, QUIET_RGB, false, number);
      canvas.end();
    }
  }

  void title(String text, String subtitle, String notice) throws IOException {
    paragraph(text, 18, INK_RGB, true, 0);
    paragraph(subtitle, SIZE + 1, QUIET_RGB, false, 0);
    y += GAP;
    paragraph(notice, SIZE + 2, NOTICE_RGB, true, 0);
  }

  void section(String text) throws IOException {
    y += 3 * GAP;
    room(60); // a heading is not left alone at the foot
    paragraph(text, 13, INK_RGB, true, 0);
    canvas().line(LEFT, y - 2, LEFT + WIDTH, y - 2, QUIET_RGB, 0.5);
    y += GAP;
  }

  /** Writes blocks; a heading goes to the next page with the figure below it. */
  void blocks(List<ReportBlock> blocks) throws IOException {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof ReportBlock.Heading && i + 1 < blocks.size()) {
        room(HEADING_HEIGHT + GAP + unbreakable(blocks.get(i + 1)));
      }
      block(blocks.get(i));
    }
  }

  /** Height that a block needs on one page beside its first line. */
  private static double unbreakable(ReportBlock block) {
    return switch (block) {
      case ReportBlock.Pictures(List<Picture> pictures, String caption) when !pictures.isEmpty() ->
          height(pictures) + CAPTION_HEIGHT;
      case ReportBlock.Chart(LineChart chart, String caption) ->
          height(chart) + CHART_CAPTION_HEIGHT;
      case ReportBlock.Pictures none -> 0;
      case ReportBlock.Paragraph paragraph -> 0;
      case ReportBlock.Heading heading -> 0;
      case ReportBlock.Facts facts -> 0;
      case ReportBlock.Bullets bullets -> 0;
      case ReportBlock.Table table -> 0;
      case ReportBlock.Signatures signatures -> 0;
    };
  }

  void block(ReportBlock block) throws IOException {
    switch (block) {
      case ReportBlock.Paragraph(String text, boolean strong) ->
          paragraph(text, SIZE, strong ? NOTICE_RGB : INK_RGB, strong, 0);
      case ReportBlock.Heading(String text) -> {
        y += GAP;
        room(HEADING_HEIGHT);
        paragraph(text, SIZE + 1, INK_RGB, true, 0);
      }
      case ReportBlock.Facts(List<ReportBlock.Facts.Fact> facts) ->
          new PdfTable(this, lines).facts(facts);
      case ReportBlock.Bullets(List<String> texts) -> {
        for (String text : texts) {
          paragraph("\u2022 " + text, SIZE, INK_RGB, false, 8);
        }
      }
      case ReportBlock.Table table -> new PdfTable(this, lines).table(table);
      case ReportBlock.Pictures(List<Picture> pictures, String caption) ->
          pictures(pictures, caption);
      case ReportBlock.Chart(LineChart chart, String caption) -> chart(chart, caption);
      case ReportBlock.Signatures(List<String> roles) -> signatures(roles);
    }
    y += GAP;
  }

  /** Makes sure that so much is left on the page, by a new page if needed. */
  void room(double height) {
    if (y + height > BOTTOM && y > TOP) {
      nextPage();
    }
  }

  double y() {
    return y;
  }

  void down(double by) {
    y += by;
  }

  PdfCanvas canvas() {
    return canvases.getLast();
  }

  private void nextPage() {
    canvases.add(new PdfCanvas(document, fonts));
    y = TOP;
  }

  private void paragraph(String text, double size, int rgb, boolean bold, double indent)
      throws IOException {
    for (String line : lines.of(text, size, WIDTH - indent)) {
      room(size * LEADING);
      y += size * LEADING;
      canvas().text(LEFT + indent, y - size * (LEADING - 1), size, rgb, bold, line);
    }
  }

  private void pictures(List<Picture> pictures, String caption) throws IOException {
    if (pictures.isEmpty()) {
      return;
    }
    double width = width(pictures);
    double height = height(pictures);
    room(height + CAPTION_HEIGHT);
    double x = LEFT;
    for (Picture picture : pictures) {
      double own = width * picture.height() / picture.width();
      canvas().text(x, y + SIZE, SIZE, QUIET_RGB, false, picture.title());
      double top = y + SIZE * LEADING;
      canvas()
          .image(LosslessFactory.createFromImage(document, picture.toImage()), x, top, width, own);
      if (!picture.letters().isEmpty()) {
        sides(picture.letters(), x, top, width, own);
      }
      x += width + PICTURE_GAP;
    }
    y += height + SIZE * LEADING;
    paragraph(caption, SIZE - 1, QUIET_RGB, false, 0);
  }

  private static double width(List<Picture> pictures) {
    return (WIDTH - PICTURE_GAP * (pictures.size() - 1)) / pictures.size();
  }

  private static double height(List<Picture> pictures) {
    double width = width(pictures);
    return pictures.stream()
        .mapToDouble(picture -> width * picture.height() / picture.width())
        .max()
        .orElse(0);
  }

  private static double height(LineChart chart) {
    return Math.max(CHART_HEIGHT, ChartLayout.leastHeight(chart));
  }

  private void sides(String letters, double x, double top, double width, double height)
      throws IOException {
    int white = 0xf0f0f0;
    canvas().text(x + 3, top + height / 2, SIZE, white, true, letters.substring(0, 1));
    canvas().text(x + width - 10, top + height / 2, SIZE, white, true, letters.substring(1, 2));
    canvas().text(x + width / 2 - 3, top + SIZE + 2, SIZE, white, true, letters.substring(2, 3));
    canvas().text(x + width / 2 - 3, top + height - 4, SIZE, white, true, letters.substring(3));
  }

  private void chart(LineChart chart, String caption) throws IOException {
    double height = height(chart);
    room(height + CHART_CAPTION_HEIGHT);
    for (ChartMark mark : ChartLayout.of(chart, WIDTH, height)) {
      switch (mark) {
        case ChartMark.Line line ->
            canvas()
                .line(
                    line.points().stream()
                        .map(point -> new LineChart.Point(LEFT + point.x(), y + point.y()))
                        .toList(),
                    line.rgb(),
                    line.width(),
                    line.dashed());
        case ChartMark.Words words -> {
          double width = fonts.widthEm(words.text()) * words.size();
          double x =
              switch (words.anchor()) {
                case START -> words.x();
                case MIDDLE -> words.x() - width / 2;
                case END -> words.x() - width;
              };
          canvas().text(LEFT + x, y + words.y(), words.size(), INK_RGB, false, words.text());
        }
      }
    }
    y += height;
    paragraph(caption, SIZE - 1, QUIET_RGB, false, 0);
  }

  private void signatures(List<String> roles) throws IOException {
    for (String role : roles) {
      room(SIGN_SPACE);
      y += SIGN_SPACE - SIZE * LEADING;
      canvas().line(LEFT, y, LEFT + WIDTH * 0.6, y, INK_RGB, 0.5);
      y += SIZE * LEADING;
      canvas().text(LEFT, y, SIZE, QUIET_RGB, false, role + " (name, signature, date)");
    }
  }
}
