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
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.recourse.ui.session.NewestRequestJob;

/** Computes the Features view off the UI thread; a newer request cancels the one under way. */
final class FeatureTableJob extends NewestRequestJob<FeatureTableRequest> {

  private final FeatureComputation computation;
  private final BiConsumer<FeatureTableRequest, List<FeatureColumn>>
      whenDone; // on the job's thread

  FeatureTableJob(
      FeatureComputation computation,
      BiConsumer<FeatureTableRequest, List<FeatureColumn>> whenDone) {
    super("Computing features");
    this.computation = Objects.requireNonNull(computation, "computation");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(DECORATE);
  }

  @Override
  public void request(FeatureTableRequest request) {
    requestInstead(request, 0);
  }

  @Override
  protected void answer(FeatureTableRequest request, IProgressMonitor monitor) {
    whenDone.accept(request, computation.compute(request, monitor));
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      return super.run(monitor);
    } catch (IllegalArgumentException e) {
      return Status.error("The features could not be computed: " + e.getMessage(), e);
    }
  }
}
