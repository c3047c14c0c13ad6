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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The patients of a cohort in their order. Immutable. A name may occur twice here, since a table
 * that is imported may have this fault; the import check finds it.
 *
 * <p>As text it has the columns {@code id}, {@code centre}, {@code split}, {@code case}, one column
 * {@code clinical.NAME} per clinical value and the columns {@code outcome.NAME.event} (1 or 0) and
 * {@code outcome.NAME.months} per outcome.
 *
 * @param patients the patients
 */
public record CohortTable(List<CohortPatient> patients) {

  private static final String CLINICAL = "clinical.";
  private static final String OUTCOME = "outcome.";
  private static final String EVENT = ".event";
  private static final String MONTHS = ".months";

  public CohortTable {
    patients = List.copyOf(patients);
  }

  public int size() {
    return patients.size();
  }

  public CohortPatient patient(int row) {
    return patients.get(row);
  }

  public Optional<CohortPatient> find(String id) {
    return patients.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }

  /** Returns the names of the clinical values in the order in which they first appear. */
  public List<String> clinicalNames() {
    var names = new LinkedHashSet<String>();
    patients.forEach(patient -> names.addAll(patient.clinical().keySet()));
    return List.copyOf(names);
  }

  /** Returns the names of the outcomes in the order in which they first appear. */
  public List<String> outcomeNames() {
    var names = new LinkedHashSet<String>();
    patients.forEach(patient -> names.addAll(patient.outcomes().keySet()));
    return List.copyOf(names);
  }

  /** Returns the splits in the order in which they first appear. */
  public Set<String> splits() {
    var names = new LinkedHashSet<String>();
    patients.forEach(patient -> names.add(patient.split()));
    return names;
  }

  public CohortTable where(Predicate<CohortPatient> wanted) {
    return new CohortTable(patients.stream().filter(wanted).toList());
  }

  /** Returns the patients of a split. */
  public CohortTable split(String split) {
    return where(patient -> patient.split().equals(split));
  }

  /** Returns the patients of whom an outcome is known. */
  public CohortTable withOutcome(String outcome) {
    return where(patient -> patient.outcomes().containsKey(outcome));
  }

  /**
   * Reads a table.
   *
   * @throws IOException if the file cannot be read
   * @throws TableFormatException if it is no cohort table; the sentence names the line
   */
  public static CohortTable read(Path file) throws IOException, TableFormatException {
    return of(CsvText.read(file), file.toString());
  }

  static CohortTable of(CsvText text, String source) throws TableFormatException {
    int id = text.columns().indexOf("id");
    if (id < 0) {
      throw new TableFormatException(
          source + " has no column \"id\"; it has " + text.columns() + ".");
    }
    List<CohortPatient> patients = new ArrayList<>();
    for (int row = 0; row < text.rows().size(); row++) {
      Map<String, String> cells = cells(text, row);
      if (cells.getOrDefault("id", "").isBlank()) {
        throw new TableFormatException(source + " line " + (row + 2) + ": the id is empty.");
      }
      patients.add(patient(cells, source + " line " + (row + 2)));
    }
    return new CohortTable(patients);
  }

  private static Map<String, String> cells(CsvText text, int row) {
    var cells = new LinkedHashMap<String, String>();
    List<String> values = text.rows().get(row);
    for (int i = 0; i < text.columns().size(); i++) {
      if (!values.get(i).isEmpty()) {
        cells.put(text.columns().get(i), values.get(i));
      }
    }
    return cells;
  }

  private static CohortPatient patient(Map<String, String> cells, String where)
      throws TableFormatException {
    var clinical = new LinkedHashMap<String, String>();
    var outcomes = new LinkedHashMap<String, PatientOutcome>();
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      String column = cell.getKey();
      if (column.startsWith(CLINICAL)) {
        clinical.put(column.substring(CLINICAL.length()), cell.getValue());
      } else if (column.startsWith(OUTCOME) && column.endsWith(EVENT)) {
        String name = column.substring(OUTCOME.length(), column.length() - EVENT.length());
        outcomes.put(name, outcome(cells, name, where));
      }
    }
    return new CohortPatient(
        cells.get("id"),
        cells.getOrDefault("centre", ""),
        cells.getOrDefault("split", ""),
        cells.getOrDefault("case", ""),
        clinical,
        outcomes);
  }

  private static PatientOutcome outcome(Map<String, String> cells, String name, String where)
      throws TableFormatException {
    String event = cells.get(OUTCOME + name + EVENT);
    String months = cells.getOrDefault(OUTCOME + name + MONTHS, "");
    if (!event.equals("0") && !event.equals("1")) {
      throw new TableFormatException(
          where + ": " + OUTCOME + name + EVENT + " must be 0 or 1, it is \"" + event + "\".");
    }
    try {
      return new PatientOutcome(event.equals("1"), Double.parseDouble(months));
    } catch (IllegalArgumentException e) {
      throw new TableFormatException(
          where
              + ": "
              + OUTCOME
              + name
              + MONTHS
              + " must be a time of 0 or more months, it is \""
              + months
              + "\".",
          e);
    }
  }

  /** Writes the table; an interrupted run leaves an older file as it was. */
  public void write(Path file) throws IOException {
    toText().write(file);
  }

  CsvText toText() {
    List<String> columns = new ArrayList<>(List.of("id", "centre", "split", "case"));
    clinicalNames().forEach(name -> columns.add(CLINICAL + name));
    outcomeNames()
        .forEach(
            name -> {
              columns.add(OUTCOME + name + EVENT);
              columns.add(OUTCOME + name + MONTHS);
            });
    return new CsvText(columns, patients.stream().map(this::row).toList());
  }

  private List<String> row(CohortPatient patient) {
    List<String> row =
        new ArrayList<>(
            List.of(patient.id(), patient.centre(), patient.split(), patient.caseFolder()));
    clinicalNames().forEach(name -> row.add(patient.clinicalText(name).orElse("")));
    for (String name : outcomeNames()) {
      Optional<PatientOutcome> outcome = patient.outcome(name);
      row.add(outcome.map(known -> known.event() ? "1" : "0").orElse(""));
      row.add(outcome.map(known -> Double.toString(known.followUpMonths())).orElse(""));
    }
    return row;
  }
}
