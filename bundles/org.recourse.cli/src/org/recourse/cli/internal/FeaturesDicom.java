/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.DoseDistribution;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * A DICOM folder or file named on the command line, read through the import. Closing deletes the
 * copy.
 */
final class FeaturesDicom implements AutoCloseable {

  /**
   * An image with its frame of reference.
   *
   * @param volume voxels
   * @param frameUid frame of reference; empty if the files name none
   */
  record Image(ImageVolume volume, String frameUid) {}

  /**
   * Contours with their frame of reference.
   *
   * @param set closed contours
   * @param frameUid frame of reference; empty if the file names none
   */
  record Contours(ContourSet set, String frameUid) {}

  private final Path source;
  private final Path folder;
  private final ImportResult imported;
  private final SliceExecutor executor;

  private FeaturesDicom(Path source, Path folder, ImportResult imported, SliceExecutor executor) {
    this.source = source;
    this.folder = folder;
    this.imported = imported;
    this.executor = executor;
  }

  static FeaturesDicom open(Path source, SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    Path temporary;
    try {
      temporary = Files.createTempDirectory("recourse-features-");
    } catch (IOException e) {
      throw new RefusalException("no temporary folder can be made: " + e, e);
    }
    try {
      ImportResult result = new DicomImport().importFolder(source, temporary, executor, monitor);
      return new FeaturesDicom(source, temporary, result, executor);
    } catch (DicomReadException e) {
      CaseFolder.delete(temporary);
      throw new RefusalException(e.getMessage(), e);
    } catch (RuntimeException e) { // such as cancelled: nothing may stay behind
      CaseFolder.delete(temporary);
      throw e;
    }
  }

  List<Finding> findings() {
    return imported.findings();
  }

  /** Reads the only image series, or the one that is named. */
  Image image(Optional<String> seriesUid, IProgressMonitor monitor) throws RefusalException {
    List<ImageSeries> all = imported.patientCase().getImageSeries();
    List<ImageSeries> found =
        all.stream()
            .filter(
                one -> seriesUid.isEmpty() || seriesUid.get().equals(one.getSeriesInstanceUid()))
            .toList();
    if (found.size() != 1) {
      String list =
          all.stream()
              .map(one -> one.getSeriesInstanceUid() + " (" + one.getDescription() + ")")
              .collect(Collectors.joining(", "));
      throw new RefusalException(
          source
              + (all.isEmpty()
                  ? ": no image series."
                  : ": name one image series with --series UID; there are: " + list));
    }
    try {
      return new Image(
          new DicomVoxels().readImage(folder, found.getFirst(), executor, monitor),
          uid(found.getFirst().getFrameOfReference()));
    } catch (DicomReadException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static String uid(FrameOfReference frame) {
    return frame == null || frame.getUid() == null ? "" : frame.getUid(); // EMF: may be unset
  }

  /** A structure with the set that holds it. */
  private record Found(StructureSet set, Structure structure) {}

  /** Reads the contours of a structure, by name; upper and lower case alike if that is clear. */
  Contours contours(String roi, IProgressMonitor monitor) throws RefusalException {
    var all = new ArrayList<Found>();
    for (StructureSet set : imported.patientCase().getStructureSets()) {
      set.getStructures().forEach(structure -> all.add(new Found(set, structure)));
    }
    List<Found> found = all.stream().filter(one -> roi.equals(one.structure().getName())).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(one -> roi.equalsIgnoreCase(one.structure().getName())).toList();
    }
    if (found.size() != 1) {
      String names =
          all.stream().map(one -> one.structure().getName()).collect(Collectors.joining(", "));
      throw new RefusalException(
          source
              + (found.isEmpty() ? ": no structure " : ": more than one structure ")
              + roi
              + "; there are: "
              + names);
    }
    try {
      ContourSet contours =
          new DicomVoxels()
              .readContours(folder, found.getFirst().set(), monitor)
              .getOrDefault(found.getFirst().structure().getRoiNumber(), new ContourSet(List.of()));
      return new Contours(contours, uid(found.getFirst().set().getFrameOfReference()));
    } catch (DicomReadException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  /** Reads the only dose in Gy. */
  DoseGrid dose(IProgressMonitor monitor) throws RefusalException {
    List<DoseDistribution> doses =
        imported.patientCase().getCourses().stream()
            .flatMap(course -> course.getPlans().stream())
            .flatMap(plan -> plan.getDoses().stream())
            .filter(dose -> !dose.isRelative())
            .toList();
    if (doses.size() != 1) {
      throw new RefusalException(
          source + ": " + doses.size() + " dose grids in Gy; name the file of one with --dose.");
    }
    try {
      return new DicomVoxels().readDose(folder, doses.getFirst(), monitor);
    } catch (DicomReadException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    CaseFolder.delete(folder);
  }
}
