/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.io.IOException;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.cohort.cases.SyntheticFolder;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.PhantomException;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;

/** Makes a synthetic cohort, then opens it. */
final class NewCohortJob extends Job {

  private final NewCohortRequest request;

  NewCohortJob(NewCohortRequest request) {
    super("Making " + request.patients() + " synthetic patients");
    this.request = Objects.requireNonNull(request, "request");
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      new SyntheticFolder(
              new SyntheticCohort(request.seed(), CohortSettings.STANDARD),
              request.splits(),
              request.readers(),
              true)
          .write(request.patients(), request.folder(), executor, monitor);
      new OpenCohortJob(request.folder()).schedule();
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS; // whole cases are kept; the same request goes on with the rest
    } catch (IOException | PhantomException e) {
      return Status.error("The cohort was not made: " + e.getMessage(), e);
    }
  }
}
