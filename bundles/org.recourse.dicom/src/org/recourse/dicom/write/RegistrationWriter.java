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
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.geometry.AffineTransform;

/** Writes rigid spatial registrations. Immutable and thread-safe. */
public final class RegistrationWriter {

  /** Matrices rounded to 16 characters stay far within this. */
  private static final double RIGIDITY_TOLERANCE = 1e-6;

  private final WrittenStudy study;

  public RegistrationWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /**
   * Writes a registration whose own frame of reference is {@code toFrameUid}. The matrix takes
   * points of {@code fromFrameUid} into {@code toFrameUid}, which is the direction of DICOM
   * (3006,00C6): from the referenced frame into the frame of the registration object.
   *
   * @param seriesNumber Series Number, unique in the study
   * @param label content description, such as {@code previous CT to planning CT}
   * @param fromTo rotation and translation only
   */
  public WrittenObject write(
      Path file,
      int seriesNumber,
      String label,
      String fromFrameUid,
      String toFrameUid,
      AffineTransform fromTo)
      throws DicomWriteException {
    if (!fromTo.isRigid(RIGIDITY_TOLERANCE)) {
      throw new IllegalArgumentException("only rigid transforms can be written: " + fromTo);
    }
    Attributes object =
        ObjectHeader.of(study, SopClass.REGISTRATION, seriesNumber, label, "registration");
    ObjectHeader.frame(object, toFrameUid);
    object.setInt(Tag.InstanceNumber, VR.IS, 1);
    object.setNull(Tag.Laterality, VR.CS);
    object.setString(Tag.ContentDate, VR.DA, ObjectHeader.date(study.date()));
    object.setString(Tag.ContentTime, VR.TM, ObjectHeader.noon());
    object.setString(Tag.ContentLabel, VR.CS, "REGISTRATION");
    object.setString(Tag.ContentDescription, VR.LO, label);
    object.setString(Tag.ContentCreatorName, VR.PN, "ReCourse^");
    Sequence frames = object.newSequence(Tag.RegistrationSequence, 2);
    frame(frames, toFrameUid, AffineTransform.IDENTITY);
    frame(frames, fromFrameUid, fromTo);
    DicomFiles.write(file, object);
    return ObjectHeader.written(file, object, toFrameUid);
  }

  private static void frame(Sequence frames, String frameUid, AffineTransform transform) {
    Attributes item = ObjectHeader.newItem(frames);
    item.setString(Tag.FrameOfReferenceUID, VR.UI, frameUid);
    Attributes registration =
        ObjectHeader.newItem(item.newSequence(Tag.MatrixRegistrationSequence, 1));
    registration.setNull(Tag.RegistrationTypeCodeSequence, VR.SQ);
    Attributes matrix = ObjectHeader.newItem(registration.newSequence(Tag.MatrixSequence, 1));
    matrix.setString(Tag.FrameOfReferenceTransformationMatrixType, VR.CS, "RIGID");
    matrix.setString(
        Tag.FrameOfReferenceTransformationMatrix, VR.DS, DecimalString.of(transform.toMatrix4x4()));
  }
}
