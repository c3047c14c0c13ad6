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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.MatrixChain;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Reads spatial registrations, rigid, affine and deformable, with the matrices before and after a
 * deformation.
 *
 * @param sopInstanceUid SOP Instance UID
 * @param label content description, may be empty
 * @param maps every registration of the file
 */
public record SpatialRegistrationFile(String sopInstanceUid, String label, List<SpatialMap> maps) {

  private static final double ORTHOGONAL = 1e-3;

  public SpatialRegistrationFile {
    maps = List.copyOf(maps);
  }

  /** Reads one file of either kind. */
  public static SpatialRegistrationFile read(Path file) throws DicomReadException {
    var data = new Dataset(file, DicomFiles.readAll(file));
    String sopClass = data.requiredText(Tag.SOPClassUID);
    String own = data.requiredText(Tag.FrameOfReferenceUID);
    var maps = new ArrayList<SpatialMap>();
    if (sopClass.equals(SopClass.REGISTRATION.uid())) {
      for (Dataset item : data.items(Tag.RegistrationSequence)) {
        maps.add(
            SpatialMap.ofMatrix(
                item.requiredText(Tag.FrameOfReferenceUID), own, MatrixChain.of(item)));
      }
    } else if (sopClass.equals(SopClass.DEFORMABLE_REGISTRATION.uid())) {
      for (Dataset item : data.items(Tag.DeformableRegistrationSequence)) {
        maps.add(deformable(own, item));
      }
    } else {
      throw data.problem(Tag.SOPClassUID, "It is no spatial registration.", "Choose another file.");
    }
    if (maps.isEmpty()) {
      throw data.problem(Tag.RegistrationSequence, "It joins no frames.", "Export it again.");
    }
    return new SpatialRegistrationFile(
        data.requiredText(Tag.SOPInstanceUID), data.text(Tag.ContentDescription).orElse(""), maps);
  }

  private static SpatialMap deformable(String own, Dataset item) throws DicomReadException {
    AffineTransform pre = optional(item, Tag.PreDeformationMatrixRegistrationSequence);
    AffineTransform post = optional(item, Tag.PostDeformationMatrixRegistrationSequence);
    Optional<Dataset> grid = item.item(Tag.DeformableRegistrationGridSequence);
    return new SpatialMap(
        own,
        item.requiredText(Tag.SourceFrameOfReferenceUID),
        pre,
        grid.isPresent() ? Optional.of(grid(grid.get())) : Optional.empty(),
        post);
  }

  private static AffineTransform optional(Dataset item, int sequenceTag) throws DicomReadException {
    Optional<Dataset> entry = item.item(sequenceTag);
    return entry.isPresent() ? MatrixChain.matrix(entry.get()) : AffineTransform.IDENTITY;
  }

  private static DeformationGrid grid(Dataset item) throws DicomReadException {
    double[] size = item.requiredNumbers(Tag.GridDimensions, 3);
    double[] spacing = item.requiredNumbers(Tag.GridResolution, 3);
    double[] origin = item.requiredNumbers(Tag.ImagePositionPatient, 3);
    double[] o = item.requiredNumbers(Tag.ImageOrientationPatient, 6);
    Vector3 row = new Vector3(o[0], o[1], o[2]);
    Vector3 column = new Vector3(o[3], o[4], o[5]);
    if (Math.abs(row.dot(column)) > ORTHOGONAL) {
      throw item.problem(
          Tag.ImageOrientationPatient, "Row and column are not at right angles.", "Export again.");
    }
    GridGeometry geometry;
    try {
      Vector3 x = row.normalised();
      Vector3 z = x.cross(column).normalised();
      geometry =
          new GridGeometry(
              (int) size[0],
              (int) size[1],
              (int) size[2],
              new Vector3(origin[0], origin[1], origin[2]),
              new Vector3(spacing[0], spacing[1], spacing[2]),
              new Axes(x, z.cross(x), z));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw item.problem(Tag.GridDimensions, "It is no grid: " + e.getMessage(), "Export again.");
    }
    return DeformationGrid.of(
        geometry, item.requiredFloats(Tag.VectorGridData, 3 * geometry.voxelCount()));
  }
}
