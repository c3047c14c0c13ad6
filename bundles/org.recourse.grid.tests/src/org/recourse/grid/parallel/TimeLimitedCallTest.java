/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

class TimeLimitedCallTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  @Test
  void returnsWhatTheWorkReturns() throws Exception {
    assertEquals("done", TimeLimitedCall.call(watched -> "done", "test", LONG, monitor));
  }

  @Test
  void leavesWorkThatHangsBehind() throws InterruptedException {
    var interrupted = new CountDownLatch(1);

    assertThrows(
        TimeoutException.class,
        () ->
            TimeLimitedCall.call(
                watched -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return null;
                },
                "test",
                Duration.ofMillis(50),
                monitor));
    interrupted.await();
  }

  @Test
  void whatTheWorkThrowsIsTheCause() {
    var failure =
        assertThrows(
            ExecutionException.class,
            () ->
                TimeLimitedCall.call(
                    watched -> {
                      throw new NoClassDefFoundError("gone");
                    },
                    "test",
                    LONG,
                    monitor));
    assertInstanceOf(NoClassDefFoundError.class, failure.getCause());
  }

  @Test
  void aCancellationNobodyAskedForIsAFailure() {
    var failure =
        assertThrows(
            ExecutionException.class,
            () ->
                TimeLimitedCall.call(
                    watched -> {
                      throw new OperationCanceledException();
                    },
                    "test",
                    LONG,
                    monitor));
    assertInstanceOf(OperationCanceledException.class, failure.getCause());
  }

  @Test
  void stopsWhenCancelled() {
    assertThrows(
        OperationCanceledException.class,
        () ->
            TimeLimitedCall.call(
                watched -> {
                  monitor.setCanceled(true);
                  throw new OperationCanceledException();
                },
                "test",
                LONG,
                monitor));
    assertThrows(
        OperationCanceledException.class,
        () -> TimeLimitedCall.call(watched -> "late", "test", LONG, monitor));
  }
}
