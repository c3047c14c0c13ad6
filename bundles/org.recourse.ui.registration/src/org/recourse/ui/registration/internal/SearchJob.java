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
import org.recourse.registration.search.RegistrationStep;

/** Searches and checks a registration off the UI thread. */
final class SearchJob extends Job {

  private static final long STEP_SHOWN_EVERY_NS = 80_000_000;

  private final String label;
  private final CheckedRegistration.Request request;
  private final Evidence evidence;
  private final SliceExecutor executor;
  private final Consumer<RegistrationStep> whenStepped; // on the job's thread
  private final Consumer<CheckedRegistration.Outcome> whenDone; // on the job's thread
  private long lastShownNs = System.nanoTime();

  SearchJob(
      String label,
      CheckedRegistration.Request request,
      Evidence evidence,
      SliceExecutor executor,
      Consumer<RegistrationStep> whenStepped,
      Consumer<CheckedRegistration.Outcome> whenDone) {
    super("Registering " + label);
    this.label = Objects.requireNonNull(label, "label");
    this.request = Objects.requireNonNull(request, "request");
    this.evidence = Objects.requireNonNull(evidence, "evidence");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenStepped = Objects.requireNonNull(whenStepped, "whenStepped");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setUser(false);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      SubMonitor progress = SubMonitor.convert(monitor, "Registering " + label, 10);
      CheckedRegistration.Outcome found =
          CheckedRegistration.run(label, request, this::stepped, executor, progress.split(9));
      QualityReport quality =
          evidence.judge(found.quality(), found.fixedToMoving(), executor, progress.split(1));
      whenDone.accept(found.with(quality, CheckedRegistration.uncertaintyMm(request, quality)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException e) {
      return Status.error("The structures could not be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      return Status.error("The images could not be registered: " + e.getMessage(), e);
    }
  }

  private void stepped(RegistrationStep step) {
    long now = System.nanoTime();
    if (now - lastShownNs > STEP_SHOWN_EVERY_NS) {
      lastShownNs = now;
      whenStepped.accept(step);
    }
  }
}
