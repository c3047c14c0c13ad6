/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which number is computed next: first what somebody looks at, then the rest in the order of {@link
 * DerivedNumber}. Of the numbers looked at, the one comes first that needs the fewest others which
 * nobody looks at and which are not computed yet. Stateless.
 *
 * <p>Worked example: where only risks are looked at, networks come straight after the dose they
 * need, and closed forms after them, because these need histograms as well. Where histograms and
 * goals are looked at too, closed forms cost nothing more and come before the networks.
 */
public final class RecomputationOrder {

  private RecomputationOrder() {}

  /**
   * Returns the number to compute next.
   *
   * @param known what is computed; with each number what it rests on
   * @param due what has to be computed
   * @param lookedAt what somebody looks at
   * @return empty if everything that is due is known
   */
  public static Optional<DerivedNumber> next(
      Set<DerivedNumber> known, Set<DerivedNumber> due, Set<DerivedNumber> lookedAt) {
    Optional<DerivedNumber> first = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (DerivedNumber number : DerivedNumber.values()) {
      if (due.contains(number) && lookedAt.contains(number) && !known.contains(number)) {
        int detour = detour(number, known, lookedAt);
        if (detour < fewest) {
          fewest = detour;
          first = Optional.of(number);
        }
      }
    }
    if (first.isEmpty()) {
      for (DerivedNumber number : DerivedNumber.values()) {
        if (first.isEmpty() && due.contains(number) && !known.contains(number)) {
          first = Optional.of(number);
        }
      }
    }
    return first.map(number -> firstMissing(number, known));
  }

  private static int detour(
      DerivedNumber number, Set<DerivedNumber> known, Set<DerivedNumber> lookedAt) {
    Set<DerivedNumber> missing = number.foundation();
    missing.removeAll(known);
    missing.removeAll(lookedAt);
    return missing.size();
  }

  /** What a number rests on comes before it. */
  private static DerivedNumber firstMissing(DerivedNumber number, Set<DerivedNumber> known) {
    Set<DerivedNumber> missing = EnumSet.noneOf(DerivedNumber.class);
    missing.addAll(number.foundation());
    missing.removeAll(known);
    missing.add(number);
    return missing.iterator().next(); // a number stands after what it rests on
  }
}
