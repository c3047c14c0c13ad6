/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.prediction.EnsembleInterval;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** No number of a network stands beside its interval, and none is widened without a sentence. */
class EnsembleReadingTest {

  private static final Calibration CALIBRATION = new Calibration(0.3, 0.8, -0.4, "test");

  private static EnsembleReading reading(double score, List<Double> scores) {
    return new EnsembleReading(score, EnsembleInterval.of(scores));
  }

  @RepeatedTest(50)
  void theNumberIsInItsInterval(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double middle = random.nextDouble(0.1, 0.9);
    double spread = random.nextDouble(0.1);
    List<Double> scores =
        random.doubles(2 + random.nextInt(9), middle - spread, middle + spread).boxed().toList();
    double score = random.nextDouble();
    double fraction = CALIBRATION.probabilityFraction(score);

    EnsembleReading reading = reading(score, scores);

    Interval interval = reading.interval95(CALIBRATION, fraction).orElseThrow();
    EnsembleInterval expected = EnsembleInterval.of(scores).orElseThrow();
    assertTrue(interval.contains(fraction));
    assertTrue(interval.contains(CALIBRATION.probabilityFraction(expected.lower())));
    assertTrue(interval.contains(CALIBRATION.probabilityFraction(expected.upper())));
    boolean beside = score < expected.lower() - 0.0005 || score > expected.upper() + 0.0005;
    assertEquals(beside, reading.disagreement().isPresent());
    assertEquals(scores, reading.scores());
    Interval ofScore = reading.interval95().orElseThrow();
    assertTrue(ofScore.contains(score) && ofScore.contains(expected.lower()));
    assertTrue(ofScore.contains(expected.upper()));
    if (score > expected.lower() && score < expected.upper()) {
      assertFalse(assessed(reading).disagreement().isPresent());
    } else if (beside && (score < Collections.min(scores) || score > Collections.max(scores))) {
      assertTrue(assessed(reading).disagreement().isPresent());
    }
  }

  private static RiskResult.Assessed assessed(EnsembleReading reading) {
    return new RiskResult.Assessed(
        new RiskValue.Score(reading.score(), reading.interval95(), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        reading.scores());
  }

  @Test
  void theDirectionIsSaid() {
    assertEquals(
        "The networks of its cross-validation suggest less; the interval is widened to hold both.",
        assessed(reading(0.877, List.of(0.2, 0.21, 0.19))).disagreement().orElseThrow());
    assertTrue(
        assessed(reading(0.1, List.of(0.2, 0.21, 0.19)))
            .disagreement()
            .orElseThrow()
            .contains("suggest more"));
  }

  @Test
  void aDisagreementNamesAllThreeNumbers() {
    EnsembleReading reading = reading(0.877, List.of(0.5, 0.5, 0.5));

    assertEquals(
        "The score 0.877 lies outside of what the networks of the cross-validation suggest"
            + " (0.500 to 0.500), so it is uncertain.",
        reading.disagreement().orElseThrow());
    assertEquals(0.5, reading.inputs().getFirst().value(), 1e-9);
  }

  /** A logit and back is not exact; that is no disagreement. */
  @Test
  void networksThatAgreeAreNotSaidToDisagree() {
    for (double score = 0.01; score < 1; score += 0.01) {
      EnsembleReading reading = reading(score, List.of(score, score, score));
      double fraction = CALIBRATION.probabilityFraction(score);

      assertFalse(reading.disagreement().isPresent());
      assertFalse(assessed(reading).disagreement().isPresent());
      assertTrue(reading.interval95(CALIBRATION, fraction).orElseThrow().contains(fraction));
    }
  }

  @Test
  void oneNetworkHasNoInterval() {
    EnsembleReading reading = reading(0.4, List.of(0.4));

    assertEquals(Optional.empty(), reading.interval95(CALIBRATION, 0.4));
    assertEquals(Optional.empty(), reading.disagreement());
    assertTrue(reading.inputs().isEmpty());
    assertTrue(reading.scores().isEmpty());
  }

  @Test
  void aProbabilityBesideItsIntervalIsRefused() {
    var interval = Optional.of(new Interval(0.2, 0.4));

    assertThrows(
        IllegalArgumentException.class,
        () -> new RiskValue.Probability(0.5, interval, RiskValue.Bound.VALUE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RiskValue.Score(0.5, interval, RiskValue.Bound.VALUE));
    assertEquals(new Interval(0.2, 0.5), interval.get().holding(0.5));
    assertEquals(new Interval(0.1, 0.4), interval.get().holding(0.1));
    assertEquals(interval.get(), interval.get().holding(0.2));
  }
}
