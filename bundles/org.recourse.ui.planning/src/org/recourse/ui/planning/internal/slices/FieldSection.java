/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.slices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.rendering.SlicePlane;

/** Where a beam meets a slice: the section of its field, and its axis. Stateless. */
final class FieldSection {

  /** The field is followed this far behind the isocentre, in source-axis distances. */
  private static final double BEHIND = 0.3;

  private static final double LEAST_MM = 1e-9;

  private FieldSection() {}

  /**
   * Section of the pyramid from the source through a rectangle of the isocentre plane with a slice,
   * as u, v pairs of the slice; empty if they do not meet in an area.
   *
   * @param openMm smallest and greatest u, then v, of the rectangle
   */
  static Optional<double[]> outline(BeamFrame frame, double[] openMm, SlicePlane slice) {
    Vector3 source = frame.sourceMm();
    Vector3[] far = new Vector3[4];
    for (int i = 0; i < far.length; i++) {
      double u = openMm[i == 0 || i == 3 ? 0 : 1];
      double v = openMm[i < 2 ? 2 : 3];
      Vector3 corner =
          frame.isocentreMm().plus(frame.uAxis().times(u)).plus(frame.vAxis().times(v));
      far[i] = source.plus(corner.minus(source).times(1 + BEHIND));
    }
    var points = new ArrayList<double[]>();
    for (int i = 0; i < far.length; i++) {
      meet(source, far[i], slice, points);
      meet(far[i], far[(i + 1) % far.length], slice, points);
    }
    return points.size() < 3 ? Optional.empty() : Optional.of(inOrder(points));
  }

  /** Adds where a line meets the slice. */
  private static void meet(Vector3 from, Vector3 to, SlicePlane slice, List<double[]> points) {
    Vector3 normal = slice.orientation().normal();
    double fromMm = from.minus(slice.originMm()).dot(normal);
    double toMm = to.minus(slice.originMm()).dot(normal);
    if (fromMm * toMm > 0 || Math.abs(fromMm - toMm) < LEAST_MM) {
      return;
    }
    Vector3 at = from.plus(to.minus(from).times(fromMm / (fromMm - toMm)));
    points.add(new double[] {slice.uMm(at), slice.vMm(at)});
  }

  /** The corners of a convex polygon, around its middle. */
  private static double[] inOrder(List<double[]> points) {
    double u = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double v = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    points.sort(Comparator.comparingDouble(p -> Math.atan2(p[1] - v, p[0] - u)));
    double[] uv = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      uv[2 * i] = points.get(i)[0];
      uv[2 * i + 1] = points.get(i)[1];
    }
    return uv;
  }

  /**
   * The axis from a distance before the isocentre to the isocentre, seen along the normal of the
   * slice, as two u, v pairs.
   *
   * @param reachMm length that is drawn
   */
  static double[] axis(BeamFrame frame, double reachMm, SlicePlane slice) {
    Vector3 from = frame.isocentreMm().minus(frame.axis().times(reachMm));
    return new double[] {
      slice.uMm(from),
      slice.vMm(from),
      slice.uMm(frame.isocentreMm()),
      slice.vMm(frame.isocentreMm())
    };
  }
}
