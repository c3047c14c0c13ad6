/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import org.recourse.grid.geometry.Vector3;

/**
 * One closed polygon in patient space. Immutable and thread-safe. The last point is joined to the
 * first; at least three points. The points should lie in one plane, in any orientation.
 */
public final class PlanarContour {

  private static final int LEAST_POINTS = 3;

  private final double[] xyzMm;

  private PlanarContour(double[] xyzMm) {
    this.xyzMm = xyzMm;
  }

  /**
   * Makes a contour of x, y, z triplets, patient LPS in mm, which are copied.
   *
   * @throws IllegalArgumentException if there are fewer than three points or a coordinate is not
   *     finite
   */
  public static PlanarContour of(double[] xyzMm) {
    if (xyzMm.length % 3 != 0 || xyzMm.length < 3 * LEAST_POINTS) {
      throw new IllegalArgumentException(
          "a contour needs at least three x, y, z points: " + xyzMm.length + " numbers");
    }
    for (double coordinate : xyzMm) {
      if (!Double.isFinite(coordinate)) {
        throw new IllegalArgumentException("a coordinate is not finite: " + coordinate);
      }
    }
    return new PlanarContour(xyzMm.clone());
  }

  public int pointCount() {
    return xyzMm.length / 3;
  }

  public Vector3 pointMm(int i) {
    return new Vector3(xyzMm[3 * i], xyzMm[3 * i + 1], xyzMm[3 * i + 2]);
  }

  /** Returns a copy of the x, y, z triplets. */
  public double[] xyzMm() {
    return xyzMm.clone();
  }
}
