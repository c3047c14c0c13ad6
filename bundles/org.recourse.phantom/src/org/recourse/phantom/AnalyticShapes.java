/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * Contour stacks and doses with closed-form answers, for tests. Stateless.
 *
 * <p>Contours lie in axial planes half a spacing away from the lower end, one spacing apart, so
 * that slabs of half a spacing on either side fill the shape exactly from end to end. The polygons
 * are drawn so that their <em>area</em> equals the area of the circle, not inscribed in it: a
 * volume computed from slabs differs from the closed form only by the sampling along the axis.
 */
public final class AnalyticShapes {

  private static final int LEAST_POINTS = 3;

  private AnalyticShapes() {}

  /** Volume 4/3·π·r³. */
  public static ContourSet sphere(
      Vector3 centreMm, double radiusMm, double spacingMm, int pointsPerContour) {
    return stack(
        centreMm,
        2 * radiusMm,
        spacingMm,
        pointsPerContour,
        zMm -> Math.sqrt(Math.max(0, radiusMm * radiusMm - zMm * zMm)));
  }

  /** Volume π·r²·h; the axis is along z, half of the height on either side of the centre. */
  public static ContourSet cylinder(
      Vector3 centreMm, double radiusMm, double heightMm, double spacingMm, int pointsPerContour) {
    return stack(centreMm, heightMm, spacingMm, pointsPerContour, zMm -> radiusMm);
  }

  /**
   * Volume π·r²·h/3; the axis is along z, half of the height on either side of the centre.
   *
   * @param apexSuperior true if the apex is the superior end
   */
  public static ContourSet cone(
      Vector3 centreMm,
      double baseRadiusMm,
      double heightMm,
      boolean apexSuperior,
      double spacingMm,
      int pointsPerContour) {
    double sign = apexSuperior ? 1 : -1;
    return stack(
        centreMm,
        heightMm,
        spacingMm,
        pointsPerContour,
        zMm -> baseRadiusMm * (0.5 - sign * zMm / heightMm));
  }

  /** A dose that grows linearly: {@code doseAtPointGy + gradientGyPerMm · (p − pointMm)}. */
  public static DoseGrid linearDose(
      GridGeometry geometry, Vector3 pointMm, double doseAtPointGy, Vector3 gradientGyPerMm) {
    return dose(geometry, p -> doseAtPointGy + gradientGyPerMm.dot(p.minus(pointMm)));
  }

  /** Samples a dose given by a formula at the voxel centres. */
  public static DoseGrid dose(GridGeometry geometry, ToDoubleFunction<Vector3> doseGyAtMm) {
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++, i++) {
          slice[i] = (float) doseGyAtMm.applyAsDouble(geometry.toPatientMm(x, y, z));
        }
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static ContourSet stack(
      Vector3 centreMm,
      double heightMm,
      double spacingMm,
      int pointsPerContour,
      DoubleUnaryOperator radiusMmAt) {
    if (!(heightMm > 0 && spacingMm > 0 && spacingMm <= heightMm)) {
      throw new IllegalArgumentException(
          "spacing must be > 0 and at most the height: " + spacingMm + ", " + heightMm);
    }
    if (pointsPerContour < LEAST_POINTS) {
      throw new IllegalArgumentException("at least 3 points: " + pointsPerContour);
    }
    // A regular polygon with n corners at R has the area n/2·R²·sin(2π/n).
    double step = 2 * Math.PI / pointsPerContour;
    double equalArea = Math.sqrt(step / Math.sin(step));
    List<PlanarContour> contours = new ArrayList<>();
    long planes = Math.round(heightMm / spacingMm);
    for (int plane = 0; plane < planes; plane++) {
      double zMm = (plane + 0.5) * spacingMm - heightMm / 2;
      double radiusMm = radiusMmAt.applyAsDouble(zMm) * equalArea;
      if (radiusMm > 0) {
        contours.add(polygon(centreMm, zMm, radiusMm, pointsPerContour));
      }
    }
    return new ContourSet(contours);
  }

  private static PlanarContour polygon(Vector3 centreMm, double zMm, double radiusMm, int points) {
    double[] xyzMm = new double[3 * points];
    for (int i = 0; i < points; i++) {
      double angleRad = 2 * Math.PI * i / points;
      xyzMm[3 * i] = centreMm.x() + radiusMm * Math.cos(angleRad);
      xyzMm[3 * i + 1] = centreMm.y() + radiusMm * Math.sin(angleRad);
      xyzMm[3 * i + 2] = centreMm.z() + zMm;
    }
    return PlanarContour.of(xyzMm);
  }
}
