/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.List;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.PreparedCohort;

/** Clinical values as columns named {@code clinical/NAME} beside the features. */
public final class ClinicalColumns {

  private static final String PREFIX = "clinical/";

  private ClinicalColumns() {}

  public static boolean isOne(String column) {
    return column.startsWith(PREFIX);
  }

  public static String name(ClinicalVariable variable) {
    return PREFIX + variable.name();
  }

  /** The variables behind columns. */
  public static List<ClinicalVariable> variables(List<String> columns) {
    return columns.stream()
        .map(column -> column.substring(PREFIX.length()))
        .map(name -> new ClinicalVariable(name, name))
        .toList();
  }

  /** The cohort with the columns; patients of whom a value is not known have none of them. */
  public static PreparedCohort added(PreparedCohort cohort, List<ClinicalVariable> variables) {
    if (variables.isEmpty()) {
      return cohort;
    }
    List<CohortPatient> patients =
        cohort.patients().patients().stream()
            .filter(patient -> cohort.features().contains(patient.id()))
            .toList();
    double[][] values = new double[patients.size()][variables.size()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < variables.size(); j++) {
        values[i][j] = variables.get(j).of(patients.get(i)).orElse(Double.NaN); // absent there
      }
    }
    var columns =
        new FeatureTable(
            patients.stream().map(CohortPatient::id).toList(),
            variables.stream().map(ClinicalColumns::name).toList(),
            values);
    return new PreparedCohort(
        new CohortTable(patients),
        cohort.features().joined(columns),
        cohort.readings(),
        cohort.synthetic());
  }
}
