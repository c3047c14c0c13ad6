/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GrainTest {

  private final Grain grain = new Grain(5);

  @Test
  void normalNumbersHaveMeanZeroAndDeviationOne() {
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int z = 0; z < 20; z++) {
      for (int y = 0; y < 50; y++) {
        for (int x = 0; x < 100; x++, count++) {
          double value = grain.normal(x, y, z);
          sum += value;
          squares += value * value;
        }
      }
    }
    double fourStandardErrors = 4 / Math.sqrt(count);

    assertEquals(0, sum / count, fourStandardErrors);
    assertEquals(1, Math.sqrt(squares / count), fourStandardErrors);
  }

  @Test
  void smoothFieldIsContinuousAndBounded() {
    double before = grain.smooth(-7.999999, 3, 5, 4);
    double after = grain.smooth(-8.000001, 3, 5, 4);

    assertEquals(before, after, 1e-5);
    assertTrue(Math.abs(before) <= 1);
    assertNotEquals(grain.smooth(1, 2, 3, 4), new Grain(6).smooth(1, 2, 3, 4));
  }
}
