/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.pdf;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.recourse.report.LineChart;

/** One page being drawn; y grows downwards from the top edge, in points. Not thread-safe. */
final class PdfCanvas {

  /** Where the end of a segment of Java2D stands, by its kind: move, line, quad, cubic, close. */
  private static final int[] LAST_POINT = {0, 0, 2, 4, -1};

  private final PDDocument document;
  private final PdfFonts fonts;
  private final PDPage page = new PDPage(PDRectangle.A4);
  private final PDResources resources = new PDResources(new COSDictionary());
  private final StringBuilder operators = new StringBuilder();

  PdfCanvas(PDDocument document, PdfFonts fonts) {
    this.document = document;
    this.fonts = fonts;
    fonts.addTo(resources.getCOSObject());
    page.setResources(resources);
    document.addPage(page);
  }

  /** Draws a line of text with its base line at {@code y}. */
  void text(double x, double y, double size, int rgb, boolean bold, String text)
      throws IOException {
    double at = x;
    for (PdfFonts.Run run : fonts.runs(text)) {
      COSName font = run.cjk() ? PdfFonts.CJK : PdfFonts.LATIN;
      operators.append("BT ").append(colour(rgb)).append("rg ");
      if (run.shapes().isPresent()) { // the letters are there to be copied; the shapes are seen
        operators.append("3 Tr ");
      } else if (bold) { // the regular letters with a thin outline
        operators.append(colour(rgb)).append("RG ").append(number(size / 36)).append(" w 2 Tr ");
      } else {
        operators.append("0 Tr ");
      }
      operators.append('/').append(font.getName()).append(' ').append(number(size)).append(" Tf ");
      operators.append("1 0 0 1 ").append(number(at)).append(' ').append(number(up(y)));
      operators.append(" Tm <").append(run.hex()).append("> Tj ET\n");
      final double left = at;
      run.shapes().ifPresent(shapes -> fill(shapes, left, y, size / CjkShapes.SIZE, rgb));
      at += run.widthEm() * size;
    }
  }

  private void fill(Shape shapes, double x, double y, double scale, int rgb) {
    operators.append(colour(rgb)).append("rg ");
    double[] c = new double[6];
    double nowX = 0;
    double nowY = 0;
    for (PathIterator path = shapes.getPathIterator(null); !path.isDone(); path.next()) {
      int kind = path.currentSegment(c);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> point(c[0], c[1], x, y, scale).append("m ");
        case PathIterator.SEG_LINETO -> point(c[0], c[1], x, y, scale).append("l ");
        case PathIterator.SEG_QUADTO -> { // PDF has cubic curves only
          point(nowX + (c[0] - nowX) * 2 / 3, nowY + (c[1] - nowY) * 2 / 3, x, y, scale);
          point(c[2] + (c[0] - c[2]) * 2 / 3, c[3] + (c[1] - c[3]) * 2 / 3, x, y, scale);
          point(c[2], c[3], x, y, scale).append("c ");
        }
        case PathIterator.SEG_CUBICTO -> {
          point(c[0], c[1], x, y, scale);
          point(c[2], c[3], x, y, scale);
          point(c[4], c[5], x, y, scale).append("c ");
        }
        default -> operators.append("h "); // Java2D: close
      }
      int end = LAST_POINT[kind];
      nowX = end < 0 ? nowX : c[end];
      nowY = end < 0 ? nowY : c[end + 1];
    }
    operators.append("f\n");
  }

  private StringBuilder point(double px, double py, double x, double y, double scale) {
    return operators
        .append(number(x + px * scale))
        .append(' ')
        .append(number(up(y) - py * scale))
        .append(' ');
  }

  void line(List<LineChart.Point> points, int rgb, double width, boolean dashed) {
    if (points.size() < 2) {
      return;
    }
    operators.append(colour(rgb)).append("RG ").append(number(width)).append(" w ");
    operators.append(dashed ? "[3 2] 0 d " : "[] 0 d ");
    for (int i = 0; i < points.size(); i++) {
      operators.append(number(points.get(i).x())).append(' ');
      operators.append(number(up(points.get(i).y()))).append(i == 0 ? " m " : " l ");
    }
    operators.append("S\n");
  }

  void line(double x1, double y1, double x2, double y2, int rgb, double width) {
    line(List.of(new LineChart.Point(x1, y1), new LineChart.Point(x2, y2)), rgb, width, false);
  }

  void image(PDImageXObject image, double x, double top, double width, double height) {
    COSName name = resources.add(image);
    operators.append("q ").append(number(width)).append(" 0 0 ").append(number(height));
    operators.append(' ').append(number(x)).append(' ').append(number(up(top + height)));
    operators.append(" cm /").append(name.getName()).append(" Do Q\n");
  }

  /** Puts what was drawn into the page. */
  void end() throws IOException {
    byte[] bytes = operators.toString().getBytes(StandardCharsets.US_ASCII);
    page.setContents(new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
  }

  private static double up(double y) {
    return PDRectangle.A4.getHeight() - y;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String colour(int rgb) {
    return String.format(
        Locale.ROOT,
        "%.3f %.3f %.3f ",
        (rgb >> 16 & 0xff) / 255.0,
        (rgb >> 8 & 0xff) / 255.0,
        (rgb & 0xff) / 255.0);
  }
}
