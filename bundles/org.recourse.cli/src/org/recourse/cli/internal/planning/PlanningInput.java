/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.planning.medium.DensityTable;
import org.recourse.planning.site.PlanningSite;

/**
 * CT and contours of a case. Immutable.
 *
 * @param ct planning CT
 * @param contours of every structure by name
 * @param bodyName the outer contour
 */
public record PlanningInput(ImageVolume ct, Map<String, ContourSet> contours, String bodyName) {

  /**
   * Reads a DICOM folder.
   *
   * @param copy empty folder for the imported files
   */
  public static PlanningInput ofDicom(
      Path folder, Path copy, SliceExecutor executor, IProgressMonitor monitor)
      throws DicomReadException {
    var imported = new DicomImport().importFolder(folder, copy, executor, monitor);
    OpenCase opened = OpenCase.of(copy, imported.patientCase(), executor);
    StructureSet structures = opened.patientCase().getStructureSets().getFirst();
    return of(opened, structures, monitor);
  }

  /**
   * Reads CT and contours that lie in the frame of a structure set.
   *
   * @throws IllegalArgumentException if there is no CT in its frame, or no outer contour
   */
  public static PlanningInput of(OpenCase opened, StructureSet set, IProgressMonitor monitor)
      throws DicomReadException {
    ImageSeries series =
        opened.patientCase().getImageSeries().stream()
            .filter(one -> "CT".equals(one.getModality()))
            .filter(one -> one.getFrameOfReference() == set.getFrameOfReference())
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the case has no CT in the plan's frame"));
    ImageVolume ct = opened.voxels().image(series.getSeriesInstanceUid(), monitor);
    Map<String, ContourSet> contours = new LinkedHashMap<>();
    List<String> bodies = new ArrayList<>();
    for (Structure structure : set.getStructures()) {
      String digest = structure.isSetContourDigest() ? structure.getContourDigest() : "";
      String uid = set.getReference() == null ? "" : set.getReference().getSopInstanceUid();
      contours.put(
          structure.getName(),
          opened.voxels().contours(uid, structure.getRoiNumber(), digest, monitor));
      if (structure.getType() == StructureType.EXTERNAL) {
        bodies.add(structure.getName());
      }
    }
    if (bodies.isEmpty()) {
      throw new IllegalArgumentException("no structure is the outer contour (type EXTERNAL)");
    }
    return new PlanningInput(ct, contours, bodies.getFirst());
  }

  /** Prepares the patient on a dose grid. */
  public PlanningSite site(double spacingMm, SliceExecutor executor, IProgressMonitor monitor) {
    return PlanningSite.of(
        ct, DensityTable.bilinear(), contours, bodyName, spacingMm, executor, monitor);
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
