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

/**
 * A stroke of a round brush over a shape, while it is drawn: the brush sweeps along the pointer and
 * adds to the shape or takes from it. Mutable, one thread.
 *
 * <p>The disc is a regular polygon of {@value #CORNERS} corners with the area of the circle: {@code
 * r·√(2π / (n·sin(2π/n)))} from the centre to a corner, so its border is within 0.08 % of the
 * radius. A brush of 5 mm that touches once leaves 78.5398 mm².
 */
public final class BrushStroke {

  /** Corners of the disc. */
  public static final int CORNERS = 64;

  /** Border points that matter less than this are left out at the end of a stroke. */
  public static final double TOLERANCE_MM = 0.005;

  private final double cornerRadiusMm;
  private final boolean erases;
  private final Area live;
  private double xMm;
  private double yMm;
  private SliceShape shape;

  /** Begins a stroke. */
  public BrushStroke(SliceShape base, double radiusMm, boolean erases, double xMm, double yMm) {
    if (!(radiusMm > 0 && radiusMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("radiusMm must be > 0: " + radiusMm);
    }
    double angle = 2 * Math.PI / CORNERS;
    cornerRadiusMm = radiusMm * Math.sqrt(angle / Math.sin(angle));
    this.erases = erases;
    this.xMm = xMm;
    this.yMm = yMm;
    live = base.area();
    apply(xMm, yMm);
  }

  /** Sweeps the brush in a straight line to another point. */
  public void moveTo(double toXMm, double toYMm) {
    if (toXMm != xMm || toYMm != yMm) {
      apply(toXMm, toYMm);
      xMm = toXMm;
      yMm = toYMm;
    }
  }

  /** The shape as it is now. */
  public SliceShape shape() {
    return shape;
  }

  /** The shape at the end of the stroke, without points that do not matter. */
  public SliceShape finished() {
    return shape.simplified(TOLERANCE_MM);
  }

  private void apply(double toXMm, double toYMm) {
    var swept = new Area(swept(toXMm, toYMm));
    if (erases) {
      live.subtract(swept);
    } else {
      live.add(swept);
    }
    shape = SliceShape.of(live);
  }

  /** The convex hull of the disc at both ends: half a disc behind and half a disc in front. */
  private Path2D swept(double toXMm, double toYMm) {
    double heading = Math.atan2(toYMm - yMm, toXMm - xMm);
    double step = 2 * Math.PI / CORNERS;
    var path = new Path2D.Double();
    for (int i = 0; i <= CORNERS / 2; i++) {
      double angle = heading + Math.PI / 2 + i * step;
      double x = xMm + cornerRadiusMm * Math.cos(angle);
      double y = yMm + cornerRadiusMm * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    boolean still = toXMm == xMm && toYMm == yMm;
    for (int i = still ? 1 : 0; i <= CORNERS / 2 - (still ? 1 : 0); i++) {
      double angle = heading - Math.PI / 2 + i * step;
      path.lineTo(
          toXMm + cornerRadiusMm * Math.cos(angle), toYMm + cornerRadiusMm * Math.sin(angle));
    }
    path.closePath();
    return path;
  }
}
