/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.file.Path;
import java.util.Objects;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;

/** Writes RTDOSE with 32-bit voxels. Immutable and thread-safe. */
public final class DoseWriter {

  private final WrittenStudy study;

  public DoseWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /**
   * Writes physical dose, in the frame of reference of the plan. Doses must not be negative. They
   * are rounded to 0.1 µGy up to 429 Gy, coarser above.
   *
   * @param doseGy dose of all fractions
   * @param plan the plan it belongs to
   */
  public WrittenObject write(
      Path file, DoseSpec spec, DoseGrid doseGy, WrittenObject plan, IProgressMonitor monitor)
      throws DicomWriteException {
    GridGeometry geometry = doseGy.geometry();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Writing " + spec.description(), geometry.sizeZ());
    Attributes dose =
        ObjectHeader.of(
            study,
            SopClass.DOSE,
            spec.seriesNumber(),
            spec.description(),
            plan.sopInstanceUid() + "/" + spec.instanceNumber());
    ObjectHeader.frame(dose, plan.frameOfReferenceUid());
    ObjectHeader.notice(dose, study, Tag.DoseComment, VR.LO);
    dose.setInt(Tag.InstanceNumber, VR.IS, spec.instanceNumber());
    dose.setString(Tag.DoseUnits, VR.CS, "GY");
    dose.setString(Tag.DoseType, VR.CS, "PHYSICAL");
    dose.setString(Tag.DoseSummationType, VR.CS, spec.beamNumber().isPresent() ? "BEAM" : "PLAN");
    reference(dose, spec, plan);
    DosePixels.set(dose, file, doseGy, progress);
    DicomFiles.write(file, dose);
    return ObjectHeader.written(file, dose, plan.frameOfReferenceUid());
  }

  private static void reference(Attributes dose, DoseSpec spec, WrittenObject plan) {
    Attributes item = ObjectHeader.reference(dose, Tag.ReferencedRTPlanSequence, plan);
    if (spec.beamNumber().isEmpty()) {
      return;
    }
    Attributes group =
        ObjectHeader.newItem(item.newSequence(Tag.ReferencedFractionGroupSequence, 1));
    group.setInt(Tag.ReferencedFractionGroupNumber, VR.IS, PlanWriter.FRACTION_GROUP);
    Attributes beam = ObjectHeader.newItem(group.newSequence(Tag.ReferencedBeamSequence, 1));
    beam.setInt(Tag.ReferencedBeamNumber, VR.IS, spec.beamNumber().getAsInt());
  }
}
