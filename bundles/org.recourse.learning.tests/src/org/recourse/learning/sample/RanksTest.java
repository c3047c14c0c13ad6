/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void tiedValuesShareTheirMeanRank() {
    assertArrayEquals(new double[] {4, 2.5, 2.5, 1}, Ranks.midRanks(new double[] {30, 20, 20, 10}));
  }

  @Test
  void tieSumCountsGroups() {
    // groups of 3 and 2: 27 − 3 + 8 − 2
    assertEquals(30, Ranks.tieSum(new double[] {1, 1, 1, 2, 3, 3}));
  }

  @Test
  void nothingHasNoRanks() {
    assertArrayEquals(new double[0], Ranks.midRanks(new double[0]));
  }
}
