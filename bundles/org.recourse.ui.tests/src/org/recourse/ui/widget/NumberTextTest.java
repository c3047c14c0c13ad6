/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @Test
  void keepsTheCountOfDecimals() {
    assertEquals("70.0", NumberText.doseGy(70));
    assertEquals("0.31", NumberText.risk(0.3149));
    assertEquals("0.0", NumberText.doseGy(-0.01));
    assertEquals("–", NumberText.doseGy(Double.NaN));
  }

  @ParameterizedTest(name = "{0} with at least {1} decimals is {2}")
  @CsvSource({"70, 1, 70.0", "2.1212, 2, 2.1212", "1.05, 1, 1.05", "33, 0, 33", "0.25, 0, 0.25"})
  void editableTextLosesNothingTheUserTyped(double value, int decimals, String text) {
    assertEquals(text, NumberText.editable(value, decimals));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "1.5", " 1.5 ", "+1.5", "1.50"})
  void readsPointAndComma(String typed) {
    assertEquals(OptionalDouble.of(1.5), NumberText.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1,000.5", "1e3", "NaN", "1 2", "-", "."})
  void refusesWhatIsNotPlainlyANumber(String typed) {
    assertEquals(OptionalDouble.empty(), NumberText.parse(typed));
  }

  @Test
  void aRuleSaysWhatIsExpected() {
    assertEquals(
        "Enter a whole number from 1 to 100.",
        NumberRule.count(1, 100).complaint("2.5").orElseThrow());
    assertEquals(
        "Enter a number greater than 0 and at most 200 Gy.",
        NumberRule.positive(200, "Gy").complaint("0").orElseThrow());
    assertTrue(NumberRule.positive(200, "Gy").complaint("70").isEmpty());
    assertTrue(NumberRule.notNegative(10, "").complaint("0").isEmpty());
  }
}
