/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.service;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The queue: a request gets a place before its body is read, so that the memory for bodies is
 * bounded by the number of places, and then waits for its turn. Thread-safe; first come, first
 * served.
 */
final class Admission {

  private static final String RETRY_AFTER_S = "1";

  private final Semaphore places;
  private final Semaphore turns;

  Admission(int running, int waiting) {
    if (running < 1 || waiting < 0) {
      throw new IllegalArgumentException("no queue: " + running + ", " + waiting);
    }
    places = new Semaphore(running + waiting);
    turns = new Semaphore(running, true);
  }

  /** Returns a place, or refuses when all are taken. */
  Place enter() throws Refusal {
    if (!places.tryAcquire()) {
      throw busy();
    }
    return new Place();
  }

  private static Refusal busy() {
    return new Refusal(
        Reply.BUSY,
        "all places are taken; ask again in a moment",
        Map.of("Retry-After", RETRY_AFTER_S));
  }

  /** A place in the queue; used by one thread. */
  final class Place implements AutoCloseable {

    private Optional<Semaphore> turn = Optional.empty();

    private Place() {}

    /** Waits until it may run. */
    void awaitTurn(Duration longest) throws Refusal {
      try {
        if (!turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          throw busy();
        }
        turn = Optional.of(turns);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw busy();
      }
    }

    @Override
    public void close() {
      turn.ifPresent(Semaphore::release);
      turn = Optional.empty();
      places.release();
    }
  }
}
