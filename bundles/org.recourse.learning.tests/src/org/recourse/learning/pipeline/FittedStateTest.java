/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FittedStateTest {

  /** The order of {@code Map.of} differs from one run of Java to the next; files must not. */
  @Test
  void keepsItsKeysInTheirOrderWhateverOrderTheyCameIn() {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String key : List.of("weights", "bias", "mean")) {
      numbers.put(key, new double[] {1});
      names.put(key, List.of("a"));
    }

    var state = new FittedState("test", numbers, names, List.of());

    assertEquals(List.of("bias", "mean", "weights"), List.copyOf(state.numbers().keySet()));
    assertEquals(List.of("bias", "mean", "weights"), List.copyOf(state.names().keySet()));
  }
}
