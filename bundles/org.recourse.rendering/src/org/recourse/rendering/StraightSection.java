/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.SectionPlane;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/**
 * Outline of a structure on a plane at right angles to its contours, such as a sagittal view of
 * axial contours.
 *
 * <p>Between neighbouring contour planes the outline runs straight from edge to edge: the shape is
 * interpolated linearly, as dose-volume histograms take it too. (These interpolate the distance to
 * the contour in both directions of the plane, here it is the edge on the section that is
 * interpolated; both pass through every contour and agree where the edge moves evenly.) Where a
 * structure begins, ends, branches or merges there is nothing to join: there a contour keeps its
 * shape up to the border of its slab, which lies half way to the next plane or half a spacing
 * beyond the last one.
 *
 * <p>Example: circles of radius 10 mm and 20 mm on planes 5 mm apart give, through their centres,
 * an edge that is 15 mm from the axis half way between the planes.
 */
final class StraightSection {

  /** Cosine of an angle this close to 90 degrees counts as none. */
  private static final double RIGHT_ANGLE_COSINE = 1e-6;

  private final Vector3 along; // on the section, within the contour planes
  private final ContourPlanes planes;
  private final SectionPlane section;
  private final List<double[]> lines = new ArrayList<>();

  private StraightSection(ContourPlanes planes, SectionPlane section) {
    this.planes = planes;
    this.section = section;
    along = planes.axes().z().cross(section.normal()).normalised();
  }

  static boolean applies(ContourPlanes planes, SectionPlane section) {
    return !planes.isEmpty()
        && Math.abs(planes.axes().z().dot(section.normal())) < RIGHT_ANGLE_COSINE;
  }

  /** Returns lines as u, v pairs in mm from the origin of the section, two points each. */
  static List<double[]> linesMm(ContourPlanes planes, SectionPlane section) {
    var cut = new StraightSection(planes, section);
    cut.trace();
    return cut.lines;
  }

  /**
   * What the section cuts out of one contour plane.
   *
   * @param ends sorted ends of the stretches inside, an even number
   * @param isJoinedBelow per stretch, whether straight lines lead to the plane below
   */
  private record Row(ContourPlane plane, double[] ends, boolean[] isJoinedBelow) {

    int count() {
      return ends.length / 2;
    }
  }

  private void trace() {
    Row below = null; // none yet
    for (ContourPlane plane : planes.planes()) {
      double[] ends = endsOn(plane);
      Row row = new Row(plane, ends, new boolean[ends.length / 2]);
      boolean[] unjoined = new boolean[0];
      if (below != null && plane.joinedBelow()) {
        unjoined = join(below, row);
        closeBorder(unjoinedEnds(below, unjoined), unjoinedEnds(row, inverse(row)), plane.fromMm());
      } else {
        if (below != null) {
          unjoined = all(below.count());
          closeBorder(below.ends(), new double[0], below.plane().toMm());
        }
        closeBorder(row.ends(), new double[0], plane.fromMm());
      }
      if (below != null) {
        uprights(below, unjoined, below.plane().positionMm(), below.plane().toMm());
      }
      uprights(row, inverse(row), plane.fromMm(), plane.positionMm());
      below = row;
    }
    if (below != null) {
      closeBorder(below.ends(), new double[0], below.plane().toMm());
      uprights(below, all(below.count()), below.plane().positionMm(), below.plane().toMm());
    }
  }

  private double[] endsOn(ContourPlane plane) {
    Axes axes = planes.axes();
    Vector3 start = section.originMm();
    return plane
        .region()
        .crossingsAlong(
            start.dot(axes.x()), start.dot(axes.y()), along.dot(axes.x()), along.dot(axes.y()));
  }

  /** Joins stretches that overlap each other and no other one; returns which below are left. */
  private boolean[] join(Row below, Row above) {
    boolean[] left = all(below.count());
    for (int i = 0; i < below.count(); i++) {
      int partner = onlyPartner(below.ends(), i, above.ends());
      if (partner >= 0 && onlyPartner(above.ends(), partner, below.ends()) == i) {
        left[i] = false;
        above.isJoinedBelow()[partner] = true;
        double from = below.plane().positionMm();
        double to = above.plane().positionMm();
        line(below.ends()[2 * i], from, above.ends()[2 * partner], to);
        line(below.ends()[2 * i + 1], from, above.ends()[2 * partner + 1], to);
      }
    }
    return left;
  }

  /** The one stretch of {@code others} that overlaps stretch {@code i}; negative if not one. */
  private static int onlyPartner(double[] ends, int i, double[] others) {
    int partner = -1;
    for (int j = 0; 2 * j < others.length; j++) {
      if (others[2 * j] < ends[2 * i + 1] && others[2 * j + 1] > ends[2 * i]) {
        if (partner >= 0) {
          return -1;
        }
        partner = j;
      }
    }
    return partner;
  }

  private void uprights(Row row, boolean[] which, double fromMm, double toMm) {
    for (int i = 0; i < row.count(); i++) {
      if (which[i]) {
        line(row.ends()[2 * i], fromMm, row.ends()[2 * i], toMm);
        line(row.ends()[2 * i + 1], fromMm, row.ends()[2 * i + 1], toMm);
      }
    }
  }

  /** Draws the parts of a slab border of which exactly one side is filled. */
  private void closeBorder(double[] under, double[] over, double positionMm) {
    double[] cuts = Arrays.copyOf(under, under.length + over.length);
    System.arraycopy(over, 0, cuts, under.length, over.length);
    Arrays.sort(cuts); // between cuts 2k and 2k + 1 exactly one side is filled
    for (int i = 0; i + 1 < cuts.length; i += 2) {
      if (cuts[i] < cuts[i + 1]) {
        line(cuts[i], positionMm, cuts[i + 1], positionMm);
      }
    }
  }

  private static double[] unjoinedEnds(Row row, boolean[] which) {
    double[] ends = new double[row.ends().length];
    int count = 0;
    for (int i = 0; i < row.count(); i++) {
      if (which[i]) {
        ends[count++] = row.ends()[2 * i];
        ends[count++] = row.ends()[2 * i + 1];
      }
    }
    return Arrays.copyOf(ends, count);
  }

  private static boolean[] inverse(Row row) {
    boolean[] unjoined = new boolean[row.count()];
    for (int i = 0; i < unjoined.length; i++) {
      unjoined[i] = !row.isJoinedBelow()[i];
    }
    return unjoined;
  }

  private static boolean[] all(int count) {
    boolean[] which = new boolean[count];
    Arrays.fill(which, true);
    return which;
  }

  private void line(double fromAlong, double fromMm, double toAlong, double toMm) {
    lines.add(
        new double[] {
          u(fromAlong, fromMm), v(fromAlong, fromMm), u(toAlong, toMm), v(toAlong, toMm)
        });
  }

  private double u(double alongMm, double positionMm) {
    return alongMm * along.dot(section.uDirection())
        + up(positionMm) * planes.axes().z().dot(section.uDirection());
  }

  private double v(double alongMm, double positionMm) {
    return alongMm * along.dot(section.vDirection())
        + up(positionMm) * planes.axes().z().dot(section.vDirection());
  }

  private double up(double positionMm) {
    return positionMm - section.originMm().dot(planes.axes().z());
  }
}
