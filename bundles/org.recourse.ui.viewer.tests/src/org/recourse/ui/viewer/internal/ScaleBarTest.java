/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleBarTest {

  private static final double ROUNDING = 1e-9;

  @ParameterizedTest
  @CsvSource({"73, 50, 5 cm", "10, 10, 1 cm", "49.9, 20, 2 cm", "7.1, 5, 5 mm", "0.3, 0.2, 0.2 mm"})
  void isARoundLength(double atMostMm, double lengthMm, String label) {
    assertEquals(lengthMm, ScaleBar.lengthMm(atMostMm), ROUNDING);
    assertEquals(label, ScaleBar.label(ScaleBar.lengthMm(atMostMm)));
  }
}
