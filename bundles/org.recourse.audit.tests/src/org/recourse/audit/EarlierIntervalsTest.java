/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EarlierIntervalsTest {

  private static final String MODEL = "risks/network/";

  private static RecordedNumbers numbers(Map<String, Double> numbers) {
    return new RecordedNumbers(new TreeMap<>(numbers), new TreeMap<>(Map.of("a", "text")));
  }

  private static RecordedNumbers record(double probability, double lower, double upper) {
    return numbers(
        Map.of(
            MODEL + "probability",
            probability,
            MODEL + "interval95Lower",
            lower,
            MODEL + "interval95Upper",
            upper));
  }

  @Test
  void anIntervalBesideItsNumberIsWidened() {
    assertEquals(record(0.5, 0.2, 0.5), EarlierIntervals.widened(record(0.5, 0.2, 0.4)));
    assertEquals(record(0.1, 0.1, 0.4), EarlierIntervals.widened(record(0.1, 0.2, 0.4)));
  }

  @Test
  void everythingElseStaysAsItIs() {
    RecordedNumbers holding = record(0.3, 0.2, 0.4);
    RecordedNumbers turned = record(0.5, 0.4, 0.2);
    RecordedNumbers alone = numbers(Map.of(MODEL + "interval95Lower", 0.2, "score", 0.9));

    assertEquals(holding, EarlierIntervals.widened(holding));
    assertEquals(turned, EarlierIntervals.widened(turned));
    assertEquals(alone, EarlierIntervals.widened(alone));
  }
}
