/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.recourse.cohort.cases.CsvText;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * What an extraction has done so far: one file per patient in a folder, written under a temporary
 * name and moved into place, and a file that says what was extracted. Different patients may be
 * written at once.
 */
public final class ExtractionParts {

  private static final String ENDING = ".part.csv";
  private static final String READER = "reader";
  private static final String WANTED = "wanted";

  private final PartsFolder folder;

  private ExtractionParts(PartsFolder folder) {
    this.folder = folder;
  }

  /**
   * Features of one image in one region.
   *
   * @param sequence goes before the names, with a slash
   * @param reader who drew the region
   * @param features values
   */
  record Row(String sequence, int reader, FeatureVector features) {}

  /**
   * Opens a folder, which is made if it is missing.
   *
   * @param settings what is extracted; a folder with other settings is refused
   */
  static ExtractionParts open(Path folder, String settings) throws IOException {
    return new ExtractionParts(PartsFolder.open(folder, ENDING, settings));
  }

  /** Returns whether a patient is done with at least so many readers asked for. */
  boolean holds(String patientId, int readers) {
    Path file = file(patientId);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      CsvText text = CsvText.read(file);
      int wanted = text.columns().indexOf(WANTED);
      return wanted >= 0
          && !text.rows().isEmpty()
          && Integer.parseInt(text.rows().getFirst().get(wanted)) >= readers;
    } catch (IOException | TableFormatException | NumberFormatException e) {
      return false; // done again: whatever it was, this program did not write it whole
    }
  }

  private Path file(String patientId) {
    return folder.file(patientId);
  }

  /**
   * Writes a patient: one row per reader, one column per sequence and feature.
   *
   * @param wanted how many readers were asked for; the patient may have fewer
   */
  void write(String patientId, List<Row> rows, int wanted) throws IOException {
    var byReader = new LinkedHashMap<Integer, Map<String, String>>();
    var columns = new LinkedHashSet<String>();
    for (Row row : rows) {
      Map<String, String> cells =
          byReader.computeIfAbsent(row.reader(), reader -> new LinkedHashMap<>());
      for (String name : row.features().names()) {
        OptionalDouble number = row.features().number(name);
        String column = row.sequence() + "/" + name;
        columns.add(column);
        cells.put(column, number.isPresent() ? Double.toString(number.getAsDouble()) : "");
      }
    }
    List<String> header = new ArrayList<>(List.of(READER, WANTED));
    header.addAll(columns);
    List<List<String>> lines = new ArrayList<>();
    byReader.forEach(
        (reader, cells) -> {
          List<String> line = new ArrayList<>(List.of(reader.toString(), Integer.toString(wanted)));
          columns.forEach(column -> line.add(cells.getOrDefault(column, "")));
          lines.add(line);
        });
    new CsvText(header, lines).write(file(patientId));
  }

  /** Puts the parts together, patients in the order given; one that has no part is left out. */
  CohortFeatures collect(List<String> patientIds, int readers, List<Finding> findings)
      throws IOException {
    var columns = new LinkedHashMap<String, Integer>();
    List<Gathered> byReader = new ArrayList<>();
    for (int reader = 0; reader < readers; reader++) {
      byReader.add(new Gathered(new ArrayList<>(), new ArrayList<>()));
    }
    for (String id : patientIds) {
      if (Files.isRegularFile(file(id))) {
        collect(id, byReader, columns);
      }
    }
    List<String> names = List.copyOf(columns.keySet());
    return new CohortFeatures(
        byReader.stream().map(gathered -> gathered.table(names)).toList(), findings);
  }

  private void collect(String id, List<Gathered> byReader, Map<String, Integer> columns)
      throws IOException {
    try {
      CsvText text = CsvText.read(file(id));
      int readerColumn = text.columns().indexOf(READER);
      int wantedColumn = text.columns().indexOf(WANTED);
      int[] target = new int[text.columns().size()];
      for (int i = 0; i < target.length; i++) {
        if (i != readerColumn && i != wantedColumn) {
          target[i] = columns.computeIfAbsent(text.columns().get(i), name -> columns.size());
        }
      }
      for (List<String> row : text.rows()) {
        double[] values = new double[columns.size()];
        Arrays.fill(values, Double.NaN); // absent, until its cell is found
        for (int i = 0; i < target.length; i++) {
          if (i != readerColumn && i != wantedColumn && !row.get(i).isEmpty()) {
            values[target[i]] = Double.parseDouble(row.get(i));
          }
        }
        int reader = Integer.parseInt(row.get(readerColumn));
        if (reader < byReader.size()) {
          byReader.get(reader).ids().add(id);
          byReader.get(reader).rows().add(values);
        }
      }
    } catch (TableFormatException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException(file(id) + " is damaged; remove it and run again.", e);
    }
  }

  /** Rows of one reader; a row may end before the last column. */
  private record Gathered(List<String> ids, List<double[]> rows) {

    FeatureTable table(List<String> names) {
      double[][] values = new double[rows.size()][];
      for (int i = 0; i < values.length; i++) {
        double[] row = rows.get(i);
        values[i] = Arrays.copyOf(row, names.size());
        Arrays.fill(values[i], row.length, names.size(), Double.NaN);
      }
      return new FeatureTable(ids, names, values);
    }
  }
}
