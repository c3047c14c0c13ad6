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

/** Breaks text into lines that fit. Not thread-safe. */
final class PdfLines {

  private final PdfFonts fonts;

  PdfLines(PdfFonts fonts) {
    this.fonts = fonts;
  }

  /** Returns the lines of a text; at least one, which may be empty. */
  List<String> of(String text, double size, double width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      addTo(lines, paragraph, size, width);
    }
    return lines;
  }

  double width(String text, double size) throws IOException {
    return fonts.widthEm(text) * size;
  }

  private void addTo(List<String> lines, String paragraph, double size, double width)
      throws IOException {
    var line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fonts.widthEm(longer) * size <= width) {
        line.setLength(0);
        line.append(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(broken(lines, word, size, width));
    }
    lines.add(line.toString());
  }

  /** A word without blanks, such as a path, a digest or Chinese, is broken where the line ends. */
  private String broken(List<String> lines, String word, double size, double width)
      throws IOException {
    var line = new StringBuilder();
    for (int codePoint : word.codePoints().toArray()) {
      String letter = Character.toString(codePoint);
      if (!line.isEmpty() && fonts.widthEm(line + letter) * size > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(letter);
    }
    return line.toString();
  }
}
