/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.SortedMap;
import java.util.TreeMap;
import org.recourse.risk.Interval;

/**
 * Reads the intervals of records that were written before every interval held its number: a network
 * could say 0.50 beside an interval of 0.20 to 0.40 of its ensemble. Today such an interval is
 * widened to 0.20 to 0.50; it is compared after the same is done with the recorded one. Stateless.
 */
final class EarlierIntervals {

  private static final String LOWER = "interval95Lower";
  private static final String UPPER = "interval95Upper";
  private static final String NUMBER = "probability";

  private EarlierIntervals() {}

  /** Returns the numbers with every interval widened to hold its number; the same if all do. */
  static RecordedNumbers widened(RecordedNumbers recorded) {
    SortedMap<String, Double> numbers = new TreeMap<>(recorded.numberByKey());
    for (String key : recorded.numberByKey().keySet()) {
      if (key.endsWith("/" + LOWER)) {
        widen(numbers, key.substring(0, key.length() - LOWER.length()));
      }
    }
    return new RecordedNumbers(numbers, recorded.textByKey());
  }

  private static void widen(SortedMap<String, Double> numbers, String prefix) {
    double lower = numbers.get(prefix + LOWER);
    if (numbers.containsKey(prefix + UPPER)
        && numbers.containsKey(prefix + NUMBER)
        && lower <= numbers.get(prefix + UPPER)) { // else the record was changed: it will differ
      Interval holding =
          new Interval(lower, numbers.get(prefix + UPPER)).holding(numbers.get(prefix + NUMBER));
      numbers.put(prefix + LOWER, holding.lower());
      numbers.put(prefix + UPPER, holding.upper());
    }
  }
}
