/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.phantom.AnalyticShapes;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.fractionation.Fractionation;

/** Structures and doses of {@link DoseBench}; the same every time. Stateless. */
final class DoseBenchData {

  /** Grid of the sum: 5 million voxels of 2 mm. */
  static final GridGeometry FIVE_MILLION = centred(200, 200, 125, 2);

  /** Dose grid of 2.5 mm over a CT of 512 x 512 x 200 voxels of 0.977 x 0.977 x 2.5 mm. */
  private static final GridGeometry CLINICAL = centred(200, 200, 200, 2.5);

  private static final GridGeometry GAMMA_GRID =
      new GridGeometry(200, 200, 150, Vector3.ZERO, new Vector3(2.5, 2.5, 2.5));

  private static final int STRUCTURES = 20;
  private static final int POINTS_PER_CONTOUR = 120;
  private static final double CT_SLICE_MM = 2.5;
  private static final double SMALLEST_MM = 3; // radius: 0.1 cm³
  private static final double LARGEST_MM = 78; // radius: 2 litres

  private DoseBenchData() {}

  private static GridGeometry centred(int x, int y, int z, double mm) {
    return new GridGeometry(
        x, y, z, new Vector3(-x * mm / 2, -y * mm / 2, -z * mm / 2), new Vector3(mm, mm, mm));
  }

  /** Spheres of 0.1 cm³ to 2 litres, contoured on the slices of the CT. */
  static List<ContourSet> twentyStructures() {
    List<ContourSet> contours = new ArrayList<>();
    for (int i = 0; i < STRUCTURES; i++) {
      double radiusMm = SMALLEST_MM * Math.pow(LARGEST_MM / SMALLEST_MM, i / (STRUCTURES - 1.0));
      var centreMm = new Vector3(-120 + 12.3 * i, 60 * Math.sin(i), 40 * Math.cos(i));
      contours.add(AnalyticShapes.sphere(centreMm, radiusMm, CT_SLICE_MM, POINTS_PER_CONTOUR));
    }
    return contours;
  }

  static DoseGrid clinicalDose(double shiftMm) {
    return smooth(CLINICAL, shiftMm, 0);
  }

  /** The plan on the grid of the sum and two earlier courses, each turned in a frame of its own. */
  static List<CourseDose> threeCourses() {
    return List.of(
        course("plan", FIVE_MILLION, AffineTransform.IDENTITY),
        course("first", centred(160, 160, 100, 2.5), turned(0.05)),
        course("second", centred(160, 160, 100, 2.5), turned(0.09)));
  }

  /** Three courses none of which lies along the grid of the sum. */
  static List<CourseDose> threeRotatedCourses() {
    GridGeometry own = centred(160, 160, 100, 2.5);
    return List.of(
        course("first", own, turned(0.05)),
        course("second", own, turned(0.09)),
        course("third", own, turned(0.13)));
  }

  private static CourseDose course(String label, GridGeometry own, AffineTransform toCourse) {
    return new CourseDose(label, smooth(own, 0, 0), new Fractionation(60, 30), toCourse);
  }

  /** Turned about two axes, as a rigid registration turns. */
  private static AffineTransform turned(double angleRad) {
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    AffineTransform aboutZ =
        AffineTransform.ofRows(new double[] {c, -s, 0, 3, s, c, 0, 1, 0, 0, 1, 0});
    AffineTransform aboutX =
        AffineTransform.ofRows(new double[] {1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0});
    return aboutX.after(aboutZ);
  }

  /**
   * A target with steep edges and a smooth bath with ripples.
   *
   * @param shiftMm shift along x
   * @param scale relative change of every dose
   */
  static DoseGrid gammaDose(double shiftMm, double scale) {
    return dose(GAMMA_GRID, new Vector3(250 + shiftMm, 250, 187), GAMMA_RADIUS_MM, scale);
  }

  private static final double GAMMA_RADIUS_MM = 181; // 1.5 million voxels above 10 %

  private static DoseGrid smooth(GridGeometry geometry, double shiftMm, double scale) {
    return dose(geometry, new Vector3(shiftMm, 0, 0), 60, scale);
  }

  private static DoseGrid dose(
      GridGeometry geometry, Vector3 middle, double radiusMm, double scale) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = geometry.toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z);
        double y = 1.1 * (p.y() - middle.y());
        double r = Math.hypot(Math.hypot(p.x() - middle.x(), y), 1.2 * (p.z() - middle.z()));
        double edge = 60 / (1 + Math.exp((r - radiusMm) / 5));
        double ripple = 1.2 * Math.sin(p.x() / 7) * Math.cos(p.y() / 9 + p.z() / 11);
        double bath = 12 * Math.exp(-r * r / 26000);
        slice[i] = (float) ((edge + bath + ripple * edge / 60) * (1 + scale));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
