/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.BitSet;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownDose;

/** Moves the cross-hair to the voxel of a structure that has the largest shown dose. */
public final class GoToMaximumJob extends Job {

  private final CaseSession session;
  private final PlanNumbers numbers;
  private final StructureState structure;
  private final ShownDose shownDose;
  private final Display display;

  /** Makes the job; UI thread only. */
  public GoToMaximumJob(
      CaseSession session, PlanNumbers numbers, StructureState structure, Display display) {
    super("Finding the maximum in " + structure.name());
    this.session = session;
    this.numbers = numbers;
    this.structure = structure;
    this.shownDose = session.viewing().shownDose();
    this.display = display;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), 2);
    try {
      Optional<DoseGrid> dose = dose(progress.split(1));
      Optional<Vector3> maximumMm =
          dose.isEmpty() ? Optional.empty() : maximumMm(dose.get(), progress.split(1));
      if (maximumMm.isEmpty()) {
        return Status.info(
            structure.name()
                + " has no voxel with "
                + shownDose.title().toLowerCase(java.util.Locale.ROOT)
                + ", so there is no maximum to go to.");
      }
      if (!display.isDisposed()) {
        display.asyncExec(() -> session.viewing().moveCrossHair(maximumMm.get()));
      }
      return Status.OK_STATUS;
    } catch (DicomReadException e) {
      return Status.error("The contours of " + structure.name() + " could not be read.", e);
    }
  }

  private Optional<DoseGrid> dose(IProgressMonitor monitor) {
    Optional<DoseGrid> physical = numbers.planDose().map(PlanNumbers.PlanDose::doseGy);
    if (shownDose instanceof ShownDose.Physical || physical.isEmpty()) {
      return physical;
    }
    if (structure.alphaBetaGy().isEmpty()) {
      return Optional.empty();
    }
    var tissue = new AlphaBetaRatio(structure.alphaBetaGy().getAsDouble());
    var maps = new Eqd2Maps(session.openCase().voxels(), session.executor());
    Eqd2Maps.Result result =
        switch (shownDose) {
          case ShownDose.Physical none -> maps.ofPlan(numbers, tissue, monitor);
          case ShownDose.PlanEqd2 plan -> maps.ofPlan(numbers, tissue, monitor);
          case ShownDose.CumulativeEqd2 sum -> maps.ofAll(numbers, tissue, monitor);
          case ShownDose.CourseEqd2(String course) ->
              maps.ofCourse(numbers, course, tissue, monitor);
          // where least remains, most was given
          case ShownDose.RemainingDose remaining -> maps.ofAll(numbers, tissue, monitor);
        };
    return switch (result) {
      case Eqd2Maps.Result.Known known -> Optional.of(known.eqd2());
      case Eqd2Maps.Result.Unknown none -> Optional.empty();
    };
  }

  private Optional<Vector3> maximumMm(DoseGrid dose, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    ContourSet contours =
        session
            .openCase()
            .voxels()
            .contours(structure.structureSetUid(), progress.split(1))
            .get(structure.roiNumber());
    return contours == null
        ? Optional.empty()
        : maximumMm(
            dose,
            ContourRasteriser.rasterise(
                contours, dose.geometry(), session.executor(), progress.split(1)));
  }

  /** Centre of the first voxel of the mask with the largest dose; empty for an empty mask. */
  static Optional<Vector3> maximumMm(DoseGrid dose, Mask mask) {
    GridGeometry geometry = dose.geometry();
    Optional<Vector3> atMm = Optional.empty();
    double largestGy = Double.NEGATIVE_INFINITY;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet voxels = mask.slice(z);
      for (int i = voxels.nextSetBit(0); i >= 0; i = voxels.nextSetBit(i + 1)) {
        int x = i % geometry.sizeX();
        int y = i / geometry.sizeX();
        if (dose.doseGyAt(x, y, z) > largestGy) {
          largestGy = dose.doseGyAt(x, y, z);
          atMm = Optional.of(geometry.toPatientMm(x, y, z));
        }
      }
    }
    return atMm;
  }
}
