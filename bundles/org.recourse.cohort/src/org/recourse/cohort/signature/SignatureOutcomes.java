/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.List;
import java.util.OptionalDouble;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.Endpoint;

/**
 * Names of outcomes and clinical values in the cohort.
 *
 * @param necrosis post-radiation nasopharyngeal necrosis
 * @param necrosisDeath death from it (grade 5)
 * @param death death of any cause
 * @param clinical variables of the clinical model
 * @param reirradiation which of them is the dose of re-irradiation
 * @param tumourVolume which of them is the volume of the recurrence
 */
public record SignatureOutcomes(
    String necrosis,
    String necrosisDeath,
    String death,
    List<ClinicalVariable> clinical,
    ClinicalVariable reirradiation,
    ClinicalVariable tumourVolume) {

  private static final double HORIZON_MONTHS = 12;

  public SignatureOutcomes {
    clinical = List.copyOf(clinical);
  }

  /** The names that cohorts made by ReCourse have. */
  public static SignatureOutcomes standard() {
    var dose = new ClinicalVariable(ClinicalVariable.REIRRADIATION, "re-irradiation dose, Gy EQD2");
    var volume = new ClinicalVariable("tumourVolumeCm3", "GTV of the recurrence, cm³");
    return new SignatureOutcomes(
        "necrosis",
        "fatalNecrosis",
        "death",
        List.of(
            new ClinicalVariable("male", "sex (male)"),
            new ClinicalVariable("ageYears", "age, years"),
            new ClinicalVariable("diseaseFreeIntervalMonths", "disease-free interval, months"),
            volume,
            dose),
        dose,
        volume);
  }

  /** Necrosis within a year. */
  public Endpoint oneYear() {
    return new Endpoint(necrosis, OptionalDouble.of(HORIZON_MONTHS), death);
  }
}
