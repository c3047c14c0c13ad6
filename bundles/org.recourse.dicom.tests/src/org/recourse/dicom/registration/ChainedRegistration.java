/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.registration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.write.DeformableRegistrationWriter;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.model.Sex;

/** Makes chains of matrices, which we never write. */
public final class ChainedRegistration {

  /** Ten millimetres along x. */
  public static final AffineTransform SHIFT =
      AffineTransform.ofRows(new double[] {1, 0, 0, 10, 0, 1, 0, 0, 0, 0, 1, 0});

  private ChainedRegistration() {}

  /** Copies a rigid registration and adds a matrix behind that of its last item. */
  public static void write(Path source, Path target, AffineTransform added) throws Exception {
    Attributes object = DicomFiles.readAll(source);
    Sequence frames = object.getSequence(Tag.RegistrationSequence);
    Sequence matrices =
        frames
            .getLast()
            .getSequence(Tag.MatrixRegistrationSequence)
            .getFirst()
            .getSequence(Tag.MatrixSequence);
    Attributes item = new Attributes();
    item.setString(Tag.FrameOfReferenceTransformationMatrixType, VR.CS, "RIGID");
    item.setString(
        Tag.FrameOfReferenceTransformationMatrix, VR.DS, DecimalString.of(added.toMatrix4x4()));
    matrices.add(item);
    DicomFiles.write(target, object);
  }

  /** Writes a deformable registration of the patient and study of another object. */
  public static void writeDeformable(Path like, Path target, SpatialMap map) throws Exception {
    Attributes other = DicomFiles.readAll(like);
    var study =
        new WrittenStudy(
            new WrittenPatient(
                other.getString(Tag.PatientID),
                other.getString(Tag.PatientName),
                Optional.empty(),
                Sex.UNKNOWN),
            other.getString(Tag.StudyInstanceUID),
            "D1",
            "Deformed",
            LocalDate.of(2026, 1, 5),
            true);
    new DeformableRegistrationWriter(study).write(target, 77, "deformed", map);
  }
}
