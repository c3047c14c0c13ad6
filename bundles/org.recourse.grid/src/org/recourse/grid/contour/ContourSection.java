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
import java.util.List;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/**
 * Outlines of a structure on a plane in any orientation, for drawing.
 *
 * <p>On a plane parallel to the contours, these are the contours in whose slab the plane lies. On
 * any other plane it is the section through the prisms of the contours; borders between slabs that
 * both belong to the structure are not part of the outline. On a tilted plane the section is built
 * of strips no wider than {@value #STRIP_MM} mm.
 */
public final class ContourSection {

  private static final double PARALLEL_COSINE = 1 - 1e-8;
  private static final double STRIP_MM = 0.5;

  private final ContourPlanes planes;
  private final SectionPlane section;

  private ContourSection(ContourPlanes planes, SectionPlane section) {
    this.planes = planes;
    this.section = section;
  }

  /**
   * Returns the outlines as closed polygons of u, v pairs in mm from the origin of the section. A
   * hole is a polygon of its own; fill by the even-odd rule. A lone contour plane counts as 1 mm
   * thick.
   */
  public static List<double[]> polygonsMm(ContourSet contours, SectionPlane section) {
    return polygonsMm(ContourPlanes.of(contours, 1), section);
  }

  /** As {@link #polygonsMm(ContourSet, SectionPlane)}, for planes that are kept by the caller. */
  public static List<double[]> polygonsMm(ContourPlanes planes, SectionPlane section) {
    if (planes.isEmpty()) {
      return List.of();
    }
    var cut = new ContourSection(planes, section);
    double cosine = planes.axes().z().dot(section.normal());
    return Math.abs(cosine) > PARALLEL_COSINE ? cut.parallel() : cut.across();
  }

  private List<double[]> parallel() {
    Axes axes = planes.axes();
    var polygons = new ArrayList<double[]>();
    planes
        .planeAt(section.originMm().dot(axes.z()))
        .ifPresent(
            plane -> {
              for (int loop = 0; loop < plane.region().loopCount(); loop++) {
                polygons.add(onSection(plane, plane.region().loopUvMm(loop)));
              }
            });
    return polygons;
  }

  private double[] onSection(ContourPlane plane, double[] uvMm) {
    Axes axes = planes.axes();
    double[] result = new double[uvMm.length];
    Vector3 base = axes.z().times(plane.positionMm()).minus(section.originMm());
    for (int i = 0; i < uvMm.length; i += 2) {
      Vector3 p = base.plus(axes.x().times(uvMm[i])).plus(axes.y().times(uvMm[i + 1]));
      result[i] = p.dot(section.uDirection());
      result[i + 1] = p.dot(section.vDirection());
    }
    return result;
  }

  /**
   * The section plane cuts every contour plane in a line of one direction, "along". "Up" is at
   * right angles to it within the section, and rises with the position of the contour planes.
   */
  private List<double[]> across() {
    Axes axes = planes.axes();
    Vector3 along = axes.z().cross(section.normal()).normalised();
    Vector3 up = section.normal().cross(along);
    double rise = up.dot(axes.z()); // position gained per mm; never 0 here
    up = rise < 0 ? up.times(-1) : up;
    rise = Math.abs(rise);
    double drift = Math.sqrt(Math.max(0, 1 - rise * rise)); // in-plane shift per mm up
    double origin = section.originMm().dot(axes.z());
    var outline = new StripOutline();
    for (ContourPlane plane : planes.planes()) {
      double from = (plane.fromMm() - origin) / rise;
      double to = (plane.toMm() - origin) / rise;
      int strips = Math.max(1, (int) Math.ceil((to - from) * drift / STRIP_MM));
      for (int k = 0; k < strips; k++) {
        double lower = from + (to - from) * k / strips;
        double upper = k + 1 == strips ? to : from + (to - from) * (k + 1) / strips;
        Vector3 start = section.originMm().plus(up.times((lower + upper) / 2));
        double[] inside =
            plane
                .region()
                .crossingsAlong(
                    start.dot(axes.x()),
                    start.dot(axes.y()),
                    along.dot(axes.x()),
                    along.dot(axes.y()));
        outline.strip(lower, upper, inside);
      }
    }
    return turned(outline.polygons(), along, up);
  }

  private List<double[]> turned(List<double[]> alongUp, Vector3 along, Vector3 up) {
    double au = along.dot(section.uDirection());
    double av = along.dot(section.vDirection());
    double bu = up.dot(section.uDirection());
    double bv = up.dot(section.vDirection());
    for (double[] polygon : alongUp) {
      for (int i = 0; i < polygon.length; i += 2) {
        double a = polygon[i];
        double b = polygon[i + 1];
        polygon[i] = a * au + b * bu;
        polygon[i + 1] = a * av + b * bv;
      }
    }
    return alongUp;
  }
}
