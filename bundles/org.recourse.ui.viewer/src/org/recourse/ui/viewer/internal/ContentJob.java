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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Loads content off the UI thread; only the newest request is loaded. */
final class ContentJob extends Job {

  private final AtomicReference<Optional<ContentRequest>> newest =
      new AtomicReference<>(Optional.empty());
  private final ContentLoading loading;
  private final BiConsumer<ContentRequest, SliceContent> whenDone; // on the job's thread

  ContentJob(ContentLoading loading, BiConsumer<ContentRequest, SliceContent> whenDone) {
    super("Loading slices");
    this.loading = Objects.requireNonNull(loading, "loading");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
  }

  void request(ContentRequest request) {
    newest.set(Optional.of(request));
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<ContentRequest> request = newest.getAndSet(Optional.empty());
    try {
      request.ifPresent(asked -> whenDone.accept(asked, loading.load(asked, monitor)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
