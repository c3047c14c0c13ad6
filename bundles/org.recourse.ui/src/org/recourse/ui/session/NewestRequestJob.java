/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Answers requests off the UI thread; when several are made before it runs, only the newest one is
 * answered. Requests may come from any thread.
 *
 * @param <R> what is asked for, captured when it is asked; immutable
 */
public abstract class NewestRequestJob<R> extends Job {

  private final AtomicReference<Optional<R>> newest = new AtomicReference<>(Optional.empty());

  protected NewestRequestJob(String name) {
    super(name);
  }

  /** Asks for an answer; one that is under way is finished first. */
  public void request(R request) {
    newest.set(Optional.of(request));
    schedule();
  }

  /** Asks for an answer after a delay; one that is under way is of no use any more. */
  public void requestInstead(R request, long delayMs) {
    newest.set(Optional.of(request));
    cancel();
    schedule(delayMs);
  }

  /** Drops what was asked for. */
  public void drop() {
    newest.set(Optional.empty());
    cancel();
  }

  /**
   * Answers one request, on the thread of the job.
   *
   * @throws OperationCanceledException if the monitor is cancelled
   */
  protected abstract void answer(R request, IProgressMonitor monitor);

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      newest.getAndSet(Optional.empty()).ifPresent(request -> answer(request, monitor));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
