/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.Arrays;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/** Contours for tests. */
final class Shapes {

  private Shapes() {}

  static PlanarContour onPlane(double z, double... xy) {
    double[] xyz = new double[xy.length / 2 * 3];
    for (int i = 0; i < xy.length / 2; i++) {
      xyz[3 * i] = xy[2 * i];
      xyz[3 * i + 1] = xy[2 * i + 1];
      xyz[3 * i + 2] = z;
    }
    return PlanarContour.of(xyz);
  }

  static PlanarContour rectangle(double z, double x0, double y0, double x1, double y1) {
    return onPlane(z, x0, y0, x1, y0, x1, y1, x0, y1);
  }

  static ContourSet set(PlanarContour... contours) {
    return new ContourSet(Arrays.asList(contours));
  }

  /** Turns a contour drawn in x, y, z into the frame of {@code axes}. */
  static PlanarContour turned(PlanarContour contour, Axes axes) {
    double[] xyz = contour.xyzMm();
    for (int i = 0; i < xyz.length; i += 3) {
      Vector3 p =
          axes.x().times(xyz[i]).plus(axes.y().times(xyz[i + 1])).plus(axes.z().times(xyz[i + 2]));
      xyz[i] = p.x();
      xyz[i + 1] = p.y();
      xyz[i + 2] = p.z();
    }
    return PlanarContour.of(xyz);
  }
}
