/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recourse.phantom.cohort.SyntheticOutcomes;
import org.recourse.phantom.cohort.SyntheticPatient;

/** Rows of synthetic patients in a table of a cohort. Stateless. */
public final class SyntheticRows {

  private SyntheticRows() {}

  /**
   * Returns a patient with clinical facts, prescriptions and outcomes ({@code necrosis}, {@code
   * recurrence}, {@code death}, {@code fatalNecrosis}); nothing of the truth.
   *
   * @param caseFolder folder of the case, relative to that of the cohort; empty without one
   */
  public static CohortPatient row(SyntheticPatient patient, String split, String caseFolder) {
    Map<String, String> clinical = new LinkedHashMap<>(patient.facts().clinical().asText());
    clinical.put("prescribedGy", Double.toString(patient.facts().prescribedGy()));
    clinical.put("fractionCount", Integer.toString(patient.schedule().fractionCount()));
    clinical.put("fractionsPerDay", Integer.toString(patient.schedule().fractionsPerDay()));
    SyntheticOutcomes outcomes = patient.facts().outcomes();
    Map<String, PatientOutcome> known = new LinkedHashMap<>();
    known.put("necrosis", outcome(outcomes.necrosis()));
    known.put("recurrence", outcome(outcomes.recurrence()));
    known.put("death", outcome(outcomes.death()));
    known.put("fatalNecrosis", outcome(outcomes.fatalNecrosis()));
    return new CohortPatient(
        patient.id(), patient.facts().centre().name(), split, caseFolder, clinical, known);
  }

  private static PatientOutcome outcome(SyntheticOutcomes.Outcome outcome) {
    return new PatientOutcome(outcome.event(), outcome.followUpMonths());
  }
}
