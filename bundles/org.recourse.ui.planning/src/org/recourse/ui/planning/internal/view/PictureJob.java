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
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.session.NewestRequestJob;

/** Draws what a beam sees off the UI thread; only the newest request is drawn. */
final class PictureJob extends NewestRequestJob<PictureJob.Request> {

  /** What is to be drawn, and how large. */
  record Request(BeamScene scene, int size) {}

  private final SliceExecutor executor;
  private final Consumer<BeamPicture> whenDone; // on the job's thread

  PictureJob(SliceExecutor executor, Consumer<BeamPicture> whenDone) {
    super("Drawing the beam");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(INTERACTIVE);
    setSystem(true);
  }

  @Override
  protected void answer(Request request, IProgressMonitor monitor) {
    whenDone.accept(BeamPicture.of(request.scene(), request.size(), executor, monitor));
  }
}
