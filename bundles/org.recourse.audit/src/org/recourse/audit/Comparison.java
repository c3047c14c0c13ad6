/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.recourse.audit.ReplayedRecord.Difference;

/** Compares two sets of numbers. Stateless. */
final class Comparison {

  /**
   * Networks on a GPU add in another order from run to run; this is what single precision leaves of
   * a value of 1, as a relative difference.
   */
  static final double GPU_RELATIVE_TOLERANCE = 1e-5;

  private Comparison() {}

  /** Returns what differs; on a CPU every bit counts. */
  static List<Difference> differences(
      RecordedNumbers recorded, RecordedNumbers now, String device) {
    List<Difference> differences = new ArrayList<>();
    var keys = new TreeSet<>(recorded.numberByKey().keySet());
    keys.addAll(now.numberByKey().keySet());
    for (String key : keys) {
      OptionalDouble before = number(recorded.numberByKey(), key);
      OptionalDouble after = number(now.numberByKey(), key);
      if (!agree(before, after, device)) {
        differences.add(new Difference(key, before, after, ""));
      }
    }
    var texts = new TreeSet<>(recorded.textByKey().keySet());
    texts.addAll(now.textByKey().keySet());
    for (String key : texts) {
      String before = recorded.textByKey().getOrDefault(key, "nothing");
      String after = now.textByKey().getOrDefault(key, "nothing");
      if (!before.equals(after)) {
        differences.add(
            new Difference(
                key,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "recorded: " + before + "; now: " + after));
      }
    }
    return differences;
  }

  private static OptionalDouble number(Map<String, Double> numbers, String key) {
    return numbers.containsKey(key) ? OptionalDouble.of(numbers.get(key)) : OptionalDouble.empty();
  }

  private static boolean agree(OptionalDouble before, OptionalDouble after, String device) {
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    double a = before.getAsDouble();
    double b = after.getAsDouble();
    return device.equals(AuditRecord.CPU)
        ? Double.doubleToLongBits(a) == Double.doubleToLongBits(b)
        : Math.abs(a - b) <= GPU_RELATIVE_TOLERANCE * Math.max(1, Math.abs(a));
  }
}
