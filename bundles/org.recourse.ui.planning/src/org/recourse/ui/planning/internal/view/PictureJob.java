/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.grid.parallel.SliceExecutor;

/** Draws what a beam sees off the UI thread; only the newest request is drawn. */
final class PictureJob extends Job {

  /** What is to be drawn, and how large. */
  record Request(BeamScene scene, int size) {}

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final SliceExecutor executor;
  private final Consumer<BeamPicture> whenDone; // on the job's thread

  PictureJob(SliceExecutor executor, Consumer<BeamPicture> whenDone) {
    super("Drawing the beam");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(INTERACTIVE);
    setSystem(true);
  }

  void request(Request request) {
    newest.set(Optional.of(request));
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Request> request = newest.getAndSet(Optional.empty());
    if (request.isEmpty()) {
      return Status.OK_STATUS;
    }
    try {
      whenDone.accept(
          BeamPicture.of(request.get().scene(), request.get().size(), executor, monitor));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
