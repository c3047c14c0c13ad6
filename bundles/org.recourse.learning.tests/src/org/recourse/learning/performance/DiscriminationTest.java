/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ReferencePatients;
import org.recourse.learning.sample.ScoredOutcomes;

class DiscriminationTest {

  /** Deterministic methods agree with R to this, absolute. */
  private static final double TOLERANCE = 1e-6;

  static final ScoredOutcomes TEN =
      new ScoredOutcomes(
          new double[] {.9, .8, .55, .4, .7, .5, .45, .3, .2, .1},
          new boolean[] {true, true, true, true, false, false, false, false, false, false});

  private static final ScoredOutcomes FIRST =
      new ScoredOutcomes(ReferencePatients.firstScore(), ReferencePatients.event());
  private static final ScoredOutcomes SECOND =
      new ScoredOutcomes(ReferencePatients.secondScore(), ReferencePatients.event());

  @Test
  void workedExampleOfTenPatients() {
    var auc = (Estimate.Defined) DeLong.areaUnderCurve(TEN, 0.95);
    Interval interval = auc.interval().orElseThrow();

    assertEquals(0.833333, auc.value(), TOLERANCE);
    assertEquals(0.0208333, DeLong.variance(TEN).asOptional().orElseThrow(), TOLERANCE);
    assertEquals(0.5504, interval.lower(), 1e-4);
    assertEquals(1, interval.upper());
    assertTrue(interval.clipped(), "the upper end 1.1162 is cut to 1, and that is said");
  }

  @Test
  void agreesWithProc() {
    assertEquals(0.753142857143, value(DeLong.areaUnderCurve(FIRST, 0.95)), TOLERANCE);
    assertEquals(0.00443068747499, value(DeLong.variance(FIRST)), TOLERANCE);
    assertEquals(0.453714285714, value(DeLong.areaUnderCurve(SECOND, 0.95)), TOLERANCE);
    assertEquals(0.00646919247699, value(DeLong.variance(SECOND)), TOLERANCE);

    DeLong.PairedDifference difference = DeLong.compare(FIRST, SECOND);
    assertEquals(3.43643753918, difference.zStatistic(), TOLERANCE);
    assertEquals(0.000589418243349, difference.pValue(), TOLERANCE);
  }

  /** The plain definition over all pairs is the oracle for the rank form, ties included. */
  @RepeatedTest(20)
  void agreesWithThePairs(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int n = 2 + random.nextInt(30);
    double[] score = random.ints(n, 0, 6).asDoubleStream().toArray();
    boolean[] event = new boolean[n];
    for (int i = 0; i < n; i++) {
      event[i] = i == 0 || (i > 1 && random.nextBoolean());
    }
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (event[i] && !event[j]) {
          pairs++;
          sum += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
        }
      }
    }
    assertEquals(
        sum / pairs, value(DeLong.areaUnderCurve(new ScoredOutcomes(score, event), 0.9)), 1e-12);
  }

  @Test
  void oneOutcomeAloneHasNoAuc() {
    var all = new ScoredOutcomes(new double[] {1, 2}, new boolean[] {true, true});
    assertInstanceOf(Estimate.Undefined.class, DeLong.areaUnderCurve(all, 0.95));
    assertThrows(IllegalArgumentException.class, () -> RocCurve.of(all));
  }

  @Test
  void youdenOfTheWorkedExample() {
    RocCurve.Point best = RocCurve.of(TEN).youdenPoint();
    assertEquals(0.583333, best.youden(), TOLERANCE);
    assertEquals(0.55, best.threshold());
  }

  @Test
  void theCurveStartsAndEndsInTheCorners() {
    var points = RocCurve.of(TEN).points();
    assertEquals(0, points.getFirst().sensitivity());
    assertEquals(1, points.getFirst().specificity());
    assertEquals(1, points.getLast().sensitivity());
    assertEquals(0, points.getLast().specificity());
  }

  @Test
  void countsAtAThreshold() {
    ConfusionCounts counts = ConfusionCounts.of(TEN, 0.5);
    assertEquals(new ConfusionCounts(3, 2, 4, 1), counts);
    assertEquals(0.7, value(counts.accuracy()), 1e-12);
    assertEquals(0.75, value(counts.sensitivity()), 1e-12);
    assertEquals(6.0 / 9, value(counts.f1()), 1e-12);
    assertInstanceOf(
        Estimate.Undefined.class, ConfusionCounts.of(TEN, 2).positivePredictiveValue());
  }

  /** For a sample this size the bootstrap is near DeLong's interval, which assumes normality. */
  @Test
  void theBootstrapIsNearDeLong() {
    var estimate =
        (Estimate.Defined)
            Bootstrap.interval(
                FIRST,
                s -> DeLong.areaUnderCurve(s, 0.95),
                2000,
                0.95,
                1,
                new NullProgressMonitor());
    Interval bootstrap = estimate.interval().orElseThrow();
    double halfWidth = 1.959964 * Math.sqrt(0.00443068747499);
    assertEquals(0.753142857143 - halfWidth, bootstrap.lower(), 0.02);
    assertEquals(0.753142857143 + halfWidth, bootstrap.upper(), 0.02);
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ScoredOutcomes(new double[] {Double.NaN}, new boolean[1]));
    assertThrows(IllegalArgumentException.class, () -> DeLong.compare(FIRST, TEN));
    assertThrows(IllegalArgumentException.class, () -> DeLong.compare(FIRST, FIRST));
  }

  private static double value(Estimate estimate) {
    return estimate.asOptional().orElseThrow();
  }
}
