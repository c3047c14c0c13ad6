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
import java.util.List;
import java.util.Objects;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.StructureType;

/** Writes RTSTRUCT. Immutable and thread-safe. */
public final class StructureSetWriter {

  /** A contour refers to a slice if it lies this close to it, in slices. */
  private static final double ON_SLICE = 0.1;

  /** Coordinates are written to 0.0001 mm: finer than any drawing, and short to read. */
  private static final double COORDINATES_PER_MM = 1e4;

  private static final String STUDY_COMPONENT = "1.2.840.10008.3.1.2.3.1";

  private final WrittenStudy study;

  public StructureSetWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /**
   * Writes a structure set drawn on {@code images}; contours refer to the slices they lie on, and
   * their coordinates are rounded to 0.0001 mm.
   *
   * @param seriesNumber Series Number, unique in the study
   * @param label Structure Set Label, at most 16 characters
   */
  public WrittenObject write(
      Path file,
      int seriesNumber,
      String label,
      WrittenImages images,
      List<StructureSpec> structures,
      IProgressMonitor monitor)
      throws DicomWriteException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing " + label, structures.size());
    Attributes set =
        ObjectHeader.of(study, SopClass.STRUCTURE_SET, seriesNumber, label, "structures");
    ObjectHeader.frame(set, images.frameOfReferenceUid());
    ObjectHeader.notice(set, study, Tag.StructureSetDescription, VR.ST);
    set.setInt(Tag.InstanceNumber, VR.IS, 1);
    set.setString(Tag.StructureSetLabel, VR.SH, label);
    set.setString(Tag.StructureSetDate, VR.DA, ObjectHeader.date(study.date()));
    set.setString(Tag.StructureSetTime, VR.TM, ObjectHeader.noon());
    set.setString(Tag.ApprovalStatus, VR.CS, "UNAPPROVED");
    references(set, images);
    Sequence rois = set.newSequence(Tag.StructureSetROISequence, structures.size());
    Sequence contours = set.newSequence(Tag.ROIContourSequence, structures.size());
    Sequence observations = set.newSequence(Tag.RTROIObservationsSequence, structures.size());
    for (StructureSpec structure : structures) {
      progress.checkCanceled();
      describe(ObjectHeader.newItem(rois), structure, images.frameOfReferenceUid());
      draw(ObjectHeader.newItem(contours), structure, images);
      observe(ObjectHeader.newItem(observations), structure);
      progress.worked(1);
    }
    DicomFiles.write(file, set);
    return ObjectHeader.written(file, set, images.frameOfReferenceUid());
  }

  private void references(Attributes set, WrittenImages images) {
    Attributes frame =
        ObjectHeader.newItem(set.newSequence(Tag.ReferencedFrameOfReferenceSequence, 1));
    frame.setString(Tag.FrameOfReferenceUID, VR.UI, images.frameOfReferenceUid());
    Attributes ofStudy = ObjectHeader.newItem(frame.newSequence(Tag.RTReferencedStudySequence, 1));
    ofStudy.setString(Tag.ReferencedSOPClassUID, VR.UI, STUDY_COMPONENT);
    ofStudy.setString(Tag.ReferencedSOPInstanceUID, VR.UI, study.uid());
    Attributes series =
        ObjectHeader.newItem(ofStudy.newSequence(Tag.RTReferencedSeriesSequence, 1));
    series.setString(Tag.SeriesInstanceUID, VR.UI, images.seriesInstanceUid());
    Sequence slices = series.newSequence(Tag.ContourImageSequence, images.slices().size());
    for (WrittenObject slice : images.slices()) {
      slices.add(ObjectHeader.referenceItem(slice.sopClassUid(), slice.sopInstanceUid()));
    }
  }

  private static void describe(Attributes roi, StructureSpec structure, String frameUid) {
    roi.setInt(Tag.ROINumber, VR.IS, structure.roiNumber());
    roi.setString(Tag.ReferencedFrameOfReferenceUID, VR.UI, frameUid);
    roi.setString(Tag.ROIName, VR.LO, structure.name());
    structure
        .algorithm()
        .ifPresentOrElse(
            algorithm -> roi.setString(Tag.ROIGenerationAlgorithm, VR.CS, algorithm.name()),
            () -> roi.setNull(Tag.ROIGenerationAlgorithm, VR.CS));
  }

  private static void draw(Attributes roi, StructureSpec structure, WrittenImages images) {
    int colour = structure.colourRgb();
    roi.setInt(Tag.ROIDisplayColor, VR.IS, colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    roi.setInt(Tag.ReferencedROINumber, VR.IS, structure.roiNumber());
    List<PlanarContour> drawn = structure.contours().contours();
    if (drawn.isEmpty()) {
      return;
    }
    Sequence contours = roi.newSequence(Tag.ContourSequence, drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      PlanarContour contour = drawn.get(i);
      Attributes item = ObjectHeader.newItem(contours);
      referToSlice(item, contour.pointMm(0), images);
      item.setInt(Tag.ContourNumber, VR.IS, i + 1);
      item.setString(Tag.ContourGeometricType, VR.CS, "CLOSED_PLANAR");
      item.setInt(Tag.NumberOfContourPoints, VR.IS, contour.pointCount());
      item.setString(Tag.ContourData, VR.DS, coordinates(contour.xyzMm()));
    }
  }

  private static void referToSlice(Attributes contour, Vector3 pointMm, WrittenImages images) {
    double z = images.geometry().toIndex(pointMm).z();
    long slice = Math.round(z);
    if (slice >= 0 && slice < images.slices().size() && Math.abs(z - slice) <= ON_SLICE) {
      ObjectHeader.reference(contour, Tag.ContourImageSequence, images.slices().get((int) slice));
    }
  }

  private static String[] coordinates(double[] xyzMm) {
    String[] texts = new String[xyzMm.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = DecimalString.of(Math.rint(xyzMm[i] * COORDINATES_PER_MM) / COORDINATES_PER_MM);
    }
    return texts;
  }

  private static void observe(Attributes observation, StructureSpec structure) {
    observation.setInt(Tag.ObservationNumber, VR.IS, structure.roiNumber());
    observation.setInt(Tag.ReferencedROINumber, VR.IS, structure.roiNumber());
    String type = interpretedType(structure.type());
    if (type.isEmpty()) {
      observation.setNull(Tag.RTROIInterpretedType, VR.CS);
    } else {
      observation.setString(Tag.RTROIInterpretedType, VR.CS, type);
    }
    observation.setNull(Tag.ROIInterpreter, VR.PN);
  }

  private static String interpretedType(StructureType type) {
    return switch (type) {
      case ORGAN -> "ORGAN";
      case GTV -> "GTV";
      case CTV -> "CTV";
      case PTV -> "PTV";
      case EXTERNAL -> "EXTERNAL";
      case AVOIDANCE -> "AVOIDANCE";
      case OTHER -> "";
    };
  }
}
