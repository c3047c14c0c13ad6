/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.parallel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Runs one task per slice on a fixed number of threads. Thread-safe. Every task writes only what
 * belongs to its slice, so the result is the same for any number of threads.
 */
public final class SliceExecutor implements AutoCloseable {

  /** Work of one slice. */
  @FunctionalInterface
  public interface SliceTask {
    void run(int slice);
  }

  private final int threadCount;
  private final ForkJoinPool pool;

  private SliceExecutor(int threadCount) {
    if (threadCount < 1) {
      throw new IllegalArgumentException("threadCount must be >= 1: " + threadCount);
    }
    this.threadCount = threadCount;
    pool = new ForkJoinPool(threadCount);
  }

  /** Makes an executor with as many threads as the machine has cores. */
  public static SliceExecutor ofAllCores() {
    return new SliceExecutor(Runtime.getRuntime().availableProcessors());
  }

  public static SliceExecutor ofThreads(int threadCount) {
    return new SliceExecutor(threadCount);
  }

  public int threadCount() {
    return threadCount;
  }

  /**
   * Runs {@code task} for slices 0 to {@code sliceCount - 1} and returns when all have ended. The
   * first exception of a task ends the run and is thrown to the caller.
   *
   * @param monitor checked before every slice; one unit of work is reported per slice by the
   *     calling thread's monitor, which must tolerate calls from other threads only for {@code
   *     isCanceled}
   * @throws OperationCanceledException if the monitor was cancelled
   */
  public void forEachSlice(int sliceCount, IProgressMonitor monitor, SliceTask task) {
    var next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int slice = next.getAndIncrement();
              slice < sliceCount;
              slice = next.getAndIncrement()) {
            if (monitor.isCanceled()) {
              throw new OperationCanceledException();
            }
            task.run(slice);
          }
          return null;
        };
    var tasks =
        IntStream.range(0, Math.min(threadCount, Math.max(sliceCount, 1)))
            .mapToObj(i -> ForkJoinTask.adapt(worker))
            .toList();
    tasks.forEach(pool::execute);
    RuntimeException failure = null;
    for (ForkJoinTask<Void> running : tasks) {
      try {
        running.get();
      } catch (ExecutionException e) {
        next.set(sliceCount); // the other workers stop after their current slice
        failure = failure == null ? unwrapped(e) : failure;
      } catch (InterruptedException e) {
        next.set(sliceCount);
        Thread.currentThread().interrupt();
        failure = new OperationCanceledException();
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException unwrapped(Throwable wrapper) {
    Throwable cause = wrapper;
    while (cause.getCause() != null && !(cause instanceof OperationCanceledException)) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException runtime -> runtime;
      default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
