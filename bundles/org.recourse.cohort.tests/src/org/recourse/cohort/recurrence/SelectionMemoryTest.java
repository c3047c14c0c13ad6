/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.learning.pipeline.TrainingSet;

class SelectionMemoryTest {

  private static final List<String> NAMES =
      List.of("T2/original_a", "T2/original_b", "T2/original_c", "T2/original_d");

  @Test
  void aSelectionThatIsRememberedIsTheOneThatWasMade() throws Exception {
    var memory = new SelectionMemory();
    List<String> first = new BlockLasso(3, memory).fit(patients(0, false), 4).outputNames();
    List<String> again = new BlockLasso(3, memory).fit(patients(0, false), 4).outputNames();
    List<String> anew =
        new BlockLasso(3, new SelectionMemory()).fit(patients(0, false), 4).outputNames();

    assertTrue(first.contains("T2/original_a"), first.toString());
    assertEquals(first, again);
    assertEquals(first, anew);
  }

  @Test
  void otherValuesOutcomesFoldsAndSeedsAreNotTakenForTheSame() {
    String key = SelectionMemory.key(patients(0, false), 3, 4);

    assertEquals(key, SelectionMemory.key(patients(0, false), 3, 4));
    assertNotEquals(key, SelectionMemory.key(patients(1e-12, false), 3, 4));
    assertNotEquals(key, SelectionMemory.key(patients(0, true), 3, 4));
    assertNotEquals(key, SelectionMemory.key(patients(0, false), 4, 4));
    assertNotEquals(key, SelectionMemory.key(patients(0, false), 3, 5));
  }

  @Test
  void keepsItsOwnCopy() {
    var memory = new SelectionMemory();
    int[] chosen = {1, 2};
    memory.remember("key", chosen);
    chosen[0] = 9;

    assertArrayEquals(new int[] {1, 2}, memory.find("key").orElseThrow());
    assertTrue(memory.find("other").isEmpty());
  }

  /** The outcome follows the first feature. */
  private static TrainingSet patients(double shift, boolean otherOutcome) {
    var random = new Random(2);
    double[][] rows = new double[60][NAMES.size()];
    boolean[] events = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = random.nextGaussian();
      }
      events[i] = rows[i][0] > 0;
    }
    rows[7][2] += shift;
    events[5] ^= otherOutcome;
    return new TrainingSet(NAMES, rows, events);
  }
}
