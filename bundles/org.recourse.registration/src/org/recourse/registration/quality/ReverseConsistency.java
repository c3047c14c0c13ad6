/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.Arrays;
import java.util.List;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.SpatialTransform;

/**
 * How far two searches of the same pair disagree: one from the fixed to the moving image, one from
 * the moving to the fixed. A point goes there by the one and comes back by the other; where the
 * images determine the map it comes back to where it was, where they do not it does not. Measured
 * on pairs with known truth, this distance follows the true error (see {@code
 * docs/registration.md}).
 *
 * @param meanMm mean over points of the body
 * @param percentile95Mm 5 % of the body lie beyond it
 * @param percentile99Mm 1 % of the body lies beyond it
 * @param points how many points came to lie in the moving image
 */
public record ReverseConsistency(
    double meanMm, double percentile95Mm, double percentile99Mm, int points) {

  /**
   * Measures.
   *
   * @param movingGrid points that leave it are left out: no search knows anything there
   */
  public static ReverseConsistency of(
      SpatialTransform fixedToMoving,
      SpatialTransform movingToFixed,
      BodyPoints body,
      GridGeometry movingGrid) {
    List<Vector3> points = body.pointsMm();
    double[] mm =
        points.stream()
            .filter(p -> inside(movingGrid, fixedToMoving.apply(p)))
            .mapToDouble(p -> movingToFixed.apply(fixedToMoving.apply(p)).distanceTo(p))
            .sorted()
            .toArray();
    if (mm.length == 0) {
      throw new IllegalArgumentException("no point of the body comes to lie in the moving image");
    }
    return new ReverseConsistency(
        Arrays.stream(mm).average().orElseThrow(),
        mm[(int) Math.round(0.95 * (mm.length - 1))],
        mm[(int) Math.round(0.99 * (mm.length - 1))],
        mm.length);
  }

  private static boolean inside(GridGeometry g, Vector3 pointMm) {
    Vector3 i = g.toIndex(pointMm);
    return i.x() >= 0
        && i.y() >= 0
        && i.z() >= 0
        && i.x() <= g.sizeX() - 1
        && i.y() <= g.sizeY() - 1
        && i.z() <= g.sizeZ() - 1;
  }
}
