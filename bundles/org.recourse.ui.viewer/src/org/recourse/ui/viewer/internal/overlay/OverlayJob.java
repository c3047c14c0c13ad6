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
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.ui.session.NewestRequestJob;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;

/** Computes overlays off the UI thread; a newer request cancels the one under way. */
public final class OverlayJob extends NewestRequestJob<OverlayJob.Request> {

  /** What was asked for. */
  public record Request(GuardedOverlay overlay, OverlayInput input) {}

  private final BiConsumer<Request, OverlayResult> whenDone; // on the job's thread

  public OverlayJob(BiConsumer<Request, OverlayResult> whenDone) {
    super("Computing overlay");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
  }

  @Override
  public void request(Request request) {
    setName("Computing overlay " + request.overlay().entry().title());
    requestInstead(request, 0);
  }

  @Override
  protected void answer(Request request, IProgressMonitor monitor) {
    whenDone.accept(request, request.overlay().compute(request.input(), monitor));
  }
}
