/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed when it is first asked for, and once. Thread-safe. */
final class Once<V> {

  private final Supplier<V> computation;
  private Optional<V> value = Optional.empty();

  Once(Supplier<V> computation) {
    this.computation = Objects.requireNonNull(computation, "computation");
  }

  synchronized V get() {
    if (value.isEmpty()) {
      value = Optional.of(computation.get());
    }
    return value.get();
  }

  /** Returns whether the value was asked for. */
  synchronized boolean isThere() {
    return value.isPresent();
  }
}
