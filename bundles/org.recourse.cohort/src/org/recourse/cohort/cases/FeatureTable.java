/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Features of patients: one row per patient, one column per feature. Immutable and thread-safe. A
 * value that is not defined for a patient is absent; it is an empty cell as text.
 *
 * <p>As text the first column is {@code id}, the others have the names of the features, such as
 * {@code T1C/original_firstorder_Mean}.
 */
public final class FeatureTable {

  private static final String ID = "id";

  private final List<String> patientIds;
  private final List<String> featureNames;
  private final double[][] values; // NaN stands for an absent value and does not leave this class
  private final Map<String, Integer> rowOf = new HashMap<>();
  private final Map<String, Integer> columnOf = new HashMap<>();

  /**
   * Makes a table.
   *
   * @param patientIds distinct names of the patients
   * @param featureNames distinct names of the features
   * @param values one row per patient; a value that is not finite counts as absent
   */
  public FeatureTable(List<String> patientIds, List<String> featureNames, double[][] values) {
    this.patientIds = List.copyOf(patientIds);
    this.featureNames = List.copyOf(featureNames);
    if (new HashSet<>(patientIds).size() != patientIds.size()) {
      throw new IllegalArgumentException("a patient has two rows");
    }
    if (new HashSet<>(featureNames).size() != featureNames.size()) {
      throw new IllegalArgumentException("a feature has two columns");
    }
    if (values.length != patientIds.size()) {
      throw new IllegalArgumentException(
          values.length + " rows for " + patientIds.size() + " patients");
    }
    this.values = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      if (values[row].length != featureNames.size()) {
        throw new IllegalArgumentException(
            patientIds.get(row) + " has " + values[row].length + " of " + featureNames.size());
      }
      this.values[row] = values[row].clone();
      rowOf.put(patientIds.get(row), row);
    }
    for (int column = 0; column < featureNames.size(); column++) {
      columnOf.put(featureNames.get(column), column);
    }
  }

  public List<String> patientIds() {
    return patientIds;
  }

  public List<String> featureNames() {
    return featureNames;
  }

  public int size() {
    return patientIds.size();
  }

  public boolean contains(String patientId) {
    return rowOf.containsKey(patientId);
  }

  public OptionalDouble value(String patientId, String featureName) {
    Integer row = rowOf.get(patientId);
    Integer column = columnOf.get(featureName);
    if (row == null || column == null || !Double.isFinite(values[row][column])) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(values[row][column]);
  }

  /** Returns a copy of the row of a patient if all its values are known. */
  public Optional<double[]> completeRow(String patientId) {
    Integer row = rowOf.get(patientId);
    if (row == null || !Arrays.stream(values[row]).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    return Optional.of(values[row].clone());
  }

  /** Returns the names of the features that every patient has. */
  public List<String> completeFeatures() {
    List<String> complete = new ArrayList<>();
    for (int column = 0; column < featureNames.size(); column++) {
      boolean known = true;
      for (double[] row : values) {
        known &= Double.isFinite(row[column]);
      }
      if (known) {
        complete.add(featureNames.get(column));
      }
    }
    return complete;
  }

  /** Returns some features of all patients, in the order asked for; an unknown name is refused. */
  public FeatureTable features(List<String> names) {
    int[] columns = new int[names.size()];
    for (int i = 0; i < columns.length; i++) {
      Integer column = columnOf.get(names.get(i));
      if (column == null) {
        throw new IllegalArgumentException("no such feature: " + names.get(i));
      }
      columns[i] = column;
    }
    double[][] chosen = new double[values.length][columns.length];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        chosen[row][i] = values[row][columns[i]];
      }
    }
    return new FeatureTable(patientIds, names, chosen);
  }

  /** Returns all features of some patients, in the order asked for; an unknown id is refused. */
  public FeatureTable patients(List<String> ids) {
    double[][] chosen = new double[ids.size()][];
    for (int i = 0; i < chosen.length; i++) {
      Integer row = rowOf.get(ids.get(i));
      if (row == null) {
        throw new IllegalArgumentException("no such patient: " + ids.get(i));
      }
      chosen[i] = values[row];
    }
    return new FeatureTable(ids, featureNames, chosen);
  }

  /** Returns a copy of the rows of all patients if {@link #completeFeatures} holds all features. */
  public double[][] completeRows() {
    double[][] rows = new double[values.length][];
    for (int row = 0; row < rows.length; row++) {
      String id = patientIds.get(row);
      rows[row] =
          completeRow(id).orElseThrow(() -> new IllegalStateException(id + " lacks a feature"));
    }
    return rows;
  }

  /** Returns the patients that both tables have, with the features of both. */
  public FeatureTable joined(FeatureTable other) {
    List<String> ids = patientIds.stream().filter(other::contains).toList();
    var names = new LinkedHashSet<>(featureNames);
    names.addAll(other.featureNames);
    if (names.size() != featureNames.size() + other.featureNames.size()) {
      throw new IllegalArgumentException("both tables have a feature of the same name");
    }
    double[][] rows = new double[ids.size()][names.size()];
    for (int i = 0; i < rows.length; i++) {
      double[] first = values[rowOf.get(ids.get(i))];
      double[] second = other.values[other.rowOf.get(ids.get(i))];
      System.arraycopy(first, 0, rows[i], 0, first.length);
      System.arraycopy(second, 0, rows[i], first.length, second.length);
    }
    return new FeatureTable(ids, List.copyOf(names), rows);
  }

  /**
   * Returns all patients of this table with the features of both; what the other one does not know
   * of a patient is absent.
   */
  public FeatureTable extended(FeatureTable other) {
    List<String> names = new ArrayList<>(featureNames);
    names.addAll(other.featureNames);
    double[][] rows = new double[values.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOf(values[row], names.size());
      Integer theirs = other.rowOf.get(patientIds.get(row));
      if (theirs == null) {
        Arrays.fill(rows[row], featureNames.size(), names.size(), Double.NaN);
      } else {
        System.arraycopy(
            other.values[theirs], 0, rows[row], featureNames.size(), other.featureNames.size());
      }
    }
    return new FeatureTable(patientIds, names, rows);
  }

  /**
   * Reads a table.
   *
   * @throws TableFormatException if it has no column id, a patient twice or a cell that is neither
   *     empty nor a number
   */
  public static FeatureTable read(Path file) throws IOException, TableFormatException {
    CsvText text = CsvText.read(file);
    if (text.columns().isEmpty() || !text.columns().get(0).equals(ID)) {
      throw new TableFormatException(file + ": the first column must be \"id\".");
    }
    List<String> names = text.columns().subList(1, text.columns().size());
    List<String> ids = text.rows().stream().map(row -> row.get(0)).toList();
    double[][] values = new double[ids.size()][names.size()];
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < names.size(); column++) {
        values[row][column] =
            number(text.rows().get(row).get(column + 1), file, row, names.get(column));
      }
    }
    if (new HashSet<>(ids).size() != ids.size()) {
      throw new TableFormatException(file + ": a patient has two rows.");
    }
    return new FeatureTable(ids, names, values);
  }

  private static double number(String cell, Path file, int row, String column)
      throws TableFormatException {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new TableFormatException(
          file + " row " + (row + 2) + ": " + column + " is no number: \"" + cell + "\".", e);
    }
  }

  /** Writes the table; an interrupted run leaves an older file as it was. */
  public void write(Path file) throws IOException {
    List<String> columns = new ArrayList<>(List.of(ID));
    columns.addAll(featureNames);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      List<String> cells = new ArrayList<>(List.of(patientIds.get(row)));
      for (double value : values[row]) {
        cells.add(Double.isFinite(value) ? Double.toString(value) : "");
      }
      rows.add(cells);
    }
    new CsvText(columns, rows).write(file);
  }
}
