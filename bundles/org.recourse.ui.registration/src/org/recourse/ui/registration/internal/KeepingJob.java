/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.JudgedRegistration;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.assistant.registration.RegistrationDocument;
import org.recourse.dicom.DicomWriteException;
import org.recourse.grid.finding.Finding;

/** Writes a registration and its report into the case folder. */
final class KeepingJob extends Job {

  /** What is written; captured when the job is made. */
  record Request(
      KeptRegistration kept, ImagePair pair, JudgedRegistration judged, List<Finding> findings) {}

  private final Request request;
  private final Consumer<KeptRegistration.Files> whenDone; // on the job's thread

  KeepingJob(Request request, Consumer<KeptRegistration.Files> whenDone) {
    super("Writing registration " + request.pair().label());
    this.request = Objects.requireNonNull(request, "request");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      KeptRegistration.Files files = request.kept().write(request.pair(), request.judged());
      KeptRegistration.writeReport(
          files,
          RegistrationDocument.text(
              request.pair(),
              request.judged(),
              request.findings(),
              files,
              software(),
              Instant.now()));
      whenDone.accept(files);
      return Status.OK_STATUS;
    } catch (DicomWriteException | IOException e) {
      return Status.error("The registration could not be written: " + e.getMessage(), e);
    }
  }

  private static String software() {
    Bundle bundle = FrameworkUtil.getBundle(KeepingJob.class);
    return bundle == null ? "ReCourse" : "ReCourse " + bundle.getVersion(); // null outside OSGi
  }
}
