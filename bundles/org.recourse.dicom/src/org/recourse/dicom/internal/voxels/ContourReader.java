/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.voxels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;

/** Reads the contours of a structure set object. */
public final class ContourReader {

  /** Geometric type of a marked point. */
  public static final String POINT = "POINT";

  private static final int LEAST_POINTS = 3;

  /** Outcome for one item of the contour sequence. */
  public sealed interface Contour {

    /** A usable contour. */
    record Usable(PlanarContour contour, Optional<String> note) implements Contour {}

    /** An item that is left out. */
    record Unusable(String reason) implements Contour {}
  }

  /** Returns the usable contours of every ROI, by ROI number. */
  public Map<Integer, ContourSet> readAll(Dataset structureSet) throws DicomReadException {
    var sets = new LinkedHashMap<Integer, ContourSet>();
    for (Dataset roi : structureSet.items(Tag.StructureSetROISequence)) {
      sets.put(roi.requiredInteger(Tag.ROINumber), new ContourSet(List.of()));
    }
    for (Dataset roi : structureSet.items(Tag.ROIContourSequence)) {
      var contours = new ArrayList<PlanarContour>();
      for (Dataset item : roi.items(Tag.ContourSequence)) {
        if (read(item) instanceof Contour.Usable usable) {
          contours.add(usable.contour());
        }
      }
      sets.put(roi.requiredInteger(Tag.ReferencedROINumber), new ContourSet(contours));
    }
    return sets;
  }

  /** Reads one item of the contour sequence. */
  public Contour read(Dataset item) {
    String type = item.text(Tag.ContourGeometricType).orElse("missing");
    if (!type.equals("CLOSED_PLANAR") && !type.equals("CLOSEDPLANAR_XOR")) {
      return new Contour.Unusable("contour type " + type + " is not a closed planar contour");
    }
    double[] xyzMm;
    int stated;
    try {
      xyzMm = item.numbers(Tag.ContourData);
      stated = item.integer(Tag.NumberOfContourPoints).orElse(xyzMm.length / 3);
    } catch (DicomReadException e) {
      return new Contour.Unusable("a coordinate is not a number");
    }
    if (xyzMm.length % 3 != 0) {
      return new Contour.Unusable(xyzMm.length + " coordinates are no whole points");
    }
    if (xyzMm.length < 3 * LEAST_POINTS) {
      return new Contour.Unusable("fewer than three points enclose nothing");
    }
    Optional<String> note =
        stated == xyzMm.length / 3
            ? Optional.empty()
            : Optional.of(stated + " points are stated, " + xyzMm.length / 3 + " are there");
    return new Contour.Usable(PlanarContour.of(xyzMm), note);
  }
}
