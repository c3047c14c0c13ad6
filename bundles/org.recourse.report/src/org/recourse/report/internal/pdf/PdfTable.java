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
import org.recourse.report.ReportBlock;

/** Sets tables; the head is repeated on every page, a row is never cut. Not thread-safe. */
final class PdfTable {

  private static final double SIZE = 8;
  private static final double LINE = SIZE * 1.25;
  private static final double PADDING = 4;
  private static final int RULE_RGB = 0xd0d0d0;

  private final PdfPages pages;
  private final PdfLines lines;

  PdfTable(PdfPages pages, PdfLines lines) {
    this.pages = pages;
    this.lines = lines;
  }

  void facts(List<ReportBlock.Facts.Fact> facts) throws IOException {
    double[] widths = {PdfPages.WIDTH * 0.3, PdfPages.WIDTH * 0.7};
    boolean[] numbers = {false, false};
    for (ReportBlock.Facts.Fact fact : facts) {
      row(cells(List.of(fact.name(), fact.value()), widths), widths, numbers, false);
    }
  }

  void table(ReportBlock.Table table) throws IOException {
    int count = table.columns().size();
    double weights = table.columns().stream().mapToDouble(column -> column.weight()).sum();
    double[] widths = new double[count];
    boolean[] numbers = new boolean[count];
    for (int i = 0; i < count; i++) {
      widths[i] = PdfPages.WIDTH * table.columns().get(i).weight() / weights;
      numbers[i] = table.columns().get(i).number();
    }
    List<List<String>> head =
        cells(table.columns().stream().map(column -> column.head()).toList(), widths);
    row(head, widths, numbers, true);
    for (List<String> texts : table.rows()) {
      List<List<String>> cells = cells(texts, widths);
      PdfCanvas before = pages.canvas();
      pages.room(height(cells));
      if (pages.canvas() != before) {
        row(head, widths, numbers, true);
      }
      row(cells, widths, numbers, false);
    }
  }

  private List<List<String>> cells(List<String> texts, double[] widths) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      cells.add(lines.of(texts.get(i), SIZE, widths[i] - PADDING));
    }
    return cells;
  }

  private static double height(List<List<String>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(1) * LINE + PADDING;
  }

  private void row(List<List<String>> cells, double[] widths, boolean[] numbers, boolean head)
      throws IOException {
    double height = height(cells);
    pages.room(height);
    double x = PdfPages.LEFT;
    for (int i = 0; i < cells.size(); i++) {
      double y = pages.y();
      for (String line : cells.get(i)) {
        y += LINE;
        double at = numbers[i] ? x + widths[i] - PADDING - lines.width(line, SIZE) : x;
        pages
            .canvas()
            .text(at, y - 1, SIZE, head ? PdfPages.QUIET_RGB : PdfPages.INK_RGB, head, line);
      }
      x += widths[i];
    }
    pages.down(height);
    pages
        .canvas()
        .line(
            PdfPages.LEFT,
            pages.y() - 1,
            PdfPages.LEFT + PdfPages.WIDTH,
            pages.y() - 1,
            head ? PdfPages.QUIET_RGB : RULE_RGB,
            0.4);
  }
}
