/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import java.util.HashMap;
import java.util.Map;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;

/** Volume of axial contours by the plain definition: area by the shoelace formula times spacing. */
public final class ContourVolumes {

  private ContourVolumes() {}

  /** Counts every contour as filled; see {@link #signedCm3} for bodies with holes. */
  public static double cm3(ContourSet contours, double spacingMm) {
    double mm3 = 0;
    for (PlanarContour contour : contours.contours()) {
      mm3 += Math.abs(areaMm2(contour)) * spacingMm;
    }
    return mm3 / 1000;
  }

  /** Counts contours that run the other way round as holes. */
  public static double signedCm3(ContourSet contours, double spacingMm) {
    Map<Double, Double> areaByPlane = new HashMap<>();
    for (PlanarContour contour : contours.contours()) {
      areaByPlane.merge(contour.pointMm(0).z(), areaMm2(contour), Double::sum);
    }
    return areaByPlane.values().stream().mapToDouble(Math::abs).sum() * spacingMm / 1000;
  }

  private static double areaMm2(PlanarContour contour) {
    double[] xyzMm = contour.xyzMm();
    double twice = 0;
    for (int i = 0, last = xyzMm.length - 3; i < xyzMm.length; last = i, i += 3) {
      twice += xyzMm[last] * xyzMm[i + 1] - xyzMm[i] * xyzMm[last + 1];
    }
    return twice / 2;
  }
}
