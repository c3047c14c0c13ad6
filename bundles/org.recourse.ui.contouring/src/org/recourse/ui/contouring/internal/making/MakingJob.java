/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.contouring.internal.edit.StructureContours;
import org.recourse.ui.session.NewestRequestJob;

/** Follows recipes off the UI thread; a newer request cancels the one under way. */
final class MakingJob extends NewestRequestJob<MakingJob.Request> {

  /**
   * What is to be made.
   *
   * @param recipe how
   * @param a first structure
   * @param b second structure, for recipes of two
   * @param spacingMm slice distance of the image, for a structure on one slice
   */
  record Request(
      Recipe recipe, StructureContours a, Optional<StructureContours> b, double spacingMm) {}

  /** What came of it. */
  sealed interface Made {

    /**
     * The contours.
     *
     * @param a contours of the first structure
     * @param b contours of the second structure; empty for recipes of one
     * @param result what was made; may be empty
     * @param volumeCm3 volume of the result as prisms of its slices
     */
    record Contours(ContourPlanes a, ContourPlanes b, ContourPlanes result, double volumeCm3)
        implements Made {}

    /** Nothing, and why. */
    record Nothing(String sentence) implements Made {}
  }

  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final BiConsumer<Request, Made> whenDone; // on the job's thread

  MakingJob(CaseVoxels voxels, SliceExecutor executor, BiConsumer<Request, Made> whenDone) {
    super("Making structure");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
  }

  @Override
  protected void answer(Request request, IProgressMonitor monitor) {
    whenDone.accept(request, made(request, monitor));
  }

  private Made made(Request request, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, request.recipe().sentence(), 3);
    try {
      ContourPlanes a = planes(request.a(), request.spacingMm(), progress.split(1));
      ContourPlanes b =
          request.b().isPresent()
              ? planes(request.b().get(), request.spacingMm(), progress.split(1))
              : ContourPlanes.of(new ContourSet(List.of()), request.spacingMm());
      if (a.isEmpty()) {
        return new Made.Nothing(request.a().name() + " has no contours.");
      }
      ContourSet made = request.recipe().follow(a, b, executor, progress.split(1));
      var result = ContourPlanes.of(made, a.spacingMm());
      return new Made.Contours(a, b, result, result.prismVolumeCm3());
    } catch (DicomReadException e) {
      return new Made.Nothing(e.getMessage());
    } catch (IllegalArgumentException e) { // contours that are not parallel
      return new Made.Nothing("This cannot be made: " + e.getMessage() + ".");
    }
  }

  private ContourPlanes planes(
      StructureContours structure, double spacingMm, IProgressMonitor monitor)
      throws DicomReadException {
    return ContourPlanes.of(structure.read(voxels, monitor), spacingMm);
  }
}
