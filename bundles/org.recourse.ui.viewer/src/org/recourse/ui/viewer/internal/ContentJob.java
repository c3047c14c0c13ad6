/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Objects;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.ui.session.NewestRequestJob;

/** Loads content off the UI thread; only the newest request is loaded. */
final class ContentJob extends NewestRequestJob<ContentRequest> {

  private final ContentLoading loading;
  private final BiConsumer<ContentRequest, SliceContent> whenDone; // on the job's thread

  ContentJob(ContentLoading loading, BiConsumer<ContentRequest, SliceContent> whenDone) {
    super("Loading slices");
    this.loading = Objects.requireNonNull(loading, "loading");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
  }

  @Override
  protected void answer(ContentRequest request, IProgressMonitor monitor) {
    whenDone.accept(request, loading.load(request, monitor));
  }
}
