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
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.grid.geometry.AffineTransform;

/** Writes an accepted registration into the case folder. */
final class KeepingJob extends Job {

  private final KeptRegistration kept;
  private final ImagePair pair;
  private final AffineTransform fixedToMoving;
  private final Consumer<WrittenObject> whenDone; // on the job's thread

  KeepingJob(
      KeptRegistration kept,
      ImagePair pair,
      AffineTransform fixedToMoving,
      Consumer<WrittenObject> whenDone) {
    super("Writing registration " + pair.label());
    this.kept = Objects.requireNonNull(kept, "kept");
    this.pair = pair;
    this.fixedToMoving = Objects.requireNonNull(fixedToMoving, "fixedToMoving");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      whenDone.accept(kept.writeRigid(pair, fixedToMoving, kept.nextNumber()));
      return Status.OK_STATUS;
    } catch (DicomWriteException e) {
      return Status.error("The registration could not be written: " + e.getMessage(), e);
    }
  }
}
