/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapleyValuesTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void workedExampleOfTheJavadoc() {
    ShapleyValues.Values values =
        ShapleyValues.exact(3, players -> players.get(0) && players.get(1) ? 1 : 0);

    assertArrayEquals(new double[] {0.5, 0.5, 0}, values.value(), ROUNDING);
  }

  /** In an additive game every player is worth what it brings. */
  @Test
  void additiveGame() {
    double[] worth = {3, -1, 0.5, 0};

    ShapleyValues.Values values =
        ShapleyValues.exact(4, players -> players.stream().mapToDouble(i -> worth[i]).sum());

    assertArrayEquals(worth, values.value(), ROUNDING);
  }

  @Test
  void valuesAddToTheDifference() {
    double[] worth = new Random(5).doubles(1 << 7).toArray();

    ShapleyValues.Values values =
        ShapleyValues.exact(
            7, players -> players.isEmpty() ? worth[0] : worth[(int) players.toLongArray()[0]]);

    double sum = 0;
    for (double value : values.value()) {
      sum += value;
    }
    assertEquals(worth[worth.length - 1] - worth[0], sum, ROUNDING);
  }

  /** Four standard errors: one of a hundred seeds in ten thousand would fail. */
  @Test
  void sampledValuesLieWithinTheirErrors() {
    double[] worth = new Random(9).doubles(1 << 5).toArray();
    ShapleyValues.Game game =
        players -> players.isEmpty() ? worth[0] : worth[(int) players.toLongArray()[0]];

    ShapleyValues.Values exact = ShapleyValues.exact(5, game);
    ShapleyValues.Values sampled = ShapleyValues.sampled(5, 400, 3, game);

    for (int i = 0; i < 5; i++) {
      assertTrue(sampled.standardError()[i] > 0);
      assertEquals(exact.value()[i], sampled.value()[i], 4 * sampled.standardError()[i]);
    }
  }

  @Test
  void refusesTooManyPlayers() {
    assertThrows(IllegalArgumentException.class, () -> ShapleyValues.exact(13, players -> 0));
    assertThrows(IllegalArgumentException.class, () -> ShapleyValues.exact(0, players -> 0));
  }
}
