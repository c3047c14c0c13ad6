/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceExecutorTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everySliceRunsOnceForAnyNumberOfThreads(int threads) {
    int[] runs = new int[101];
    try (var executor = SliceExecutor.ofThreads(threads)) {
      executor.forEachSlice(runs.length, new NullProgressMonitor(), z -> runs[z] += z + 1);
      assertEquals(threads, executor.threadCount());
    }
    int[] expected = new int[101];
    java.util.Arrays.setAll(expected, z -> z + 1);
    assertArrayEquals(expected, runs);
  }

  @Test
  void noSliceIsNoWork() {
    var runs = new AtomicInteger();
    try (var executor = SliceExecutor.ofAllCores()) {
      executor.forEachSlice(0, new NullProgressMonitor(), z -> runs.incrementAndGet());
    }
    assertEquals(0, runs.get());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    var runs = new AtomicInteger();
    try (var executor = SliceExecutor.ofThreads(2)) {
      assertThrows(
          OperationCanceledException.class,
          () ->
              executor.forEachSlice(
                  1000,
                  monitor,
                  z -> {
                    runs.incrementAndGet();
                    monitor.setCanceled(true);
                  }));
    }
    assertTrue(runs.get() <= 2, "slices that ran: " + runs.get());
  }

  @Test
  void theExceptionOfATaskReachesTheCallerAndThePoolLivesOn() {
    try (var executor = SliceExecutor.ofThreads(2)) {
      var thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  executor.forEachSlice(
                      10,
                      new NullProgressMonitor(),
                      z -> {
                        if (z == 3) {
                          throw new IllegalStateException("slice 3");
                        }
                      }));
      assertEquals("slice 3", thrown.getMessage());
      var runs = new AtomicInteger();
      executor.forEachSlice(4, new NullProgressMonitor(), z -> runs.incrementAndGet());
      assertEquals(4, runs.get());
    }
  }

  @Test
  void refusesNoThreads() {
    assertThrows(IllegalArgumentException.class, () -> SliceExecutor.ofThreads(0));
  }
}
