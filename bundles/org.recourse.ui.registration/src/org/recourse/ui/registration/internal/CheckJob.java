/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.transform.SpatialTransform;

/** Checks a transform that was set by hand. */
final class CheckJob extends Job {

  private final String label;
  private final CheckedRegistration.Request request;
  private final SpatialTransform transform;
  private final Evidence evidence;
  private final SliceExecutor executor;
  private final Consumer<QualityReport> whenDone; // on the job's thread

  CheckJob(
      String label,
      CheckedRegistration.Request request,
      SpatialTransform transform,
      Evidence evidence,
      SliceExecutor executor,
      Consumer<QualityReport> whenDone) {
    super("Checking " + label);
    this.label = Objects.requireNonNull(label, "label");
    this.request = Objects.requireNonNull(request, "request");
    this.transform = Objects.requireNonNull(transform, "transform");
    this.evidence = Objects.requireNonNull(evidence, "evidence");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      SubMonitor progress = SubMonitor.convert(monitor, "Checking " + label, 10);
      QualityReport report =
          CheckedRegistration.check(label, request, transform, executor, progress.split(8));
      whenDone.accept(evidence.judge(report, transform, executor, progress.split(2)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException e) {
      return Status.error("The structures could not be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      return Status.error("The registration could not be checked: " + e.getMessage(), e);
    }
  }
}
