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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

class WayToOracleTest {

  private static final boolean[] EVENTS = {false, false, true, true};

  /** Three of four pairs in order: A = 0.75; the oracle has all: (0.75 − 0.5) / (1 − 0.5). */
  @Test
  void workedExampleOfTheJavadoc() {
    var model = new ScoredOutcomes(new double[] {1, 3, 2, 4}, EVENTS);
    var oracle = new ScoredOutcomes(new double[] {1, 2, 3, 4}, EVENTS);

    Estimate way = WayToOracle.of(model, oracle, 100, 1);

    assertEquals(0.5, way.asOptional().orElseThrow(), 1e-12);
  }

  @Test
  void theOracleItselfHasComeAllTheWayInEveryResample() {
    var random = new Random(2);
    double[] risk = new double[200];
    boolean[] events = new boolean[200];
    for (int i = 0; i < risk.length; i++) {
      risk[i] = random.nextDouble();
      events[i] = random.nextDouble() < risk[i];
    }
    var oracle = new ScoredOutcomes(risk, events);

    var way = assertInstanceOf(Estimate.Defined.class, WayToOracle.of(oracle, oracle, 100, 1));

    Interval interval = way.interval().orElseThrow();
    assertEquals(1, way.value(), 0);
    assertEquals(1, interval.lower(), 0);
    assertEquals(1, interval.upper(), 0);
  }

  @Test
  void isUndefinedWhereTheOracleIsAtChance() {
    var scores = new ScoredOutcomes(new double[] {1, 2, 3, 4}, EVENTS);
    var chance = new ScoredOutcomes(new double[] {1, 1, 1, 1}, EVENTS);

    assertTrue(WayToOracle.of(scores, chance, 100, 1).asOptional().isEmpty());
  }

  @Test
  void refusesOtherPatients() {
    var scores = new ScoredOutcomes(new double[] {1, 2, 3, 4}, EVENTS);
    var other =
        new ScoredOutcomes(new double[] {1, 2, 3, 4}, new boolean[] {true, false, false, true});

    assertThrows(IllegalArgumentException.class, () -> WayToOracle.of(scores, other, 100, 1));
  }
}
