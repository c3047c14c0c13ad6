/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.ArrayList;
import java.util.List;
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

/** Draws planes off the UI thread; only the newest request is drawn. */
final class DrawingJob extends Job {

  /** What is to be drawn. */
  record Request(FusionScene scene, List<FusionRaster.Frame> frames) {
    Request {
      frames = List.copyOf(frames);
    }
  }

  /** One plane that was drawn; the pixels are not shared further. */
  record Drawn(FusionRaster.Frame frame, int[] pixels) {}

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final SliceExecutor executor;
  private final Consumer<List<Drawn>> whenDone; // on the job's thread

  DrawingJob(SliceExecutor executor, Consumer<List<Drawn>> whenDone) {
    super("Drawing both images");
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
      List<Drawn> drawn = new ArrayList<>();
      for (FusionRaster.Frame frame : request.get().frames()) {
        drawn.add(
            new Drawn(frame, FusionRaster.draw(request.get().scene(), frame, executor, monitor)));
      }
      whenDone.accept(drawn);
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
