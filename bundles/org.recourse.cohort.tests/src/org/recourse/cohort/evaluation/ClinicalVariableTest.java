/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;

class ClinicalVariableTest {

  private static CohortPatient patient(Map<String, String> clinical) {
    return new CohortPatient("p", "A", "", "", clinical, Map.of());
  }

  @Test
  void readsWordsAndStages() {
    CohortPatient patient = patient(Map.of("sex", "Male", "t", "rT3", "stage", "IVa", "x", "?"));

    assertEquals(1, new ClinicalVariable("sex", "").of(patient).orElseThrow(), 0);
    assertEquals(3, new ClinicalVariable("t", "").of(patient).orElseThrow(), 0);
    assertEquals(4, new ClinicalVariable("stage", "").of(patient).orElseThrow(), 0);
    assertTrue(new ClinicalVariable("x", "").of(patient).isEmpty());
  }

  /** 60 Gy in 20 fractions with 10 Gy: 60 (3 + 10) / 12 = 65. */
  @Test
  void derivesTheDoseOfTheReirradiation() {
    var dose = new ClinicalVariable(ClinicalVariable.REIRRADIATION, "");

    assertEquals(
        65,
        dose.of(patient(Map.of("prescribedGy", "60", "fractionCount", "20"))).orElseThrow(),
        1e-12);
    assertTrue(dose.of(patient(Map.of("prescribedGy", "60"))).isEmpty());
  }
}
