/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;

/**
 * Solid of revolution about the z direction through {@code centreMm}, whose radius is a function of
 * the height above the centre. Volumes under planes are integrals of disc segments, known in closed
 * form, over the height.
 */
record RevolvedSolid(
    String name, Vector3 centreMm, double fromMm, double toMm, DoubleUnaryOperator radiusMm) {

  private static final int HEIGHT_STEPS = 1000;
  private static final int POLYGON_POINTS = 180;

  static RevolvedSolid sphere(double radius, Vector3 centre) {
    return new RevolvedSolid(
        "sphere", centre, -radius, radius, z -> Math.sqrt(Math.max(0, radius * radius - z * z)));
  }

  static RevolvedSolid cylinder(double radius, double height, Vector3 centre) {
    return new RevolvedSolid("cylinder", centre, -height / 2, height / 2, z -> radius);
  }

  /** Apex at the lower end. */
  static RevolvedSolid cone(double radius, double height, Vector3 centre) {
    return new RevolvedSolid(
        "cone", centre, -height / 2, height / 2, z -> radius * (z / height + 0.5));
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT, "%s of radius %.2f mm", name, radiusMm.applyAsDouble(0));
  }

  double volumeMm3() {
    return volumeBeyondMm3(2, Double.NEGATIVE_INFINITY);
  }

  /** Volume of the points whose coordinate along an axis is at least {@code offset} from centre. */
  double volumeBeyondMm3(int axis, double offset) {
    double step = (toMm - fromMm) / HEIGHT_STEPS;
    double volume = 0;
    for (int k = 0; k < HEIGHT_STEPS; k++) {
      double z = fromMm + (k + 0.5) * step;
      double r = radiusMm.applyAsDouble(z);
      if (axis == 2) {
        double part = Math.clamp((z + step / 2 - offset) / step, 0.0, 1.0);
        volume += part * Math.PI * r * r * step;
      } else {
        volume += segmentMm2(r, offset) * step;
      }
    }
    return volume;
  }

  /** Area of the part of a disc beyond a line at {@code offset} from its centre. */
  private static double segmentMm2(double r, double offset) {
    if (offset <= -r) {
      return Math.PI * r * r;
    }
    if (offset >= r) {
      return 0;
    }
    return r * r * Math.acos(offset / r) - offset * Math.sqrt(r * r - offset * offset);
  }

  /** Offset beyond which a volume lies. */
  double offsetOfVolume(int axis, double volumeMm3) {
    double low = -1000;
    double high = 1000;
    for (int i = 0; i < 45; i++) {
      double middle = (low + high) / 2;
      if (volumeBeyondMm3(axis, middle) >= volumeMm3) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Contours on planes at {@code firstMm + k·spacing}, measured from the centre. */
  ContourSet contours(double firstMm, double spacingMm) {
    var contours = new ArrayList<PlanarContour>();
    for (double z = firstMm; z < toMm; z += spacingMm) {
      double r = radiusMm.applyAsDouble(z);
      if (z > fromMm && r > 1e-3) {
        contours.add(circle(centreMm.x(), centreMm.y(), centreMm.z() + z, r));
      }
    }
    return new ContourSet(List.copyOf(contours));
  }

  /** Polygon of the same area as the circle. */
  static PlanarContour circle(double x, double y, double z, double r) {
    double angle = 2 * Math.PI / POLYGON_POINTS;
    double equalAreaRadius = r * Math.sqrt(angle / Math.sin(angle));
    double[] xyz = new double[3 * POLYGON_POINTS];
    for (int i = 0; i < POLYGON_POINTS; i++) {
      xyz[3 * i] = x + equalAreaRadius * Math.cos(i * angle);
      xyz[3 * i + 1] = y + equalAreaRadius * Math.sin(i * angle);
      xyz[3 * i + 2] = z;
    }
    return PlanarContour.of(xyz);
  }
}
