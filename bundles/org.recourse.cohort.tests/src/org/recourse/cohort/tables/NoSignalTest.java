/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.ScoredOutcomes;

class NoSignalTest {

  /** m = n = 50: √(101 / 30000) · 2.575829 = 0.14946. */
  @Test
  void workedExampleOfTheInterval() {
    assertEquals(0.14946, NoSignal.halfWidth(50, 50, 1), 1e-5);
    assertTrue(NoSignal.halfWidth(50, 50, 20) > NoSignal.halfWidth(50, 50, 1));
  }

  /** The signature on ten cohorts whose strong signal was taken away. */
  @Test
  void theSignatureFindsNothingWhereThereIsNothing() throws Exception {
    int cohorts = Boolean.getBoolean("recourse.full") ? 20 : 3;
    List<ScoredOutcomes> tested = new ArrayList<>();
    for (int seed = 0; seed < cohorts; seed++) {
      PreparedCohort cohort =
          NoSignal.of(new MadeUpCohort(6, 2, 0).patients(120, 0, 80, seed), seed);
      SystemResult result =
          new SignatureTraining(SignatureSettings.quick(seed), SignatureOutcomes.standard())
              .run(cohort, new NullProgressMonitor());
      tested.add(result.scores("signature", "test").orElseThrow().scores());
    }
    for (ScoredOutcomes own : tested) {
      double auc = DeLong.areaUnderCurve(own, 0.99).asOptional().orElseThrow();
      assertEquals(0.5, auc, NoSignal.halfWidth(own.eventCount(), own.nonEventCount(), cohorts));
    }
  }
}
