/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.voxels.PatientPositions;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.planning.beam.PatientPosition;

/**
 * What planning needs to know of a case, captured on the thread of the model. Immutable.
 *
 * @param snapshot the whole case, for the previous courses
 * @param ctSeriesUid planning CT
 * @param ctFile a slice of it, relative to the case folder
 * @param frameUid frame of reference of CT and structures
 * @param structureSetUid RTSTRUCT that the structures come from; empty where all were drawn here
 * @param regions structures in the order of their set
 * @param bodyName the outer contour among them
 */
public record PlanningSource(
    PlanSnapshot snapshot,
    String ctSeriesUid,
    String ctFile,
    String frameUid,
    String structureSetUid,
    List<Region> regions,
    String bodyName) {

  /**
   * A structure.
   *
   * @param name of the structure
   * @param roiNumber in its set
   * @param contourDigest of contours drawn here; empty for those of the set
   * @param type what it is
   */
  public record Region(String name, int roiNumber, String contourDigest, StructureType type) {

    public Region {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(contourDigest, "contourDigest");
      Objects.requireNonNull(type, "type");
    }
  }

  public PlanningSource {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(ctSeriesUid, "ctSeriesUid");
    Objects.requireNonNull(ctFile, "ctFile");
    Objects.requireNonNull(frameUid, "frameUid");
    Objects.requireNonNull(structureSetUid, "structureSetUid");
    Objects.requireNonNull(bodyName, "bodyName");
    regions = List.copyOf(regions);
  }

  /**
   * Captures a case. Call it on the model's thread.
   *
   * @param set structures to plan on
   * @throws IllegalArgumentException with a sentence, if there is no CT in the frame of the set or
   *     no outer contour in it
   */
  public static PlanningSource of(PatientCase patientCase, StructureSet set) {
    ImageSeries ct =
        patientCase.getImageSeries().stream()
            .filter(one -> "CT".equals(one.getModality()))
            .filter(one -> one.getFrameOfReference() == set.getFrameOfReference())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The case has no CT in the frame of the structures; import it."));
    List<Region> regions =
        set.getStructures().stream()
            .map(
                one ->
                    new Region(
                        String.valueOf(one.getName()),
                        one.getRoiNumber(),
                        one.isSetContourDigest() ? one.getContourDigest() : "",
                        one.getType()))
            .toList();
    Region body =
        regions.stream()
            .filter(one -> one.type() == StructureType.EXTERNAL)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No structure is the outer contour; give one the type EXTERNAL."));
    return new PlanningSource(
        PlanSnapshot.of(patientCase, 1),
        ct.getSeriesInstanceUid(),
        ct.getInstances().isEmpty() ? "" : ct.getInstances().getFirst().getRelativePath(),
        set.getFrameOfReference() == null ? "" : set.getFrameOfReference().getUid(),
        set.getReference() == null ? "" : set.getReference().getSopInstanceUid(),
        regions,
        body.name());
  }

  /**
   * How the patient lies, as the planning CT says (Patient Position). A CT that does not say is
   * taken as head first supine.
   *
   * @throws DicomReadException if the slice cannot be read
   * @throws IllegalArgumentException with a sentence, for a position that beams are not planned for
   */
  public PatientPosition position(Path caseFolder) throws DicomReadException {
    Optional<String> code =
        ctFile.isEmpty() ? Optional.empty() : PatientPositions.ofSlice(caseFolder.resolve(ctFile));
    return code.isEmpty()
        ? PatientPosition.HEAD_FIRST_SUPINE
        : PatientPosition.ofCode(code.get())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The patient lies "
                            + code.get()
                            + " in the planning CT; beams are planned for HFS, HFP, FFS and FFP."));
  }
}
