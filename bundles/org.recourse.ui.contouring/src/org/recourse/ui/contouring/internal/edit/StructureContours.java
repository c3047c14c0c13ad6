/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.FrameOfReference;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * Which version of which contours a structure of the model has now, captured on the UI thread.
 * Immutable and equal by content.
 *
 * @param name name for people
 * @param structureSetUid structure set; empty text if it was made here
 * @param roiNumber ROI Number
 * @param contourDigest contours that were drawn here; empty text for those of the structure set
 * @param frameUid frame of the contours; empty text if unknown
 */
public record StructureContours(
    String name, String structureSetUid, int roiNumber, String contourDigest, String frameUid) {

  public StructureContours {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(structureSetUid, "structureSetUid");
    Objects.requireNonNull(contourDigest, "contourDigest");
    Objects.requireNonNull(frameUid, "frameUid");
  }

  public static StructureContours of(Structure structure) {
    Optional<StructureSet> set =
        structure.eContainer() instanceof StructureSet owner
            ? Optional.of(owner)
            : Optional.empty();
    return new StructureContours(
        text(structure.getName()),
        set.map(StructureSet::getReference).map(r -> text(r.getSopInstanceUid())).orElse(""),
        structure.getRoiNumber(),
        text(structure.getContourDigest()),
        set.map(StructureSet::getFrameOfReference)
            .map(FrameOfReference::getUid)
            .map(StructureContours::text)
            .orElse(""));
  }

  /** The contours if they are in memory; never reads a file. Made here without contours: none. */
  public Optional<ContourSet> ifLoaded(CaseVoxels voxels) {
    return voxels.contoursIfLoaded(structureSetUid, roiNumber, contourDigest);
  }

  /** The contours, read if needed. */
  public ContourSet read(CaseVoxels voxels, IProgressMonitor monitor) throws DicomReadException {
    return voxels.contours(structureSetUid, roiNumber, contourDigest, monitor);
  }

  /** EMF gives null for an attribute that was never set. */
  private static String text(String value) {
    return value == null ? "" : value;
  }
}
