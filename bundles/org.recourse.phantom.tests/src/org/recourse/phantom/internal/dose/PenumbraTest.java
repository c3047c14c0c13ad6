/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PenumbraTest {

  /** Stated error of the approximation of the error function. */
  private static final double ERF_ERROR = 1.5e-7;

  @Test
  void errorFunctionHasItsTabulatedValues() {
    assertEquals(0, Penumbra.erf(0), ERF_ERROR);
    assertEquals(0.5204998778, Penumbra.erf(0.5), ERF_ERROR);
    assertEquals(0.8427007929, Penumbra.erf(1), ERF_ERROR);
    assertEquals(-0.9953222650, Penumbra.erf(-2), ERF_ERROR);
  }

  @Test
  void stripsSideBySideAddUpToOne() {
    var penumbra = new Penumbra(3, 2);
    double sum = 0;
    for (int strip = -10; strip <= 10; strip++) {
      sum += penumbra.at(1.234 - 4 * strip);
    }

    assertEquals(1, sum, 1e-6);
  }

  @Test
  void refusesStripsWithoutWidth() {
    assertThrows(IllegalArgumentException.class, () -> new Penumbra(3, 0));
    assertThrows(IllegalArgumentException.class, () -> new Penumbra(Double.NaN, 2));
  }
}
