/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.shape;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recourse.grid.contour.PlanarRegion;

/**
 * An area on an axial slice, bounded by closed polygons under the even-odd rule. Immutable and
 * thread-safe. Unions and differences are exact set operations on polygons (up to the rounding of
 * double precision); coordinates are x, y pairs, patient LPS, mm.
 */
public final class SliceShape {

  /** Nothing. */
  public static final SliceShape EMPTY = new SliceShape(List.of());

  /** Slivers below this are rounding, not drawing. */
  private static final double LEAST_AREA_MM2 = 0.01;

  private static final int LEAST_NUMBERS = 6;

  private final List<double[]> loops;

  private SliceShape(List<double[]> loops) {
    this.loops = loops;
  }

  /** Makes a shape of loops of x, y pairs, which are copied as they are. */
  public static SliceShape of(List<double[]> loopsXyMm) {
    for (double[] loop : loopsXyMm) {
      if (loop.length % 2 != 0 || loop.length < LEAST_NUMBERS) {
        throw new IllegalArgumentException(
            "a loop needs at least three x, y points: " + loop.length + " numbers");
      }
    }
    return new SliceShape(loopsXyMm.stream().map(double[]::clone).toList());
  }

  /** The area that a line drawn by hand encloses, also where it crosses itself. */
  public static SliceShape enclosedBy(double[] xyMm) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.moveTo(xyMm[0], xyMm[1]);
    for (int i = 2; i + 1 < xyMm.length; i += 2) {
      path.lineTo(xyMm[i], xyMm[i + 1]);
    }
    path.closePath();
    return of(new Area(path)).simplified(BrushStroke.TOLERANCE_MM);
  }

  static SliceShape of(Area area) {
    List<double[]> loops = new ArrayList<>();
    double[] points = new double[64];
    double[] coordinates = new double[6];
    int count = 0;
    for (PathIterator path = area.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(coordinates)) {
        case PathIterator.SEG_MOVETO -> count = 0;
        case PathIterator.SEG_CLOSE -> {
          addLoop(loops, points, count);
          count = 0;
          continue;
        }
        default -> {
          // Areas made of polygons have straight edges only.
        }
      }
      points = count + 2 > points.length ? Arrays.copyOf(points, 2 * points.length) : points;
      points[count++] = coordinates[0];
      points[count++] = coordinates[1];
    }
    return new SliceShape(List.copyOf(loops));
  }

  private static void addLoop(List<double[]> loops, double[] points, int count) {
    boolean closed =
        count > 2 && points[0] == points[count - 2] && points[1] == points[count - 1];
    double[] loop = Arrays.copyOf(points, closed ? count - 2 : count);
    if (loop.length >= LEAST_NUMBERS
        && PlanarRegion.of(List.of(loop)).areaMm2() >= LEAST_AREA_MM2) {
      loops.add(loop);
    }
  }

  Area area() {
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] loop : loops) {
      path.moveTo(loop[0], loop[1]);
      for (int i = 2; i < loop.length; i += 2) {
        path.lineTo(loop[i], loop[i + 1]);
      }
      path.closePath();
    }
    return new Area(path);
  }

  /** Copies of the loops, x, y pairs, mm. */
  public List<double[]> loopsXyMm() {
    return loops.stream().map(double[]::clone).toList();
  }

  public boolean isEmpty() {
    return loops.isEmpty();
  }

  /** The same area for questions about it. */
  public PlanarRegion region() {
    return PlanarRegion.of(loops);
  }

  public double areaMm2() {
    return isEmpty() ? 0 : region().areaMm2();
  }

  /** What belongs to either. */
  public SliceShape plus(SliceShape other) {
    Area area = area();
    area.add(other.area());
    return of(area);
  }

  /** What belongs to this one only. */
  public SliceShape minus(SliceShape other) {
    Area area = area();
    area.subtract(other.area());
    return of(area);
  }

  /**
   * Leaves out points that lie closer than a tolerance to the line between their neighbours; the
   * border moves by no more than the tolerance (Douglas and Peucker's rule).
   */
  public SliceShape simplified(double toleranceMm) {
    return new SliceShape(
        loops.stream()
            .map(loop -> PolygonSimplification.of(loop, toleranceMm))
            .filter(loop -> loop.length >= LEAST_NUMBERS)
            .toList());
  }
}
