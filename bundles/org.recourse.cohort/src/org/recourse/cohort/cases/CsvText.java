/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated text as in RFC 4180: the first line names the columns, a cell with a comma, a
 * quote or a line break stands in quotes, a quote inside is doubled. Immutable. A byte order mark
 * is skipped; lines that are wholly empty are left out.
 *
 * @param columns names of the columns, distinct
 * @param rows as many cells per row as there are columns
 */
public record CsvText(List<String> columns, List<List<String>> rows) {

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  public CsvText {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (columns.stream().distinct().count() != columns.size()) {
      throw new IllegalArgumentException("a column occurs twice: " + columns);
    }
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws TableFormatException if a line has another number of cells than the first, a column
   *     occurs twice or a quote is never closed
   */
  public static CsvText read(Path file) throws IOException, TableFormatException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<List<String>> lines = lines(reader, file.toString());
      if (lines.isEmpty()) {
        throw new TableFormatException(file + " is empty; its first line must name the columns.");
      }
      List<String> columns = lines.get(0);
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).size() != columns.size()) {
          throw new TableFormatException(
              file
                  + " row "
                  + (i + 1)
                  + " has "
                  + lines.get(i).size()
                  + " cells, the first has "
                  + columns.size()
                  + ".");
        }
      }
      if (columns.stream().distinct().count() != columns.size()) {
        throw new TableFormatException(file + ": a column occurs twice.");
      }
      return new CsvText(columns, lines.subList(1, lines.size()));
    }
  }

  private static List<List<String>> lines(Reader reader, String source)
      throws IOException, TableFormatException {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    int next = reader.read();
    if (next == BYTE_ORDER_MARK) {
      next = reader.read();
    }
    while (next != END) {
      int current = next;
      next = reader.read();
      if (quoted) {
        if (current != '"') {
          cell.append((char) current);
        } else if (next == '"') {
          cell.append('"');
          next = reader.read();
        } else {
          quoted = false;
        }
      } else if (current == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (current == ',') {
        endCell(line, cell);
      } else if (current == '\n') {
        endCell(line, cell);
        line = endLine(lines, line);
      } else if (current != '\r') {
        cell.append((char) current);
      }
    }
    if (quoted) {
      throw new TableFormatException(source + ": a quote is opened and never closed.");
    }
    endCell(line, cell);
    endLine(lines, line);
    return lines;
  }

  private static void endCell(List<String> line, StringBuilder cell) {
    line.add(cell.toString());
    cell.setLength(0);
  }

  private static List<String> endLine(List<List<String>> lines, List<String> line) {
    if (line.size() > 1 || !line.get(0).isEmpty()) {
      lines.add(line);
    }
    return new ArrayList<>();
  }

  /** Writes a file in UTF-8 under a temporary name and moves it to its place. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        writeLine(writer, columns);
        for (List<String> row : rows) {
          writeLine(writer, row);
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // there only if something failed
    }
  }

  private static void writeLine(BufferedWriter writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(quotedIfNeeded(cells.get(i)));
    }
    writer.write('\n');
  }

  private static String quotedIfNeeded(String cell) {
    boolean needed =
        cell.contains(",") || cell.contains("\"") || cell.contains("\n") || cell.contains("\r");
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
