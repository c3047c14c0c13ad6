/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.registration.DeformationGrid;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/** Writes deformable spatial registrations. Immutable and thread-safe. */
public final class DeformableRegistrationWriter {

  private static final double RIGIDITY_TOLERANCE = 1e-6;

  private final WrittenStudy study;

  public DeformableRegistrationWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /**
   * Writes a map as an object whose own frame is the map's first one. The identity is not written
   * as a matrix.
   *
   * @param seriesNumber Series Number, unique in the study
   * @param label content description
   * @param map with a deformation
   */
  public WrittenObject write(Path file, int seriesNumber, String label, SpatialMap map)
      throws DicomWriteException {
    DeformationGrid grid =
        map.deformation().orElseThrow(() -> new IllegalArgumentException("no deformation"));
    Attributes object =
        ObjectHeader.of(study, SopClass.DEFORMABLE_REGISTRATION, seriesNumber, label, "deformable");
    ObjectHeader.frame(object, map.fromFrameUid());
    object.setInt(Tag.InstanceNumber, VR.IS, 1);
    object.setString(Tag.ContentDate, VR.DA, ObjectHeader.date(study.date()));
    object.setString(Tag.ContentTime, VR.TM, ObjectHeader.noon());
    object.setString(Tag.ContentLabel, VR.CS, "REGISTRATION");
    object.setString(Tag.ContentDescription, VR.LO, label);
    object.setString(Tag.ContentCreatorName, VR.PN, "ReCourse^");
    Attributes item =
        ObjectHeader.newItem(object.newSequence(Tag.DeformableRegistrationSequence, 1));
    item.setString(Tag.SourceFrameOfReferenceUID, VR.UI, map.toFrameUid());
    item.setNull(Tag.RegistrationTypeCodeSequence, VR.SQ);
    matrix(item, Tag.PreDeformationMatrixRegistrationSequence, map.pre());
    matrix(item, Tag.PostDeformationMatrixRegistrationSequence, map.post());
    grid(ObjectHeader.newItem(item.newSequence(Tag.DeformableRegistrationGridSequence, 1)), grid);
    DicomFiles.write(file, object);
    return ObjectHeader.written(file, object, map.fromFrameUid());
  }

  private static void matrix(Attributes item, int sequenceTag, AffineTransform transform) {
    if (transform.equals(AffineTransform.IDENTITY)) {
      return;
    }
    Attributes entry = ObjectHeader.newItem(item.newSequence(sequenceTag, 1));
    entry.setString(
        Tag.FrameOfReferenceTransformationMatrix, VR.DS, DecimalString.of(transform.toMatrix4x4()));
    entry.setString(
        Tag.FrameOfReferenceTransformationMatrixType,
        VR.CS,
        transform.isRigid(RIGIDITY_TOLERANCE) ? "RIGID" : "AFFINE");
  }

  private static void grid(Attributes item, DeformationGrid grid) {
    GridGeometry g = grid.geometry();
    Vector3 origin = g.originMm();
    Vector3 row = g.axes().x();
    Vector3 column = g.axes().y();
    item.setString(
        Tag.ImagePositionPatient, VR.DS, DecimalString.of(origin.x(), origin.y(), origin.z()));
    item.setString(
        Tag.ImageOrientationPatient,
        VR.DS,
        DecimalString.of(row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
    item.setInt(Tag.GridDimensions, VR.UL, g.sizeX(), g.sizeY(), g.sizeZ());
    item.setDouble(
        Tag.GridResolution, VR.FD, g.spacingMm().x(), g.spacingMm().y(), g.spacingMm().z());
    float[] triplets = grid.displacementMm();
    ByteBuffer bytes = ByteBuffer.allocate(4 * triplets.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(triplets);
    item.setBytes(Tag.VectorGridData, VR.OF, bytes.array());
  }
}
