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
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.session.NewestRequestJob;

/** Draws planes off the UI thread; only the newest request is drawn. */
final class DrawingJob extends NewestRequestJob<DrawingJob.Request> {

  /** What is to be drawn. */
  record Request(FusionScene scene, List<FusionRaster.Frame> frames) {
    Request {
      frames = List.copyOf(frames);
    }
  }

  /** One plane that was drawn; the pixels are not shared further. */
  record Drawn(FusionRaster.Frame frame, int[] pixels) {}

  private final SliceExecutor executor;
  private final Consumer<List<Drawn>> whenDone; // on the job's thread

  DrawingJob(SliceExecutor executor, Consumer<List<Drawn>> whenDone) {
    super("Drawing both images");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(INTERACTIVE);
    setSystem(true);
  }

  @Override
  protected void answer(Request request, IProgressMonitor monitor) {
    List<Drawn> drawn = new ArrayList<>();
    for (FusionRaster.Frame frame : request.frames()) {
      drawn.add(new Drawn(frame, FusionRaster.draw(request.scene(), frame, executor, monitor)));
    }
    whenDone.accept(drawn);
  }
}
