/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;

/**
 * Computes something for the newest request: an older one is cancelled and its answer dropped.
 * Requested from the UI thread, answers on the UI thread.
 *
 * @param <Q> request, a value
 * @param <A> answer
 */
final class LatestJob<Q, A> extends Job {

  /** The work, in the background. */
  @FunctionalInterface
  interface Work<Q, A> {
    A of(Q request, IProgressMonitor monitor);
  }

  private final Work<Q, A> work;
  private final BiConsumer<Q, A> whenDone;
  private final Display display;
  private volatile Optional<Q> wanted = Optional.empty();
  private volatile Optional<Runnable> stopped = Optional.empty();

  LatestJob(
      String title, Display display, int priority, Work<Q, A> work, BiConsumer<Q, A> whenDone) {
    super(title);
    this.display = Objects.requireNonNull(display, "display");
    this.work = Objects.requireNonNull(work, "work");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(priority);
    addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (event.getResult().getSeverity() == IStatus.CANCEL) {
              endedWithNothing();
            }
          }
        });
  }

  /** Asks anew; whatever is under way is given up. */
  void request(Q request, long delayMs) {
    cancel();
    stopped = Optional.empty();
    wanted = Optional.of(request);
    schedule(delayMs);
  }

  /** Gives up what is under way. */
  void drop() {
    wanted = Optional.empty();
    cancel();
  }

  /**
   * Ends what is under way at the wish of the user; an answer that is there nevertheless is
   * delivered.
   *
   * @param whenNothing called on the UI thread if there is none
   */
  void stop(Runnable whenNothing) {
    stopped = Optional.of(whenNothing);
    cancel();
  }

  /** Tells the user something about a request on the UI thread, as long as it is the newest. */
  void tell(Q request, Runnable what) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (wanted.filter(each -> each == request).isPresent()) { // identity: the newest
              what.run();
            }
          });
    }
  }

  /** Tells whether an answer is awaited. */
  boolean isAwaited() {
    return wanted.isPresent();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Q> request = wanted;
    if (request.isEmpty()) {
      return Status.CANCEL_STATUS;
    }
    try {
      A answer = work.of(request.get(), monitor);
      if (!display.isDisposed()) {
        display.asyncExec(() -> deliver(request.get(), answer));
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (RuntimeException e) { // border: a defect must not end in silence
      return Status.error(getName() + " failed.", e);
    }
  }

  /** Cancelled, before it began or while it ran; whether by the user, {@link #stopped} knows. */
  private void endedWithNothing() {
    Optional<Q> request = wanted; // read first: a new request takes the wish to stop away first
    stopped.ifPresent(
        whenNothing ->
            request.ifPresent(
                each ->
                    tell(
                        each,
                        () -> {
                          wanted = Optional.empty();
                          whenNothing.run();
                        })));
  }

  private void deliver(Q request, A answer) {
    if (wanted.filter(each -> each == request).isPresent()) { // identity: the newest request
      wanted = Optional.empty();
      whenDone.accept(request, answer);
    }
  }
}
