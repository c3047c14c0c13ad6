/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Where the voxels of a case come from. Implementations are thread-safe and read anew at every
 * call; {@link CaseVoxels} remembers.
 */
public interface VoxelSource {

  /**
   * Reads an image series.
   *
   * @throws DicomReadException if it is unknown or a file cannot be read
   */
  ImageVolume readImage(String seriesInstanceUid, IProgressMonitor monitor)
      throws DicomReadException;

  /** Reads the contours of a structure set, by ROI number. */
  Map<Integer, ContourSet> readContours(String structureSetUid, IProgressMonitor monitor)
      throws DicomReadException;

  /**
   * Reads the map of a deformable registration.
   *
   * @param registration the registration; its file holds a map between its two frames
   */
  default SpatialMap readDeformation(DeformationLink registration, IProgressMonitor monitor)
      throws DicomReadException {
    throw new DicomReadException(
        Path.of(registration.relativePath()),
        "",
        "this case has no files of registrations.",
        "Open it from its folder.");
  }

  /** Reads a dose grid in Gy. */
  DoseGrid readDose(String doseUid, IProgressMonitor monitor) throws DicomReadException;
}
