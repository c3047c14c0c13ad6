/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Contours of one structure, grouped into parallel planes. Immutable and thread-safe.
 *
 * <p>Conventions:
 *
 * <ul>
 *   <li>The normal is that of the largest contour. Contours that are tilted against it by more than
 *       5 degrees are left out, with a finding.
 *   <li>The spacing is the median distance of neighbouring planes, or the thickness given for a
 *       lone plane.
 *   <li>A plane stands for the slab that reaches half way to its neighbours. Neighbours further
 *       apart than 1.5 spacings are a gap: it stays open, with a finding.
 *   <li>At an end and at a gap the slab reaches as far as on the other side, or half a spacing if
 *       the plane has no neighbour.
 * </ul>
 *
 * <p>In-plane coordinates are u along {@code axes().x()} and v along {@code axes().y()}, in mm from
 * the patient origin; the position of a plane is measured along {@code axes().z()}.
 */
public final class ContourPlanes {

  private static final double SAME_PLANE_MM = 0.05;
  private static final double GAP_SPACINGS = 1.5;
  private static final double LEAST_COSINE = Math.cos(Math.toRadians(5));
  private static final double LEAST_AREA_MM2 = 1e-6;

  private final Axes axes;
  private final double spacingMm;
  private final List<ContourPlane> planes;
  private final List<Finding> findings;

  private ContourPlanes(
      Axes axes, double spacingMm, List<ContourPlane> planes, List<Finding> findings) {
    this.axes = axes;
    this.spacingMm = spacingMm;
    this.planes = List.copyOf(planes);
    this.findings = List.copyOf(findings);
  }

  /** One loop with its position along the normal. */
  private record Loop(double positionMm, double[] uvMm) {}

  /**
   * Groups contours.
   *
   * @param lonePlaneThicknessMm thickness that one contour plane without neighbours stands for,
   *     greater than 0, such as the slice spacing of the image
   */
  public static ContourPlanes of(ContourSet contours, double lonePlaneThicknessMm) {
    if (!(lonePlaneThicknessMm > 0 && lonePlaneThicknessMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("thickness must be > 0 mm: " + lonePlaneThicknessMm);
    }
    return grouped(contours, normal -> lonePlaneThicknessMm);
  }

  /** Groups contours; a lone plane gets the thickness of one voxel of {@code grid}. */
  public static ContourPlanes of(ContourSet contours, GridGeometry grid) {
    return grouped(contours, grid::spacingAlongMm);
  }

  private static ContourPlanes grouped(
      ContourSet contours, ToDoubleFunction<Vector3> lonePlaneThicknessMm) {
    var findings = new ArrayList<Finding>();
    Optional<Vector3> normal = commonNormal(contours);
    if (normal.isEmpty()) {
      if (!contours.isEmpty()) {
        findings.add(
            Finding.warning("No contour encloses an area; the structure is empty.", "contours"));
      }
      double thickness = lonePlaneThicknessMm.applyAsDouble(Axes.PATIENT.z());
      return new ContourPlanes(Axes.PATIENT, thickness, List.of(), findings);
    }
    Axes axes = axesOf(normal.get());
    List<List<Loop>> groups = byPosition(loopsOf(contours, axes, findings));
    double[] positions = groups.stream().mapToDouble(g -> g.getFirst().positionMm()).toArray();
    double spacing = medianDistance(positions, lonePlaneThicknessMm.applyAsDouble(axes.z()));
    var planes = new ArrayList<ContourPlane>();
    for (int i = 0; i < positions.length; i++) {
      planes.add(planeOf(groups.get(i), positions, i, spacing));
      if (i > 0 && isGap(positions, i - 1, spacing)) {
        findings.add(gapFinding(positions[i - 1], positions[i]));
      }
    }
    if (positions.length == 1) {
      findings.add(lonePlaneFinding(spacing));
    }
    return new ContourPlanes(axes, spacing, planes, findings);
  }

  private static Optional<Vector3> commonNormal(ContourSet contours) {
    return contours.contours().stream()
        .map(ContourPlanes::areaVector)
        .max(Comparator.comparingDouble(Vector3::norm))
        .filter(area -> area.norm() > LEAST_AREA_MM2)
        .map(Vector3::normalised);
  }

  /** Newell's formula: length is the area, direction the normal. */
  private static Vector3 areaVector(PlanarContour contour) {
    double[] p = contour.xyzMm();
    double x = 0;
    double y = 0;
    double z = 0;
    int n = p.length;
    for (int i = 0; i < n; i += 3) {
      // Relative to the first point, so that far-away contours lose no digits.
      int k = (i + 3) % n;
      double ax = p[i] - p[0];
      double ay = p[i + 1] - p[1];
      double az = p[i + 2] - p[2];
      double bx = p[k] - p[0];
      double by = p[k + 1] - p[1];
      double bz = p[k + 2] - p[2];
      x += ay * bz - az * by;
      y += az * bx - ax * bz;
      z += ax * by - ay * bx;
    }
    return new Vector3(x / 2, y / 2, z / 2);
  }

  /** In-plane axes along the patient axes as far as the normal allows. */
  private static Axes axesOf(Vector3 normal) {
    double x = Math.abs(normal.x());
    double y = Math.abs(normal.y());
    double z = Math.abs(normal.z());
    double largest = z >= x && z >= y ? normal.z() : y >= x ? normal.y() : normal.x();
    Vector3 w = snapped(normal.times(Math.signum(largest)));
    Vector3 start = Math.abs(w.x()) < 0.8 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0);
    Vector3 u = start.minus(w.times(start.dot(w))).normalised();
    return new Axes(u, w.cross(u), w);
  }

  /** Removes the rounding of contours that were drawn on planes of the patient axes. */
  private static Vector3 snapped(Vector3 normal) {
    for (Vector3 axis : List.of(Axes.PATIENT.x(), Axes.PATIENT.y(), Axes.PATIENT.z())) {
      if (normal.distanceTo(axis) < 1e-4) {
        return axis;
      }
    }
    return normal;
  }

  private static List<Loop> loopsOf(ContourSet contours, Axes axes, List<Finding> findings) {
    var loops = new ArrayList<Loop>();
    int withoutArea = 0;
    int tilted = 0;
    for (PlanarContour contour : contours.contours()) {
      Vector3 area = areaVector(contour);
      if (area.norm() <= LEAST_AREA_MM2) {
        withoutArea++;
      } else if (Math.abs(area.normalised().dot(axes.z())) < LEAST_COSINE) {
        tilted++;
      } else {
        loops.add(projected(contour, axes));
      }
    }
    if (withoutArea > 0) {
      findings.add(
          Finding.info(withoutArea + " contour(s) without area were left out.", "contours"));
    }
    if (tilted > 0) {
      findings.add(
          Finding.error(
              tilted
                  + " contour(s) are tilted against the others by more than 5 degrees and were left"
                  + " out; volume and dose of this structure are incomplete.",
              "contours"));
    }
    return loops;
  }

  private static Loop projected(PlanarContour contour, Axes axes) {
    int n = contour.pointCount();
    double[] uv = new double[2 * n];
    double position = 0;
    for (int i = 0; i < n; i++) {
      Vector3 point = contour.pointMm(i);
      uv[2 * i] = point.dot(axes.x());
      uv[2 * i + 1] = point.dot(axes.y());
      position += point.dot(axes.z());
    }
    return new Loop(position / n, uv);
  }

  private static List<List<Loop>> byPosition(List<Loop> loops) {
    var sorted = new ArrayList<>(loops);
    sorted.sort(Comparator.comparingDouble(Loop::positionMm));
    var groups = new ArrayList<List<Loop>>();
    for (Loop loop : sorted) {
      boolean same =
          !groups.isEmpty()
              && loop.positionMm() - groups.getLast().getFirst().positionMm() < SAME_PLANE_MM;
      if (!same) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(loop);
    }
    return groups;
  }

  private static double medianDistance(double[] positions, double lonePlaneThicknessMm) {
    if (positions.length < 2) {
      return lonePlaneThicknessMm;
    }
    double[] distances = new double[positions.length - 1];
    Arrays.setAll(distances, i -> positions[i + 1] - positions[i]);
    Arrays.sort(distances);
    return distances[(distances.length - 1) / 2];
  }

  private static boolean isGap(double[] positions, int i, double spacingMm) {
    return positions[i + 1] - positions[i] > GAP_SPACINGS * spacingMm;
  }

  private static ContourPlane planeOf(
      List<Loop> loops, double[] positions, int i, double spacingMm) {
    boolean below = i > 0 && !isGap(positions, i - 1, spacingMm);
    boolean above = i + 1 < positions.length && !isGap(positions, i, spacingMm);
    double position = positions[i];
    double down = below ? (position - positions[i - 1]) / 2 : Double.NaN;
    double up = above ? (positions[i + 1] - position) / 2 : Double.NaN;
    if (!below) {
      down = above ? up : spacingMm / 2;
    }
    if (!above) {
      up = below ? down : spacingMm / 2;
    }
    var region = PlanarRegion.of(loops.stream().map(Loop::uvMm).toList());
    return new ContourPlane(position, position - down, position + up, below, above, region);
  }

  private static Finding lonePlaneFinding(double thicknessMm) {
    return Finding.info(
        String.format(
            Locale.ROOT,
            "All contours lie on one plane; it is taken as %.2f mm thick, so the volume depends on"
                + " this assumption.",
            thicknessMm),
        "contours");
  }

  private static Finding gapFinding(double fromMm, double toMm) {
    return Finding.warning(
        String.format(
            Locale.ROOT,
            "No contours between %.2f mm and %.2f mm along the normal: the gap stays open. Draw the"
                + " missing contours if the structure goes on there.",
            fromMm,
            toMm),
        "contours");
  }

  /** Directions of u, v and of the common normal. */
  public Axes axes() {
    return axes;
  }

  /** Median distance of neighbouring planes, or the thickness of a lone plane, mm. */
  public double spacingMm() {
    return spacingMm;
  }

  /** Planes by rising position. */
  public List<ContourPlane> planes() {
    return planes;
  }

  /** Reservations: contours left out and gaps. */
  public List<Finding> findings() {
    return findings;
  }

  public boolean isEmpty() {
    return planes.isEmpty();
  }

  /** Returns the plane in whose slab a position along the normal lies. */
  public Optional<ContourPlane> planeAt(double positionMm) {
    for (ContourPlane plane : planes) {
      if (positionMm >= plane.fromMm() && positionMm < plane.toMm()) {
        return Optional.of(plane);
      }
    }
    return Optional.empty();
  }

  /** Volume of the prisms (area times slab thickness), cm³. */
  public double prismVolumeCm3() {
    double volumeMm3 = 0;
    for (ContourPlane plane : planes) {
      volumeMm3 += plane.region().areaMm2() * plane.thicknessMm();
    }
    return volumeMm3 / 1000;
  }
}
