/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps the values last used, so that what an edit does not change is not computed again.
 * Thread-safe; two threads that miss the same key may both compute it, with equal results.
 */
final class Recent<K, V> {

  private final int capacity;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  Recent(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the value of a key, computing it if it is not known. */
  V get(K key, Supplier<V> computation) {
    return get(key, computation, value -> true);
  }

  /** Like {@link #get(Object, Supplier)}, but keeps only values that are worth it. */
  V get(K key, Supplier<V> computation, Predicate<V> worthKeeping) {
    synchronized (values) {
      V known = values.get(key);
      if (known != null) {
        return known;
      }
    }
    V computed = computation.get(); // outside the lock: it can take long
    if (!worthKeeping.test(computed)) {
      return computed;
    }
    synchronized (values) {
      values.put(key, computed);
      if (values.size() > capacity) {
        values.remove(values.keySet().iterator().next()); // the one used longest ago
      }
    }
    return computed;
  }

  /** Forgets all values. */
  void clear() {
    synchronized (values) {
      values.clear();
    }
  }
}
