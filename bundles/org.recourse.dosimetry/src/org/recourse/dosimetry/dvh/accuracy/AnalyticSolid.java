/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh.accuracy;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;

/**
 * Solids of revolution about z with radius 12 mm and height 24 mm, as in the published benchmark
 * (Nelms 2015, doi 10.1118/1.4923175). The height {@code h} is measured from the lower end.
 */
public enum AnalyticSolid {
  SPHERE,
  CYLINDER,
  /** Apex at the lower end. */
  CONE;

  static final double RADIUS_MM = 12;
  static final double HEIGHT_MM = 24;

  private static final int STEPS = 4000;
  private static final int POLYGON_POINTS = 180;
  private static final int BISECTIONS = 50;

  double radiusMm(double h) {
    return switch (this) {
      case SPHERE -> Math.sqrt(Math.max(0, h * (2 * RADIUS_MM - h)));
      case CYLINDER -> RADIUS_MM;
      case CONE -> RADIUS_MM * h / HEIGHT_MM;
    };
  }

  /** Volume in closed form, mm³. */
  double volumeMm3() {
    double cylinder = Math.PI * RADIUS_MM * RADIUS_MM * HEIGHT_MM;
    return switch (this) {
      case SPHERE -> cylinder * 2 / 3;
      case CYLINDER -> cylinder;
      case CONE -> cylinder / 3;
    };
  }

  /**
   * Volume of the points whose coordinate along an axis, measured from the middle of the axis of
   * the solid, is at least {@code offset}: discs and segments of discs, integrated over the height.
   */
  double volumeBeyondMm3(int axis, double offset) {
    double step = HEIGHT_MM / STEPS;
    double volume = 0;
    for (int k = 0; k < STEPS; k++) {
      double h = (k + 0.5) * step;
      double r = radiusMm(h);
      if (axis == 2) {
        double part = Math.clamp((h + step / 2 - HEIGHT_MM / 2 - offset) / step, 0.0, 1.0);
        volume += part * Math.PI * r * r * step;
      } else {
        volume += segmentMm2(r, offset) * step;
      }
    }
    return volume;
  }

  private static double segmentMm2(double r, double offset) {
    if (offset <= -r) {
      return Math.PI * r * r;
    }
    return offset >= r
        ? 0
        : r * r * Math.acos(offset / r) - offset * Math.sqrt(r * r - offset * offset);
  }

  /** Offset beyond which a volume lies, mm. */
  double offsetOfVolumeMm(int axis, double volumeMm3) {
    double low = -HEIGHT_MM;
    double high = HEIGHT_MM;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (volumeBeyondMm3(axis, middle) >= volumeMm3) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Contours on planes half a spacing off the lower end; polygons with the area of the circle. */
  ContourSet contours(Vector3 middleMm, double spacingMm) {
    var contours = new ArrayList<PlanarContour>();
    for (double h = spacingMm / 2; h < HEIGHT_MM; h += spacingMm) {
      contours.add(circle(middleMm, h - HEIGHT_MM / 2, radiusMm(h)));
    }
    return new ContourSet(List.copyOf(contours));
  }

  private static PlanarContour circle(Vector3 middleMm, double z, double radius) {
    double angle = 2 * Math.PI / POLYGON_POINTS;
    double r = radius * Math.sqrt(angle / Math.sin(angle));
    double[] xyz = new double[3 * POLYGON_POINTS];
    for (int i = 0; i < POLYGON_POINTS; i++) {
      xyz[3 * i] = middleMm.x() + r * Math.cos(i * angle);
      xyz[3 * i + 1] = middleMm.y() + r * Math.sin(i * angle);
      xyz[3 * i + 2] = middleMm.z() + z;
    }
    return PlanarContour.of(xyz);
  }
}
