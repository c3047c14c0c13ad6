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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

class DiscriminationTest {

  /** Four printed digits. */
  private static final double PRINTED = 5e-5;

  @Test
  void workedExampleOfWilson() {
    Estimate share = Discrimination.share(8, 10, "");

    var defined = assertInstanceOf(Estimate.Defined.class, share);
    Interval interval = defined.interval().orElseThrow();
    assertEquals(0.8, defined.value(), 0);
    assertEquals(0.4902, interval.lower(), PRINTED);
    assertEquals(0.9433, interval.upper(), PRINTED);
  }

  /** Events .9 .8 .55 .4, others .7 .5 .45 .3 .2 .1 at 0.5: TP 3, FN 1, FP 2, TN 4. */
  @Test
  void countsAtAThreshold() {
    var sample =
        new ScoredOutcomes(
            new double[] {.9, .8, .55, .4, .7, .5, .45, .3, .2, .1},
            new boolean[] {true, true, true, true, false, false, false, false, false, false});

    Discrimination d = Discrimination.of(sample, 0.5);

    assertEquals(0.75, d.of(CellMetric.SENSITIVITY).asOptional().orElseThrow(), 1e-15);
    assertEquals(4.0 / 6, d.of(CellMetric.SPECIFICITY).asOptional().orElseThrow(), 1e-15);
    assertEquals(0.7, d.of(CellMetric.ACCURACY).asOptional().orElseThrow(), 1e-15);
    assertEquals(6.0 / 9, d.of(CellMetric.F1).asOptional().orElseThrow(), 1e-15);
    assertEquals(20.0 / 24, d.of(CellMetric.AUC).asOptional().orElseThrow(), 1e-15);
  }

  @Test
  void saysWhatIsNotDefined() {
    var sample = new ScoredOutcomes(new double[] {1, 2}, new boolean[] {false, false});

    Discrimination d = Discrimination.of(sample, 1.5);

    assertInstanceOf(Estimate.Undefined.class, d.auc());
    assertInstanceOf(Estimate.Undefined.class, d.sensitivity());
    assertTrue(d.specificity().asOptional().isPresent());
  }
}
