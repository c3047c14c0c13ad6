/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.recourse.cohort.cases.CohortPatient;

/**
 * A clinical value as number.
 *
 * @param name name in the cohort, such as {@code ageYears}
 * @param title for people, with unit
 */
public record ClinicalVariable(String name, String title) {

  /** Dose of the re-irradiation in EQD2; from prescription and fractions where it is not given. */
  public static final String REIRRADIATION = "reirradiationEqd2Gy";

  private static final String PRESCRIBED = "prescribedGy";
  private static final String FRACTIONS = "fractionCount";
  private static final double TUMOUR_ALPHA_BETA_GY = 10;
  private static final double REFERENCE_GY = 2;
  private static final List<String> MALE = List.of("m", "male");
  private static final List<String> FEMALE = List.of("f", "female");

  /**
   * The value; male is 1 and female 0, a stage such as {@code rT3} is its number; empty if it is
   * not known or says something else.
   */
  public OptionalDouble of(CohortPatient patient) {
    OptionalDouble number = patient.clinicalNumber(name);
    if (number.isPresent()) {
      return number;
    }
    if (name.equals(REIRRADIATION)) {
      return eqd2Gy(patient.clinicalNumber(PRESCRIBED), patient.clinicalNumber(FRACTIONS));
    }
    String text = patient.clinicalText(name).orElse("").trim().toLowerCase(Locale.ROOT);
    if (MALE.contains(text)) {
      return OptionalDouble.of(1);
    }
    if (FEMALE.contains(text)) {
      return OptionalDouble.of(0);
    }
    if (text.matches("r?[tn]?[0-4][ab]?")) {
      return OptionalDouble.of(Double.parseDouble(text.replaceAll("[^0-4]", "")));
    }
    return switch (text) {
      case "i" -> OptionalDouble.of(1);
      case "ii" -> OptionalDouble.of(2);
      case "iii" -> OptionalDouble.of(3);
      case "iv", "iva", "ivb" -> OptionalDouble.of(4);
      default -> OptionalDouble.empty();
    };
  }

  /** D (D/n + 10 Gy) / 12 Gy, the formula below table 1 of Liu 2023. */
  private static OptionalDouble eqd2Gy(OptionalDouble prescribedGy, OptionalDouble fractions) {
    if (prescribedGy.isEmpty() || fractions.isEmpty() || !(fractions.getAsDouble() > 0)) {
      return OptionalDouble.empty();
    }
    double doseGy = prescribedGy.getAsDouble();
    return OptionalDouble.of(
        doseGy
            * (doseGy / fractions.getAsDouble() + TUMOUR_ALPHA_BETA_GY)
            / (REFERENCE_GY + TUMOUR_ALPHA_BETA_GY));
  }

  /** The variables of which every patient has a value. */
  public static List<ClinicalVariable> known(
      List<ClinicalVariable> wanted, List<CohortPatient> patients) {
    return wanted.stream()
        .filter(variable -> patients.stream().allMatch(p -> variable.of(p).isPresent()))
        .toList();
  }

  /** One row per patient; every value must be known. */
  public static double[][] rows(List<ClinicalVariable> variables, List<CohortPatient> patients) {
    double[][] rows = new double[patients.size()][variables.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = variables.get(j).of(patients.get(i)).orElseThrow();
      }
    }
    return rows;
  }
}
