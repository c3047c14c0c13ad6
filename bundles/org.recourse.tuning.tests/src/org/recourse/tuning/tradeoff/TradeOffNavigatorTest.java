/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.tradeoff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two beams; risk is the first weight, lost coverage is 2 minus the sum, an organ the second. */
class TradeOffNavigatorTest {

  private static final List<TradeOffGoal> GOALS =
      List.of(
          new TradeOffGoal("risk", "Risk", ""),
          new TradeOffGoal("coverage", "Coverage", "Gy"),
          new TradeOffGoal("organ", "Organ", "Gy"));

  private static double[] costs(double[] w) {
    return new double[] {w[0], 2 - w[0] - w[1], w[1]};
  }

  private static TradeOffPoint point(double first, double second) {
    double[] weight = {first, second};
    return new TradeOffPoint(weight, costs(weight));
  }

  private static TradeOffNavigator navigator(TradeOffPoint... plans) {
    return new TradeOffNavigator(
        GOALS, List.of(1, 2), List.of(plans), TradeOffNavigatorTest::costs);
  }

  @Test
  void dropsPlansThatAnotherDominates() {
    var worse = new TradeOffPoint(new double[] {1, 1}, new double[] {1, 1, 1});
    var better = new TradeOffPoint(new double[] {1, 1}, new double[] {1, 0, 1});

    assertEquals(List.of(better), navigator(worse, better).pareto());
    assertTrue(better.dominates(worse));
    assertFalse(worse.dominates(better));
  }

  @Test
  void aCombinationHasTheCostsOfItsWeights() {
    TradeOffPoint half = navigator(point(1, 1), point(0, 1)).combined(new double[] {1, 1});

    assertArrayEquals(new double[] {0.5, 1}, half.weightByBeam(), 1e-12);
    assertArrayEquals(new double[] {0.5, 0.5, 1}, half.cost(), 1e-12);
  }

  @Test
  void aSliderComesToRestWhereItIsPut() {
    TradeOffNavigator navigator = navigator(point(1, 1), point(0, 1), point(1, 0));

    TradeOffNavigator.Move move = navigator.move(point(1, 1), 0, 0.25, Set.of());

    assertEquals(0.25, move.point().cost()[0], 0.01);
    assertTrue(move.binding().isEmpty());
  }

  @Test
  void aLockStandsInTheWayAndIsNamed() {
    TradeOffNavigator navigator = navigator(point(1, 1), point(0, 1), point(1, 0));

    TradeOffNavigator.Move move = navigator.move(point(1, 1), 0, 0.25, Set.of(1));

    assertEquals(0, move.point().cost()[1], 0.01); // coverage is not given away
    assertEquals(Set.of(1), move.binding());
  }

  @Test
  void refusesSharesThatAreNone() {
    TradeOffNavigator navigator = navigator(point(1, 1), point(0, 1));
    assertThrows(IllegalArgumentException.class, () -> navigator.combined(new double[] {0, 0}));
    assertThrows(IllegalArgumentException.class, () -> navigator.combined(new double[] {1, -1}));
  }
}
