/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Runs code of a vendor on a thread of its own, so that code that hangs can be left behind: its
 * monitor is cancelled, its thread interrupted, and what it still does reaches nobody. Immutable.
 *
 * @param name what runs, for the name of the thread
 * @param limit time after which it is given up
 */
record VendorCall(String name, Duration limit) {

  private static final long POLL_MS = 10;

  /** Work that gets the monitor it has to watch. */
  interface Work<T> {
    T run(IProgressMonitor monitor);
  }

  /**
   * Returns the result of the work.
   *
   * @throws VendorException if it threw anything or took too long
   * @throws OperationCanceledException if {@code monitor} was cancelled
   */
  <T> T call(Work<T> work, IProgressMonitor monitor) throws VendorException {
    var watched = new NullProgressMonitor();
    var task = new FutureTask<T>((Callable<T>) () -> work.run(watched));
    Thread thread = Thread.ofPlatform().daemon().name(name).start(task);
    long startNs = System.nanoTime();
    try {
      while (true) {
        try {
          return task.get(POLL_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (monitor.isCanceled()) {
            throw new OperationCanceledException();
          }
          if (System.nanoTime() - startNs > limit.toNanos()) {
            throw new VendorException("It took longer than " + inWords(limit) + ".", e);
          }
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OperationCanceledException && monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      throw new VendorException("It ended with " + e.getCause() + ".", e.getCause());
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

  private static String inWords(Duration limit) {
    return limit.toMillis() / 1000.0 + " s";
  }
}
