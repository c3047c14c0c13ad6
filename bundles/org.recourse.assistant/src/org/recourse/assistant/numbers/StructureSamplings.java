/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.dicom.DicomReadException;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

/**
 * The sampling of structures on a dose grid, kept from edit to edit: only an edit of its contours
 * changes it, and such an edit gives them another digest. Thread-safe.
 */
final class StructureSamplings {

  private record Key(
      String structureSetUid,
      int roiNumber,
      String contourDigest,
      AffineTransform toDose,
      GridGeometry geometry) {}

  private record PlaceKey(
      String structureSetUid, int roiNumber, String contourDigest, AffineTransform toDose) {}

  /** More than the structures of a case, so that all of them stay. */
  private static final int SAMPLINGS_KEPT = 512;

  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Recent<Key, StructureSampling> samplings = new Recent<>(SAMPLINGS_KEPT);
  private final Recent<PlaceKey, ContourSet> placed = new Recent<>(SAMPLINGS_KEPT);
  private final Recent<Key, Mask> masks = new Recent<>(SAMPLINGS_KEPT);

  StructureSamplings(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  /** Returns the sampling of a structure; empty with a finding if its place is unknown. */
  Optional<StructureSampling> of(
      StructureState structure,
      PlanNumbers.PlanDose dose,
      FrameTransforms transforms,
      List<Finding> findings,
      IProgressMonitor monitor) {
    Optional<AffineTransform> toDose = transforms.between(structure.frameUid(), dose.frameUid());
    if (toDose.isEmpty()) {
      findings.add(
          Finding.error(
              "No registration leads from the frame of the structure to that of the dose, so it has"
                  + " no dose figures. Import a registration or type its matrix.",
              structure.name()));
      return Optional.empty();
    }
    try {
      ContourSet contours = contours(structure, monitor);
      var key =
          new Key(
              structure.structureSetUid(),
              structure.roiNumber(),
              structure.contourDigest(),
              toDose.get(),
              dose.doseGy().geometry());
      return Optional.of(
          samplings.get(
              key,
              () ->
                  StructureSampling.of(
                      contours.transformed(toDose.get()), key.geometry(), executor, monitor)));
    } catch (DicomReadException e) {
      findings.add(Finding.error(e.getMessage(), structure.name()));
      return Optional.empty();
    }
  }

  /** Returns the voxels of a structure on the grid of a dose; empty if its place is unknown. */
  Optional<Mask> voxels(
      StructureState structure,
      PlanNumbers.PlanDose dose,
      FrameTransforms transforms,
      IProgressMonitor monitor) {
    Optional<AffineTransform> toDose = transforms.between(structure.frameUid(), dose.frameUid());
    if (toDose.isEmpty()) {
      return Optional.empty(); // the sampling has a finding on it
    }
    var key =
        new Key(
            structure.structureSetUid(),
            structure.roiNumber(),
            structure.contourDigest(),
            toDose.get(),
            dose.doseGy().geometry());
    try {
      ContourSet contours = contours(structure, monitor);
      return Optional.of(
          masks.get(
              key,
              () ->
                  ContourRasteriser.rasterise(
                      contours.transformed(toDose.get()), key.geometry(), executor, monitor)));
    } catch (DicomReadException e) { // the sampling has a finding on it
      return Optional.empty();
    }
  }

  /** Returns the contours in the frame of a dose, the same object each time; empty if unknown. */
  Optional<ContourSet> contours(
      StructureState structure,
      PlanNumbers.PlanDose dose,
      FrameTransforms transforms,
      IProgressMonitor monitor) {
    Optional<AffineTransform> toDose = transforms.between(structure.frameUid(), dose.frameUid());
    if (toDose.isEmpty()) {
      return Optional.empty(); // the sampling has a finding on it
    }
    try {
      ContourSet contours = contours(structure, monitor);
      var key =
          new PlaceKey(
              structure.structureSetUid(),
              structure.roiNumber(),
              structure.contourDigest(),
              toDose.get());
      return Optional.of(placed.get(key, () -> contours.transformed(toDose.get())));
    } catch (DicomReadException e) { // the sampling has a finding on it
      return Optional.empty();
    }
  }

  private ContourSet contours(StructureState structure, IProgressMonitor monitor)
      throws DicomReadException {
    return voxels.contours(
        structure.structureSetUid(), structure.roiNumber(), structure.contourDigest(), monitor);
  }
}
