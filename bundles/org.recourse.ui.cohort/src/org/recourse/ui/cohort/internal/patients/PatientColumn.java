/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;

/**
 * A column of the table of patients.
 *
 * @param head with the unit
 * @param number whether it holds numbers
 * @param text cell of a patient; a dash where nothing is known
 */
record PatientColumn(String head, boolean number, Function<CohortPatient, String> text) {

  private static final String UNKNOWN = "–";

  PatientColumn {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(text, "text");
  }

  /** Returns the columns of a cohort: who, outcomes, clinical values. */
  static List<PatientColumn> of(CohortTable table) {
    List<PatientColumn> columns = new ArrayList<>();
    columns.add(new PatientColumn("Patient", false, CohortPatient::id));
    columns.add(new PatientColumn("Centre", false, patient -> known(patient.centre())));
    columns.add(new PatientColumn("Split", false, patient -> known(patient.split())));
    for (String name : table.outcomeNames()) {
      columns.add(
          new PatientColumn(
              name,
              false,
              patient ->
                  patient.outcome(name).map(own -> own.event() ? "yes" : "no").orElse(UNKNOWN)));
      columns.add(
          new PatientColumn(
              name + " (months)",
              true,
              patient ->
                  patient
                      .outcome(name)
                      .map(own -> String.format(Locale.ROOT, "%.1f", own.followUpMonths()))
                      .orElse(UNKNOWN)));
    }
    for (String name : table.clinicalNames()) {
      columns.add(
          new PatientColumn(
              name,
              table.patients().stream().allMatch(one -> one.clinicalNumber(name).isPresent()),
              patient -> patient.clinicalText(name).orElse(UNKNOWN)));
    }
    return columns;
  }

  private static String known(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }

  /** Compares as numbers where the column holds numbers; unknown comes last. */
  int compare(CohortPatient one, CohortPatient other) {
    String a = text.apply(one);
    String b = text.apply(other);
    if (!number || a.equals(UNKNOWN) || b.equals(UNKNOWN)) {
      return a.equals(b) ? 0 : a.equals(UNKNOWN) ? 1 : b.equals(UNKNOWN) ? -1 : a.compareTo(b);
    }
    return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
  }
}
