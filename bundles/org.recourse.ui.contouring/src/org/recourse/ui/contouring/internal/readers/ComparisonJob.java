/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.contouring.internal.edit.StructureContours;

/** Compares versions of a structure off the UI thread. */
final class ComparisonJob extends Job {

  /** What came of it. */
  sealed interface Outcome {
    record Compared(ReaderComparison comparison) implements Outcome {}

    record Failed(String sentence) implements Outcome {}
  }

  private final List<StructureContours> versions;
  private final double sliceDistanceMm; // thickness of a version on one slice
  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Consumer<Outcome> whenDone; // on the job's thread

  ComparisonJob(
      List<StructureContours> versions,
      double sliceDistanceMm,
      CaseVoxels voxels,
      SliceExecutor executor,
      Consumer<Outcome> whenDone) {
    super("Comparing versions of a structure");
    this.versions = List.copyOf(versions);
    this.sliceDistanceMm = sliceDistanceMm;
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, versions.size() + 10);
    try {
      List<ReaderComparison.Version> read = new ArrayList<>();
      for (StructureContours version : versions) {
        read.add(
            new ReaderComparison.Version(
                version.name(),
                ContourPlanes.of(version.read(voxels, progress.split(1)), sliceDistanceMm)));
      }
      whenDone.accept(
          new Outcome.Compared(ReaderComparison.of(read, executor, progress.split(10))));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException e) {
      whenDone.accept(new Outcome.Failed(e.getMessage()));
      return Status.OK_STATUS;
    } catch (IllegalArgumentException e) { // contours that are not parallel
      whenDone.accept(new Outcome.Failed("They cannot be compared: " + e.getMessage() + "."));
      return Status.OK_STATUS;
    }
  }
}
