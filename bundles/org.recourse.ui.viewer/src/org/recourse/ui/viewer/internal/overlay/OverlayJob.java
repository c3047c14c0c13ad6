/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;

/** Computes overlays off the UI thread; a newer request cancels the one under way. */
public final class OverlayJob extends Job {

  /** What was asked for. */
  public record Request(GuardedOverlay overlay, OverlayInput input) {}

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final BiConsumer<Request, OverlayResult> whenDone; // on the job's thread

  public OverlayJob(BiConsumer<Request, OverlayResult> whenDone) {
    super("Computing overlay");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
  }

  public void request(Request request) {
    newest.set(Optional.of(request));
    setName("Computing overlay " + request.overlay().entry().title());
    cancel(); // one under way is of no use any more
    schedule();
  }

  /** Drops what was asked for. */
  public void drop() {
    newest.set(Optional.empty());
    cancel();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Request> request = newest.getAndSet(Optional.empty());
    try {
      request.ifPresent(
          asked -> whenDone.accept(asked, asked.overlay().compute(asked.input(), monitor)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
