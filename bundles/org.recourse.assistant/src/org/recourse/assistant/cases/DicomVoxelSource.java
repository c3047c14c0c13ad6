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
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.dicom.registration.SpatialRegistrationFile;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.DoseDistribution;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.StructureSet;

/**
 * Reads the DICOM files of a case folder. Thread-safe: it works on private copies of the model's
 * references, made when it is constructed, because the model itself belongs to another thread.
 */
final class DicomVoxelSource implements VoxelSource {

  private final Path folder;
  private final SliceExecutor executor;
  private final DicomVoxels reader = new DicomVoxels();
  private final Map<String, ImageSeries> images = new HashMap<>();
  private final Map<String, StructureSet> structureSets = new HashMap<>();
  private final Map<String, DoseDistribution> doses = new HashMap<>();

  DicomVoxelSource(Path folder, PatientCase patientCase, SliceExecutor executor) {
    this.folder = folder;
    this.executor = executor;
    PatientCase copy = EcoreUtil.copy(patientCase);
    for (ImageSeries series : copy.getImageSeries()) {
      images.put(series.getSeriesInstanceUid(), series);
    }
    for (StructureSet set : copy.getStructureSets()) {
      if (set.getReference() != null) {
        structureSets.put(set.getReference().getSopInstanceUid(), set);
      }
    }
    copy.getCourses().stream()
        .flatMap(course -> course.getPlans().stream())
        .map(Plan::getDoses)
        .flatMap(Collection::stream)
        .filter(dose -> dose.getReference() != null)
        .forEach(dose -> doses.put(dose.getReference().getSopInstanceUid(), dose));
  }

  @Override
  public ImageVolume readImage(String seriesInstanceUid, IProgressMonitor monitor)
      throws DicomReadException {
    ImageSeries series = known(images, seriesInstanceUid, "image series");
    return reader.readImage(folder, series, executor, monitor);
  }

  @Override
  public Map<Integer, ContourSet> readContours(String structureSetUid, IProgressMonitor monitor)
      throws DicomReadException {
    StructureSet set = known(structureSets, structureSetUid, "structure set");
    return reader.readContours(folder, set, monitor);
  }

  @Override
  public DoseGrid readDose(String doseUid, IProgressMonitor monitor) throws DicomReadException {
    return reader.readDose(folder, known(doses, doseUid, "dose"), monitor);
  }

  @Override
  public SpatialMap readDeformation(DeformationLink registration, IProgressMonitor monitor)
      throws DicomReadException {
    Path file = folder.resolve(registration.relativePath());
    return SpatialRegistrationFile.read(file).maps().stream()
        .filter(map -> map.fromFrameUid().equals(registration.toFrameUid()))
        .filter(map -> map.toFrameUid().equals(registration.fromFrameUid()))
        .findFirst()
        .orElseThrow(
            () ->
                new DicomReadException(
                    file,
                    "(0064,0002)",
                    "it does not join the frames of the registration " + registration.label() + ".",
                    "Remove the registration and import it again."));
  }

  private <V> V known(Map<String, V> objects, String uid, String kind) throws DicomReadException {
    V object = objects.get(uid);
    if (object == null) {
      throw new DicomReadException(
          folder,
          "",
          "the case had no " + kind + " with UID " + uid + " when it was opened.",
          "Close the case and open it again.");
    }
    return object;
  }
}
