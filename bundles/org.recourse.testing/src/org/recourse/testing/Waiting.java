/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for a state that another thread or a later event brings about, never for a time: how long
 * it takes depends on the machine and on what else runs there. Stateless.
 */
public final class Waiting {

  /** Longer than anything takes on a busy machine: only what never happens gets there. */
  public static final Duration LIMIT = Duration.ofMinutes(10);

  private static final long PAUSE_MS = 5;

  private Waiting() {}

  /** Looks again and again until the condition holds; fails when it never does. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, () -> false, condition);
  }

  /**
   * Handles events until the condition holds; fails when it never does.
   *
   * @param what named by the failure
   * @param dispatch handles one event, such as {@code display::readAndDispatch}; false if there was
   *     none
   */
  public static void until(String what, BooleanSupplier dispatch, BooleanSupplier condition) {
    long startNs = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - startNs > LIMIT.toNanos()) {
        fail("did not happen: " + what);
      }
      if (!dispatch.getAsBoolean()) {
        pause(what);
      }
    }
  }

  private static void pause(String what) {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted while waiting: " + what, e);
    }
  }
}
