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
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.dicom.DicomReadException;
import org.recourse.registration.quality.CheckedRegistration;

/** Reads two images off the UI thread and makes them ready to be shown. */
final class ReadingJob extends Job {

  /** What was read. */
  record Read(ImagePair pair, CheckedRegistration.Request request, FusionImages images) {}

  private final CaseVoxels voxels;
  private final ImagePair pair;
  private final Consumer<Read> whenDone; // on the job's thread

  ReadingJob(CaseVoxels voxels, ImagePair pair, Consumer<Read> whenDone) {
    super("Reading " + pair.label());
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.pair = pair;
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      CheckedRegistration.Request request = pair.request(voxels, false, monitor);
      whenDone.accept(new Read(pair, request, FusionImages.of(request.fixed(), request.moving())));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException e) {
      return Status.error("The images could not be read: " + e.getMessage(), e);
    }
  }
}
