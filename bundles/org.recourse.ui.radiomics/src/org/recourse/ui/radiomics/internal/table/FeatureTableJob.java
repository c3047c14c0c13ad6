/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Computes the Features view off the UI thread; a newer request cancels the one under way. */
final class FeatureTableJob extends Job {

  private final FeatureComputation computation;
  private final BiConsumer<FeatureTableRequest, List<FeatureColumn>>
      whenDone; // on the job's thread
  private final AtomicReference<Optional<FeatureTableRequest>> newest =
      new AtomicReference<>(Optional.empty());

  FeatureTableJob(
      FeatureComputation computation,
      BiConsumer<FeatureTableRequest, List<FeatureColumn>> whenDone) {
    super("Computing features");
    this.computation = Objects.requireNonNull(computation, "computation");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(DECORATE);
  }

  void request(FeatureTableRequest request) {
    newest.set(Optional.of(request));
    cancel(); // one under way is of no use any more
    schedule();
  }

  /** Drops what was asked for. */
  void drop() {
    newest.set(Optional.empty());
    cancel();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<FeatureTableRequest> request = newest.getAndSet(Optional.empty());
    try {
      if (request.isPresent()) {
        whenDone.accept(request.get(), computation.compute(request.get(), monitor));
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (IllegalArgumentException e) {
      return Status.error("The features could not be computed: " + e.getMessage(), e);
    }
  }
}
