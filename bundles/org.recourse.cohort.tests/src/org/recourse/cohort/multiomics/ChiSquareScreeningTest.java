/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.pipeline.NotFittedException;

class ChiSquareScreeningTest {

  /**
   * Two classes of four: the table 3 1 / 1 3 has chi-square 8 (3 · 3 − 1 · 1)² / 4⁴ = 2 on one
   * degree of freedom, p = erfc(1) = 0.157299.
   */
  @Test
  void isPearsonsTestOnClassesOfEqualFrequency() {
    var screening = new ChiSquareScreening(2, 0.05, 1);
    double[] value = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] event = {false, false, false, true, false, true, true, true};

    assertEquals(0.157299, screening.pValue(value, event), 1e-6);
    assertEquals(1, screening.pValue(new double[8], event), 0);
  }

  @Test
  void keepsTheDependentFeaturesFirstAndEnoughOthers() throws NotFittedException {
    var made = new MadeUpCohort(12, 2, 0);
    PreparedCohort.Sample patients =
        made.patients(300, 0, 0, 2).sample(made.names(), Endpoint.ever("necrosis"));

    List<String> kept = new ChiSquareScreening(4, 1e-6, 10).fit(patients.set(), 0).outputNames();

    assertTrue(kept.size() >= 10);
    for (String sequence : List.of("T1", "T1C", "T2")) {
      assertTrue(kept.subList(0, 6).contains(sequence + "/original_test_F0"), kept.toString());
    }
  }

  @Test
  void lassoKeepsExactlyAsManyAsTheNetworkTakes() throws NotFittedException {
    var made = new MadeUpCohort(12, 2, 0);
    PreparedCohort.Sample patients =
        made.patients(300, 0, 0, 2).sample(made.names(), Endpoint.ever("necrosis"));

    List<String> kept = new LassoEntry(32).fit(patients.set(), 0).outputNames();

    assertEquals(32, kept.size());
    assertEquals(32, kept.stream().distinct().count());
    assertTrue(
        kept.subList(0, 3).stream().allMatch(n -> n.endsWith("F0") || n.endsWith("F1")),
        kept.toString());
  }
}
