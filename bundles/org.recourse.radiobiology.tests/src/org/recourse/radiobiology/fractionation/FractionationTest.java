/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.fractionation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionationTest {

  @Test
  void dividesTheTotal() {
    assertEquals(1.2, new Fractionation(64.8, 54).dosePerFractionGy(), 1e-15);
  }

  @Test
  void refusesACourseWithoutFractions() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> new Fractionation(60, 0));
    assertTrue(refusal.getMessage().contains("0"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesADoseThatIsNone(double doseGy) {
    assertThrows(IllegalArgumentException.class, () -> new Fractionation(doseGy, 30));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAnAlphaBetaThatIsNone(double alphaBetaGy) {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> new AlphaBetaRatio(alphaBetaGy));
    assertTrue(refusal.getMessage().contains("alpha/beta"), refusal.getMessage());
  }

  @Test
  void knowsTheNight() {
    assertEquals(18, new DailySchedule(2, 6).overnightHours(), 1e-12);
    assertEquals(24, DailySchedule.ONCE_DAILY.overnightHours(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new DailySchedule(3, 12));
    assertThrows(IllegalArgumentException.class, () -> new DailySchedule(0, 6));
    assertThrows(IllegalArgumentException.class, () -> new DailySchedule(2, 0));
  }
}
