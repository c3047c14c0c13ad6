/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "436, 436",
    "2.5, 2.5000",
    "-12.345678, -12.346",
    "390.7858719, 390.79",
    "1234567.8, 1234568",
    "12345678, 1.2346e+07",
    "0.00012345678, 1.2346e-04",
    "0.012345678, 0.012346"
  })
  void showsFiveSignificantDigits(double value, String text) {
    assertEquals(text, FeatureNumber.text(value, 5));
  }
}
