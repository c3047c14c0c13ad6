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
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.rendering.DoseLayer;

/** Looks for the maximum in a structure off the UI thread. */
final class MaximumJob extends Job {

  private final DoseLayer dose;
  private final ContourPlanes planes;
  private final Consumer<Optional<StructureMaximum>> whenDone; // called on the job's thread

  MaximumJob(DoseLayer dose, ContourPlanes planes, Consumer<Optional<StructureMaximum>> whenDone) {
    super("Maximum in structure");
    this.dose = Objects.requireNonNull(dose, "dose");
    this.planes = Objects.requireNonNull(planes, "planes");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(INTERACTIVE);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      whenDone.accept(StructureMaximum.of(dose, planes, monitor));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
