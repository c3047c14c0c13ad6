/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.write;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.voxels.DicomStudies;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.write.GenerationAlgorithm;
import org.recourse.dicom.write.StructureSetWriter;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.dicom.write.WrittenImages;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.model.DicomReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.ui.contouring.internal.edit.StructureContours;
import org.recourse.ui.contouring.internal.edit.StructureOrigin;

/**
 * A structure set as it is now, to be written as a new RTSTRUCT in the study of its images.
 * Captured on the UI thread; {@link #write} runs in the background. Immutable.
 */
public final class StructureExport {

  private static final String LABEL = "ReCourse edited";

  /** One structure with the version of its contours. */
  private record Row(StructureContours contours, StructureType type, int colourRgb, String recipe) {

    Optional<GenerationAlgorithm> algorithm(Map<Integer, GenerationAlgorithm> inFile) {
      return StructureOrigin.algorithm(
          recipe,
          !contours.contourDigest().isEmpty(),
          Optional.ofNullable(inFile.get(contours.roiNumber())));
    }
  }

  private final Path caseFolder;
  private final String seriesUid;
  private final String frameUid;
  private final List<WrittenObject> slices;
  private final List<Row> rows;
  private final Optional<Path> imported; // file of the structure set
  private final boolean synthetic;

  private StructureExport(
      Path caseFolder, ImageSeries images, StructureSet set, boolean synthetic) {
    this.caseFolder = caseFolder;
    this.synthetic = synthetic;
    seriesUid = images.getSeriesInstanceUid();
    frameUid = images.getFrameOfReference().getUid();
    slices = images.getInstances().stream().map(this::slice).toList();
    List<Row> all = new ArrayList<>();
    for (Structure structure : set.getStructures()) {
      all.add(
          new Row(
              StructureContours.of(structure),
              structure.getType(),
              structure.getColourRgb(),
              structure.isSetRecipe() ? structure.getRecipe() : ""));
    }
    rows = List.copyOf(all);
    imported =
        Optional.ofNullable(set.getReference())
            .map(DicomReference::getRelativePath)
            .map(caseFolder::resolve);
  }

  /**
   * Captures a structure set.
   *
   * @throws IllegalArgumentException if it has no images to refer to; the message is a sentence
   */
  public static StructureExport of(Path caseFolder, StructureSet set, boolean synthetic) {
    Objects.requireNonNull(caseFolder, "caseFolder");
    if (set.getImageSeries() == null || set.getImageSeries().getInstances().isEmpty()) {
      throw new IllegalArgumentException(
          "The structures have no image series to refer to. Import their CT first.");
    }
    return new StructureExport(caseFolder, set.getImageSeries(), set, synthetic);
  }

  private WrittenObject slice(DicomReference reference) {
    return new WrittenObject(
        caseFolder.resolve(reference.getRelativePath()),
        reference.getSopClassUid(),
        reference.getSopInstanceUid(),
        seriesUid,
        frameUid);
  }

  /**
   * Writes the file; it is there as a whole or not at all.
   *
   * @param now time of the export, from which its series number and so its UIDs derive
   */
  public WrittenObject write(Path file, CaseVoxels voxels, Instant now, IProgressMonitor monitor)
      throws DicomReadException, DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing structures", rows.size() + 2);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    WrittenStudy study = DicomStudies.of(slices.getFirst().file(), today, synthetic);
    var images =
        new WrittenImages(
            seriesUid, frameUid, voxels.image(seriesUid, progress.split(1)).geometry(), slices);
    List<StructureSpec> specs = new ArrayList<>();
    Map<Integer, GenerationAlgorithm> inFile =
        imported.isPresent()
            ? new DicomVoxels().readGenerationAlgorithms(imported.get())
            : Map.of();
    for (Row row : rows) {
      specs.add(
          new StructureSpec(
              row.contours().roiNumber(),
              row.contours().name(),
              row.type(),
              row.colourRgb(),
              row.contours().read(voxels, progress.split(1)),
              row.algorithm(inFile)));
    }
    int seriesNumber = (int) now.getEpochSecond(); // new with every export, fits until 2038
    return new StructureSetWriter(study)
        .write(file, seriesNumber, LABEL, images, specs, progress.split(1));
  }
}
