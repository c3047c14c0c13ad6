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
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.ImageRole;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskVoxels;

/**
 * What risk models read of one snapshot. What cannot be read is absent, and the models say what
 * they lack. Thread-safe.
 */
final class SnapshotVoxels implements RiskVoxels {

  private final PlanSnapshot snapshot;
  private final Optional<PlanNumbers.PlanDose> dose;
  private final StructureSamplings samplings;
  private final CaseVoxels voxels;
  private final FrameTransforms transforms;

  SnapshotVoxels(
      PlanSnapshot snapshot,
      Optional<PlanNumbers.PlanDose> dose,
      StructureSamplings samplings,
      CaseVoxels voxels) {
    this.snapshot = snapshot;
    this.dose = dose;
    this.samplings = samplings;
    this.voxels = voxels;
    this.transforms = snapshot.frameTransforms();
  }

  @Override
  public Optional<DoseGrid> plannedDose() {
    return dose.map(PlanNumbers.PlanDose::doseGy);
  }

  @Override
  public Optional<ContourSet> contours(String structureName, IProgressMonitor monitor) {
    Optional<StructureState> structure =
        snapshot.assessedStructures().stream()
            .filter(s -> s.name().equals(structureName))
            .findFirst();
    if (structure.isEmpty() || dose.isEmpty()) {
      return Optional.empty();
    }
    return samplings.contours(structure.get(), dose.get(), transforms, monitor);
  }

  @Override
  public Optional<PlacedImage> image(MrSequence sequence, IProgressMonitor monitor) {
    List<ImageState> candidates =
        snapshot.images().stream()
            .filter(image -> image.role() == role(sequence) && !image.seriesUid().isEmpty())
            .toList();
    for (ImageState image : candidates) {
      Optional<AffineTransform> fromPlan =
          dose.flatMap(d -> transforms.between(d.frameUid(), image.frameUid()));
      if (fromPlan.isPresent()) {
        try {
          return Optional.of(
              new PlacedImage(voxels.image(image.seriesUid(), monitor), fromPlan.get()));
        } catch (DicomReadException e) {
          return Optional.empty(); // the views and the import report the file
        }
      }
    }
    return Optional.empty();
  }

  private static ImageRole role(MrSequence sequence) {
    return switch (sequence) {
      case T1 -> ImageRole.T1;
      case T1C -> ImageRole.T1C;
      case T2 -> ImageRole.T2;
    };
  }
}
