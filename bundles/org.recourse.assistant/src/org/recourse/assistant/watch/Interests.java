/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.recourse.assistant.numbers.DerivedNumber;

/**
 * What all viewers together look at. Before the first viewer has come, the intervals count as
 * looked at, so that a program without windows gets all numbers. Thread-safe.
 */
final class Interests {

  private static final Set<DerivedNumber> WITHOUT_VIEWERS = Set.of(DerivedNumber.BANDS);

  private final Map<Interest, Set<DerivedNumber>> lookedAt = new IdentityHashMap<>();
  private final Runnable whenMore;
  private boolean everUsed;

  /**
   * Makes interests.
   *
   * @param whenMore called after somebody began to look at something
   */
  Interests(Runnable whenMore) {
    this.whenMore = Objects.requireNonNull(whenMore, "whenMore");
  }

  Interest open() {
    var interest = new Entry();
    synchronized (lookedAt) {
      everUsed = true;
      lookedAt.put(interest, Set.of());
    }
    return interest;
  }

  Set<DerivedNumber> lookedAt() {
    synchronized (lookedAt) {
      if (!everUsed) {
        return WITHOUT_VIEWERS;
      }
      Set<DerivedNumber> all = EnumSet.noneOf(DerivedNumber.class);
      lookedAt.values().forEach(all::addAll);
      return all;
    }
  }

  private final class Entry implements Interest {

    @Override
    public void lookAt(Set<DerivedNumber> numbers) {
      Set<DerivedNumber> now = Set.copyOf(numbers);
      boolean changed;
      synchronized (lookedAt) {
        Set<DerivedNumber> before = lookedAt.get(this);
        changed = before != null && !before.equals(now); // null: closed
        if (changed) {
          lookedAt.put(this, now);
        }
      }
      if (changed) {
        whenMore.run();
      }
    }

    @Override
    public void close() {
      synchronized (lookedAt) {
        lookedAt.remove(this);
      }
    }
  }
}
