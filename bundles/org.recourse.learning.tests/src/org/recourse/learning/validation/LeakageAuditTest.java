/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

class LeakageAuditTest {

  @Test
  void aWideIntervalTellsNothingAlthoughItHoldsOneHalf() {
    LeakageAudit audit = audit(3, 0.537, 0.277, 0.798);

    assertTrue(audit.passes());
    assertEquals(LeakageAudit.Verdict.TOO_FEW_PERMUTATIONS, audit.verdict());
    assertEquals(
        "3 permutations of the outcomes, mean AUC 0.537, 99 % interval 0.277 to 0.798: too few"
            + " permutations to tell, a leak of less than 0.26 in the AUC would not show",
        audit.sentence());
  }

  @Test
  void aNarrowIntervalTells() {
    assertEquals(
        "40 permutations of the outcomes, mean AUC 0.505, 99 % interval 0.480 to 0.530: no leak"
            + " seen",
        audit(40, 0.505, 0.48, 0.53).sentence());
    assertEquals(
        LeakageAudit.Verdict.LEAK_LIKELY, audit(40, 0.55, 0.52, 0.58).verdict(), "0.5 is outside");
  }

  /** An evaluation of three coin tosses: whatever comes, the interval stays an interval of AUCs. */
  @Test
  void theIntervalEndsWhereAnAucEnds() throws NotFittedException {
    double[][] row = new double[6][1];
    boolean[] event = {true, false, true, false, true, false};
    LeakageAudit audit =
        LeakageAudit.run(
            new TrainingSet(java.util.List.of("x"), row, event),
            (patients, seed) ->
                new ScoredOutcomes(new Random(seed).doubles(6).toArray(), patients.events()),
            3,
            0.99,
            7,
            new NullProgressMonitor());

    assertTrue(audit.interval().lower() >= 0 && audit.interval().upper() <= 1, audit.toString());
    assertTrue(audit.interval().clipped(), "three permutations of six patients: " + audit);
  }

  private static LeakageAudit audit(int permutations, double mean, double lower, double upper) {
    return new LeakageAudit(permutations, mean, new Interval(lower, upper, 0.99, false));
  }
}
