/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Runs a writer on a thread of its own, so that one that hangs can be left behind. */
final class TimeLimitedWrite {

  private static final long POLL_MS = 10;

  private TimeLimitedWrite() {}

  /** Work that gets the monitor it has to watch. */
  @FunctionalInterface
  interface Work<T> {
    T run(IProgressMonitor monitor) throws Exception;
  }

  static <T> T call(Work<T> work, String name, Duration timeLimit, IProgressMonitor monitor)
      throws TimeoutException, ExecutionException {
    var watched = new NullProgressMonitor();
    var task = new FutureTask<>(() -> work.run(watched));
    Thread thread = Thread.ofPlatform().daemon().name("Report writer " + name).start(task);
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
