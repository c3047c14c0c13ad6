/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Grid of a dose object with any form of Grid Frame Offset Vector (3004,000C): ascending or
 * descending offsets from the image position, absolute z coordinates, or offsets that start
 * elsewhere than at 0.
 *
 * @param grid the regular grid, slices ascending along the normal
 * @param frameOfPlane frame of each plane, ascending along the normal
 * @param positions planes along the normal; empty for a single frame
 * @param note what had to be assumed; empty if nothing
 */
public record DoseGeometry(
    GridGeometry grid,
    List<Integer> frameOfPlane,
    Optional<SlicePositions> positions,
    String note) {

  private static final double POSITION_TOLERANCE_MM = 0.01;
  private static final double AXIAL_TOLERANCE = 1e-3;

  /** Reads and checks the geometry of a dose object. */
  public static DoseGeometry of(Dataset dose) throws DicomReadException {
    SlicePlane plane = SlicePlane.of(dose);
    int frames = dose.integer(Tag.NumberOfFrames).orElse(1);
    if (frames == 1) {
      return single(dose, plane);
    }
    double[] offsets = dose.requiredNumbers(Tag.GridFrameOffsetVector, frames);
    String note = toRelative(offsets, plane);
    List<Integer> order =
        IntStream.range(0, frames)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> offsets[i]))
            .toList();
    double[] sorted = order.stream().mapToDouble(i -> offsets[i]).toArray();
    SlicePositions positions;
    try {
      positions = SlicePositions.of(sorted);
    } catch (IllegalArgumentException e) {
      throw dose.problem(
          Tag.GridFrameOffsetVector, "Two dose planes have the same position.", "Export it again.");
    }
    if (!positions.isReadable()) {
      throw dose.problem(
          Tag.GridFrameOffsetVector,
          "The dose planes are too unequally spaced for a regular grid.",
          "Export the dose on a regular grid.");
    }
    Vector3 origin = plane.originMm().plus(plane.axes().z().times(sorted[0]));
    return new DoseGeometry(
        grid(plane, origin, positions.gridCount(), positions.gridSpacingMm()),
        order,
        Optional.of(positions),
        note);
  }

  /**
   * Returns what a reader must know about the geometry.
   *
   * @param affected file and attribute it is about
   */
  public List<Finding> findings(String affected) {
    var findings = new ArrayList<Finding>();
    if (!note.isEmpty()) {
      findings.add(Finding.warning(note + ". Check the dose against the images.", affected));
    }
    positions
        .filter(p -> !p.isRegular())
        .ifPresent(
            p ->
                findings.add(
                    Finding.warning(
                        String.format(
                            Locale.ROOT,
                            "The dose planes are unequally spaced; doses are interpolated linearly"
                                + " to %d planes of %.3f mm.",
                            p.gridCount(),
                            p.gridSpacingMm()),
                        affected)));
    return findings;
  }

  /**
   * Changes offsets in place to distances from the image position along the normal.
   *
   * @return what had to be assumed; empty if the object is unambiguous
   */
  private static String toRelative(double[] offsets, SlicePlane plane) {
    double first = offsets[0];
    if (first == 0) {
      return "";
    }
    double normalZ = plane.axes().z().z();
    boolean axial = Math.abs(Math.abs(normalZ) - 1) < AXIAL_TOLERANCE;
    boolean absolute = axial && Math.abs(first - plane.originMm().z()) <= POSITION_TOLERANCE_MM;
    double direction = absolute ? Math.signum(normalZ) : 1;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = direction * (offsets[i] - first);
    }
    return absolute
        ? ""
        : "The first frame offset is "
            + first
            + " mm, neither 0 nor the z coordinate of the image position; the first frame was"
            + " placed at the image position";
  }

  private static DoseGeometry single(Dataset dose, SlicePlane plane) throws DicomReadException {
    OptionalDouble thickness = dose.number(Tag.SliceThickness);
    if (!(thickness.orElse(0) > 0)) {
      throw dose.problem(
          Tag.SliceThickness,
          "The dose has a single plane and no thickness, so it fills no volume.",
          "Export the dose as one object with all planes.");
    }
    return new DoseGeometry(
        grid(plane, plane.originMm(), 1, thickness.getAsDouble()),
        List.of(0),
        Optional.empty(),
        "The dose has a single plane; its slice thickness of "
            + thickness.getAsDouble()
            + " mm is taken as its extent");
  }

  private static GridGeometry grid(
      SlicePlane plane, Vector3 originMm, int count, double spacingMm) {
    return new GridGeometry(
        plane.columns(),
        plane.rows(),
        count,
        originMm,
        new Vector3(plane.columnSpacingMm(), plane.rowSpacingMm(), spacingMm),
        plane.axes());
  }
}
