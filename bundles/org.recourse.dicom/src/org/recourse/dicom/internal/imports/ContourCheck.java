/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.voxels.ContourReader;
import org.recourse.dicom.internal.voxels.ContourReader.Contour;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Structure;

/** Checks the contours of one structure set: shape, plane and the images they refer to. */
final class ContourCheck {

  /** A contour belongs to a slice that is this close. */
  private static final double ON_SLICE_MM = 0.1;

  /** Points of a planar contour may be off their common plane by this. */
  private static final double PLANAR_MM = 0.1;

  private final FindingList findings;
  private final SourceFile file;
  private int contourCount;
  private int offSliceCount;
  private final Set<String> referencedImages = new HashSet<>();

  ContourCheck(FindingList findings, SourceFile file) {
    this.findings = findings;
    this.file = file;
  }

  void run(
      List<Structure> structures,
      Map<Integer, Dataset> drawn,
      Optional<ImageSeriesImport.Imported> series) {
    var slices = new TreeSet<Double>();
    series.ifPresent(
        s ->
            s.slices()
                .forEach(f -> slices.add(f.plane().orElseThrow().positionMm(s.firstPlane()))));
    collectReferences();
    for (Structure structure : structures) {
      Dataset roi = drawn.get(structure.getRoiNumber());
      List<Dataset> items = roi == null ? List.of() : roi.items(Tag.ContourSequence);
      if (items.isEmpty()) {
        findings.warning(
            "Structure '" + structure.getName() + "' has no contours; it has no volume.",
            FindingList.at(file, Tag.ContourSequence));
      } else {
        check(structure, items, series.map(ImageSeriesImport.Imported::firstPlane), slices);
      }
    }
    series.ifPresent(this::reportReferences);
    if (offSliceCount > 0) {
      findings.info(
          offSliceCount
              + " of "
              + contourCount
              + " contours do not lie on an image slice; they are used where they are drawn.",
          FindingList.at(file, Tag.ContourData));
    }
  }

  private void collectReferences() {
    for (Dataset frame : file.data().items(Tag.ReferencedFrameOfReferenceSequence)) {
      for (Dataset study : frame.items(Tag.RTReferencedStudySequence)) {
        for (Dataset series : study.items(Tag.RTReferencedSeriesSequence)) {
          addImages(series);
        }
      }
    }
  }

  private void addImages(Dataset owner) {
    for (Dataset image : owner.items(Tag.ContourImageSequence)) {
      image.text(Tag.ReferencedSOPInstanceUID).ifPresent(referencedImages::add);
    }
  }

  private void check(
      Structure structure,
      List<Dataset> items,
      Optional<SlicePlane> firstPlane,
      TreeSet<Double> slices) {
    var reader = new ContourReader();
    Map<String, Integer> unusable = new LinkedHashMap<>();
    var notes = new ArrayList<String>();
    int bent = 0;
    for (Dataset item : items) {
      addImages(item);
      switch (reader.read(item)) {
        case Contour.Unusable(String reason) -> unusable.merge(reason, 1, Integer::sum);
        case Contour.Usable(PlanarContour contour, Optional<String> note) -> {
          contourCount++;
          note.ifPresent(notes::add);
          bent += firstPlane.isPresent() && isBent(contour, firstPlane.get(), slices) ? 1 : 0;
        }
      }
    }
    report(structure, items.size(), unusable, notes, bent);
  }

  /** Counts a contour off the slices, and tells whether it leaves the plane of the slices. */
  private boolean isBent(PlanarContour contour, SlicePlane plane, TreeSet<Double> slices) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < contour.pointCount(); i++) {
      Vector3 offset = contour.pointMm(i).minus(plane.originMm());
      double position = offset.dot(plane.axes().z());
      least = Math.min(least, position);
      most = Math.max(most, position);
    }
    if (slices.subSet(least - ON_SLICE_MM, most + ON_SLICE_MM).isEmpty()) {
      offSliceCount++;
    }
    return most - least > PLANAR_MM;
  }

  private void report(
      Structure structure,
      int itemCount,
      Map<String, Integer> unusable,
      List<String> notes,
      int bent) {
    unusable.forEach((reason, count) -> reportUnusable(structure, itemCount, reason, count));
    if (!notes.isEmpty()) {
      findings.warning(
          notes.size()
              + " contours of '"
              + structure.getName()
              + "' have another number of points than stated ("
              + notes.getFirst()
              + "); all points that are there were used.",
          FindingList.at(file, Tag.NumberOfContourPoints));
    }
    if (bent > 0) {
      findings.warning(
          bent
              + " contours of '"
              + structure.getName()
              + "' are not parallel to the image slices; check its volume.",
          FindingList.at(file, Tag.ContourData));
    }
  }

  private void reportUnusable(Structure structure, int itemCount, String reason, int count) {
    String text =
        count
            + " of "
            + itemCount
            + " contours of '"
            + structure.getName()
            + "' are left out: "
            + reason
            + ".";
    String affected = FindingList.at(file, Tag.ContourSequence);
    if (reason.contains(ContourReader.POINT)) {
      findings.info(text + " A marked point has no volume.", affected);
    } else {
      findings.error(text + " Its volume may be too small.", affected);
    }
  }

  private void reportReferences(ImageSeriesImport.Imported series) {
    Set<String> existing = new HashSet<>();
    series.slices().forEach(f -> existing.add(f.sopInstanceUid()));
    long missing = referencedImages.stream().filter(uid -> !existing.contains(uid)).count();
    if (missing > 0) {
      findings.warning(
          missing
              + " of "
              + referencedImages.size()
              + " images the structures refer to do not exist in series '"
              + series.series().getDescription()
              + "'. Contours were matched to slices by their position in the same frame of"
              + " reference; "
              + (contourCount - offSliceCount)
              + " of "
              + contourCount
              + " lie on a slice. Check one structure on the images.",
          FindingList.at(file, Tag.ContourImageSequence));
    }
  }
}
