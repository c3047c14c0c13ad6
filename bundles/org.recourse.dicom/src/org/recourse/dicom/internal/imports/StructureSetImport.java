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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/** Imports structure sets: names, kinds, colours and the series they were drawn on. */
final class StructureSetImport {

  private final ImportContext context;
  private final List<ImageSeriesImport.Imported> images;

  StructureSetImport(ImportContext context, List<ImageSeriesImport.Imported> images) {
    this.context = context;
    this.images = images;
  }

  /** Returns the imported sets by SOP Instance UID. */
  Map<String, StructureSet> run(List<SourceFile> files) {
    var sets = new LinkedHashMap<String, StructureSet>();
    for (SourceFile file : files) {
      try {
        sets.put(file.sopInstanceUid(), read(file));
      } catch (DicomReadException e) {
        context.findings().rejected(file.name(), e);
      }
    }
    return sets;
  }

  private StructureSet read(SourceFile file) throws DicomReadException {
    List<Dataset> rois = file.data().items(Tag.StructureSetROISequence);
    if (rois.isEmpty()) {
      throw file.data()
          .problem(Tag.StructureSetROISequence, "It has no structures.", "Export it again.");
    }
    String frameUid = frameUid(file, rois);
    var observed = new StructureTypes(file.data());
    Map<Integer, Dataset> drawn = new HashMap<>();
    for (Dataset roi : file.data().items(Tag.ROIContourSequence)) {
      drawn.put(roi.requiredInteger(Tag.ReferencedROINumber), roi);
    }
    var structures = new ArrayList<Structure>();
    Set<Integer> numbers = new HashSet<>();
    for (Dataset roi : rois) {
      int number = roi.requiredInteger(Tag.ROINumber);
      if (!numbers.add(number)) {
        throw roi.problem(
            Tag.ROINumber, "Two structures have number " + number + ".", "Export it again.");
      }
      String roiFrame = roi.text(Tag.ReferencedFrameOfReferenceUID).orElse(frameUid);
      if (roiFrame.equals(frameUid)) {
        structures.add(structure(roi, number, observed, drawn.get(number)));
      } else {
        rejectStructure(file, roi, roiFrame);
      }
    }
    return toModel(file, frameUid, structures, observed, drawn);
  }

  private StructureSet toModel(
      SourceFile file,
      String frameUid,
      List<Structure> structures,
      StructureTypes observed,
      Map<Integer, Dataset> drawn) {
    StructureSet set = ModelFactory.eINSTANCE.createStructureSet();
    set.setLabel(file.textOr(Tag.StructureSetLabel, "Structures"));
    set.setReference(context.files().accept(file));
    set.getStructures().addAll(structures);
    Optional<ImageSeriesImport.Imported> series = seriesOf(file, frameUid);
    series.ifPresent(s -> set.setImageSeries(s.series()));
    set.setFrameOfReference(frame(file, frameUid, series));
    context.patientCase().getStructureSets().add(set);
    observed.reportAssumed(file, context.findings());
    new ContourCheck(context.findings(), file).run(structures, drawn, series);
    return set;
  }

  private static String frameUid(SourceFile file, List<Dataset> rois) throws DicomReadException {
    Optional<String> ofRoi = rois.getFirst().text(Tag.ReferencedFrameOfReferenceUID);
    Optional<String> referenced =
        file.data()
            .item(Tag.ReferencedFrameOfReferenceSequence)
            .flatMap(frame -> frame.text(Tag.FrameOfReferenceUID));
    return referenced
        .or(() -> ofRoi)
        .or(() -> file.data().text(Tag.FrameOfReferenceUID))
        .orElseThrow(
            () ->
                file.data()
                    .problem(
                        Tag.ReferencedFrameOfReferenceUID,
                        "It names no frame of reference, so the structures have no place.",
                        "Export it again."));
  }

  private Structure structure(Dataset roi, int number, StructureTypes observed, Dataset drawn)
      throws DicomReadException {
    Structure structure = ModelFactory.eINSTANCE.createStructure();
    String name = roi.text(Tag.ROIName).orElse("ROI " + number);
    structure.setRoiNumber(number);
    structure.setName(name);
    structure.setType(observed.typeOf(number, name));
    if (Tg263Names.contains(name)) {
      structure.setTg263Name(name);
    }
    if (drawn != null) {
      double[] rgb = drawn.numbers(Tag.ROIDisplayColor);
      if (rgb.length == 3) {
        structure.setColourRgb((int) rgb[0] << 16 | (int) rgb[1] << 8 | (int) rgb[2]);
      }
    }
    return structure;
  }

  private void rejectStructure(SourceFile file, Dataset roi, String roiFrame) {
    context
        .findings()
        .error(
            "Structure '"
                + roi.text(Tag.ROIName).orElse("")
                + "' lies in another frame of reference ("
                + roiFrame
                + ") than the rest of the structure set. It was not imported.",
            FindingList.at(file, Tag.ReferencedFrameOfReferenceUID));
  }

  /** Finds the series by its UID, or else the only one in the same frame of reference. */
  private Optional<ImageSeriesImport.Imported> seriesOf(SourceFile file, String frameUid) {
    for (Dataset frame : file.data().items(Tag.ReferencedFrameOfReferenceSequence)) {
      for (Dataset study : frame.items(Tag.RTReferencedStudySequence)) {
        for (Dataset series : study.items(Tag.RTReferencedSeriesSequence)) {
          String uid = series.text(Tag.SeriesInstanceUID).orElse("");
          Optional<ImageSeriesImport.Imported> found =
              images.stream().filter(i -> i.series().getSeriesInstanceUid().equals(uid)).findAny();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    List<ImageSeriesImport.Imported> inFrame =
        images.stream()
            .filter(i -> i.series().getFrameOfReference().getUid().equals(frameUid))
            .toList();
    String consequence =
        switch (inFrame.size()) {
          case 0 -> "There are no images in its frame of reference either; it has no images.";
          case 1 ->
              "It was assigned to series '"
                  + inFrame.getFirst().series().getDescription()
                  + "', the only one in the same frame of reference.";
          default -> "Several series share its frame of reference, so none was chosen.";
        };
    context
        .findings()
        .warning(
            "The image series on which the structures were drawn is not in the folder. "
                + consequence,
            FindingList.at(file, Tag.RTReferencedSeriesSequence));
    return inFrame.size() == 1 ? Optional.of(inFrame.getFirst()) : Optional.empty();
  }

  private FrameOfReference frame(
      SourceFile file, String frameUid, Optional<ImageSeriesImport.Imported> series) {
    series
        .map(s -> s.series().getFrameOfReference().getUid())
        .filter(uid -> !uid.equals(frameUid))
        .ifPresent(
            uid ->
                context
                    .findings()
                    .error(
                        "The structures lie in frame of reference "
                            + frameUid
                            + " but their images in "
                            + uid
                            + ". They are not shown on the images without a registration.",
                        FindingList.at(file, Tag.FrameOfReferenceUID)));
    return context.frame(frameUid, "Frame of " + file.textOr(Tag.StructureSetLabel, "structures"));
  }
}
