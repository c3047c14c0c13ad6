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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.tables.RecalibratedSlope.Coefficient;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

class RecalibratedSlopeTest {

  private static final int STUDIES = 300;

  /** In 300 studies 95 % is 285; 3.5 standard deviations of a binomial count are 13. */
  private static final int COVERAGE_TOLERANCE = 13;

  @Test
  void workedExampleOfTheJavadoc() {
    Estimate slope = RecalibratedSlope.of(new Coefficient(2, 0.4), new Coefficient(1, 0.1));

    Interval interval = assertInstanceOf(Estimate.Defined.class, slope).interval().orElseThrow();
    assertEquals(0.5, slope.asOptional().orElseThrow(), 0);
    assertEquals(0.323, interval.lower(), 5e-4);
    assertEquals(0.775, interval.upper(), 5e-4);
  }

  /** The plain definition: probabilities first, then their calibration slope. */
  @Test
  void isTheCalibrationSlopeOfTheRecalibratedProbabilities() throws Exception {
    ScoredOutcomes kept = patients(300, new Random(1));
    ScoredOutcomes test = patients(500, new Random(2));

    double plain =
        ProbabilityQuality.of(ProbabilityQuality.probabilities(test, Recalibration.of(kept)))
            .slope()
            .asOptional()
            .orElseThrow();

    assertEquals(plain, RecalibratedSlope.of(kept, test).asOptional().orElseThrow(), 1e-9);
  }

  /** Scores whose recalibration is right but for chance: the true slope is 1. */
  @Test
  void theIntervalHoldsTheTrueSlopeAsOftenAsItSays() {
    int inside = 0;
    for (int study = 0; study < STUDIES; study++) {
      var random = new Random(study);
      Estimate slope = RecalibratedSlope.of(patients(300, random), patients(1000, random));
      inside +=
          assertInstanceOf(Estimate.Defined.class, slope).interval().orElseThrow().contains(1)
              ? 1
              : 0;
    }

    assertEquals(0.95 * STUDIES, inside, COVERAGE_TOLERANCE);
  }

  @Test
  void isUndefinedWhereTheScoreFallsWithTheRisk() {
    assertTrue(
        RecalibratedSlope.of(new Coefficient(-0.1, 0.1), new Coefficient(1, 0.1))
            .asOptional()
            .isEmpty());
    Estimate backwards = RecalibratedSlope.of(new Coefficient(1, 0.1), new Coefficient(-1, 0.1));
    assertEquals(-1, backwards.asOptional().orElseThrow(), 0);
    assertTrue(assertInstanceOf(Estimate.Defined.class, backwards).interval().isEmpty());
  }

  /** AUC about 0.67: P(event) = 1 / (1 + exp(0.5 - 0.65 s)) with a standard normal score s. */
  private static ScoredOutcomes patients(int count, Random random) {
    double[] score = new double[count];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      score[i] = random.nextGaussian();
      event[i] = random.nextDouble() < 1 / (1 + Math.exp(0.5 - 0.65 * score[i]));
    }
    return new ScoredOutcomes(score, event);
  }
}
