/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ExternalObjectiveTest {

  private static final double[] DOSE_GY = {10, 20, 40};

  /** The mean written as an external term is the mean. */
  @Test
  void aTermFromOutsideCountsAsItsOwnKind() {
    var mean =
        new ExternalObjective(
            "mean",
            (dose, derivative) -> {
              double sum = 0;
              for (int i = 0; i < dose.length; i++) {
                sum += dose[i];
                derivative[i] = 1.0 / dose.length;
              }
              return sum / dose.length;
            });
    double[] expected = {1, 2, 3};
    double[] found = {1, 2, 3}; // added to what is there
    assertEquals(new MeanDose().value(DOSE_GY, 7, expected), mean.value(DOSE_GY, 7, found), 1e-12);
    assertArrayEquals(expected, found, 1e-12);
  }

  @Test
  void aPenaltyThatIsNoNumberIsRefused() {
    var broken = new ExternalObjective("broken", (dose, derivative) -> Double.NaN);
    assertThrows(IllegalStateException.class, () -> broken.value(DOSE_GY, 1, new double[3]));
  }
}
