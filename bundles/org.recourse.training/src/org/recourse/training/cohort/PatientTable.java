/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.training.TrainingException;

/**
 * Patients of a department: a table of features and, for models with dose, a folder of dose files.
 * Immutable.
 *
 * <p>The table is UTF-8 text with commas and a first line of names: {@code id}, {@code event} (0 or
 * 1), {@code fractions}, {@code prescribedGy}, and features such as {@code
 * T1C/original_glcm_Contrast}, in any order. The folder holds {@code <id>.nrrd} (or {@code .nii},
 * {@code .nii.gz}), the dose of the planned course in Gy, and {@code <id>.target.nrrd} with 1
 * inside of the target, on any grid in the same frame.
 *
 * @param table the table
 * @param doses the folder; empty: the patients have no dose
 * @param synthetic whether the patients are made up
 */
public record PatientTable(Path table, Optional<Path> doses, boolean synthetic)
    implements CohortSource {

  private static final List<String> OWN = List.of("id", "event", "fractions", "prescribedGy");
  private static final String SEPARATOR = ",";

  public PatientTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(doses, "doses");
  }

  @Override
  public TrainingCohort cohort(DoseBox box, IProgressMonitor monitor) throws TrainingException {
    List<String> lines = lines();
    List<String> header = cells(lines.getFirst());
    requireHeader(header);
    List<Integer> features = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).contains("/")) {
        features.add(i);
      }
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Reading patients", lines.size());
    List<TrainingCase> cases = new ArrayList<>();
    List<CohortFacts.OfPatient> facts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row = 1; row < lines.size(); row++) {
      progress.checkCanceled();
      var patient = new Row(row + 1, header, cells(lines.get(row)));
      if (!seen.add(patient.text("id"))) {
        throw patient.refused("the id " + patient.text("id") + " occurs twice");
      }
      Optional<Tensor> dose = dose(patient.text("id"), box);
      cases.add(patient.toCase(features, dose));
      facts.add(patient.facts(dose));
      progress.worked(1);
    }
    return new TrainingCohort(
        cases.size() + " patients of the table " + table.getFileName(),
        synthetic,
        "not known to the training",
        box,
        features.stream().map(header::get).toList(),
        cases,
        CohortFacts.of(facts));
  }

  private List<String> lines() throws TrainingException {
    try {
      List<String> lines =
          Files.readAllLines(table, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank())
              .toList();
      if (lines.size() < 2) {
        throw new TrainingException(table + " has no patients.");
      }
      return lines;
    } catch (IOException e) {
      throw new TrainingException(table + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(SEPARATOR, -1)).map(String::strip).toList();
  }

  private void requireHeader(List<String> header) throws TrainingException {
    for (String name : OWN) {
      if (!header.contains(name)) {
        throw new TrainingException(table + " has no column " + name + ".");
      }
    }
    if (new HashSet<>(header).size() != header.size()) {
      throw new TrainingException(table + " names a column twice.");
    }
  }

  private Optional<Tensor> dose(String id, DoseBox box) throws TrainingException {
    return doses.isEmpty() ? Optional.empty() : Optional.of(DoseFile.cut(doses.get(), id, box));
  }

  /** One patient; numbers are checked where they are read. */
  private final class Row {

    private final int line;
    private final List<String> header;
    private final List<String> cells;

    Row(int line, List<String> header, List<String> cells) throws TrainingException {
      this.line = line;
      this.header = header;
      this.cells = cells;
      if (cells.size() != header.size()) {
        throw refused("it has " + cells.size() + " cells instead of " + header.size());
      }
    }

    String text(String column) {
      return cells.get(header.indexOf(column));
    }

    double number(int column) throws TrainingException {
      try {
        double value = Double.parseDouble(cells.get(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new TrainingException(sentence(notANumber(column)), e);
      }
      throw refused(notANumber(column));
    }

    private String notANumber(int column) {
      return header.get(column) + " is no number: " + cells.get(column);
    }

    TrainingCase toCase(List<Integer> features, Optional<Tensor> dose) throws TrainingException {
      double[] values = new double[features.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = number(features.get(i));
      }
      String event = text("event").toLowerCase(Locale.ROOT);
      if (!event.equals("0") && !event.equals("1")) {
        throw refused("event is neither 0 nor 1: " + event);
      }
      return new TrainingCase(text("id"), dose, values, event.equals("1"));
    }

    CohortFacts.OfPatient facts(Optional<Tensor> dose) throws TrainingException {
      double fractions = number(header.indexOf("fractions"));
      double prescribedGy = number(header.indexOf("prescribedGy"));
      if (fractions < 1 || fractions != Math.rint(fractions) || !(prescribedGy > 0)) {
        throw refused("fractions are whole and the prescription is above 0 Gy");
      }
      double maximumGy = dose.isEmpty() ? prescribedGy : 0;
      if (dose.isPresent()) {
        for (float value : dose.get().toArray()) {
          maximumGy = Math.max(maximumGy, value);
        }
      }
      return new CohortFacts.OfPatient(maximumGy, (int) fractions, prescribedGy);
    }

    TrainingException refused(String why) {
      return new TrainingException(sentence(why));
    }

    private String sentence(String why) {
      return table + ", line " + line + ": " + why + ".";
    }
  }
}
