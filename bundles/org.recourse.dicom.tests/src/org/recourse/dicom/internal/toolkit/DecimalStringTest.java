/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalStringTest {

  /** A sign, a dot and an exponent of four characters leave ten digits in the worst case. */
  private static final double RELATIVE_TOLERANCE = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "2.5, 2.5",
    "-160, -160",
    "1e-7, 1E-7",
    "0.3333333333333333, 0.33333333333333",
    "-248.031, -248.031"
  })
  void isShort(double value, String text) {
    assertEquals(text, DecimalString.of(value));
  }

  @Test
  void fitsAndKeepsItsValueForAnyNumber() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
      String text = DecimalString.of(value);
      assertTrue(text.length() <= 16, text);
      assertEquals(value, Double.parseDouble(text), Math.abs(value) * RELATIVE_TOLERANCE);
    }
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(IllegalArgumentException.class, () -> DecimalString.of(Double.NaN));
  }
}
