/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.parallel;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Runs code of a contributor on a thread of its own, so that code that hangs can be left behind.
 * Stateless.
 */
public final class TimeLimitedCall {

  private static final long POLL_MS = 10;

  private TimeLimitedCall() {}

  /** Work that gets the monitor it has to watch. */
  @FunctionalInterface
  public interface Work<T> {
    T run(IProgressMonitor monitor) throws Exception;
  }

  /**
   * Runs the work and returns its result.
   *
   * @param name names the thread
   * @param timeLimit greater than 0
   * @throws TimeoutException if it took too long; its monitor is cancelled, its thread interrupted
   * @throws ExecutionException if it threw, a cancellation that nobody asked for included
   * @throws OperationCanceledException if {@code monitor} was cancelled
   */
  public static <T> T call(Work<T> work, String name, Duration timeLimit, IProgressMonitor monitor)
      throws TimeoutException, ExecutionException {
    var watched = new NullProgressMonitor();
    var task = new FutureTask<>(() -> work.run(watched));
    Thread thread = Thread.ofPlatform().daemon().name(name).start(task);
    long deadlineNs = System.nanoTime() + timeLimit.toNanos();
    try {
      while (true) {
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        try {
          return task.get(POLL_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() - deadlineNs > 0) {
            throw e;
          }
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OperationCanceledException && monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    } finally {
      if (!task.isDone()) {
        watched.setCanceled(true);
        thread.interrupt();
      }
    }
  }
}
