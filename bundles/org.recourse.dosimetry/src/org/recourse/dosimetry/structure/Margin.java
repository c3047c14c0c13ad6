/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/**
 * Distances by which a structure is grown or shrunk, in mm, towards each side of the patient. All
 * are at least 0. In between the margin is that of the ellipsoid octant with these half axes.
 */
public record Margin(
    double leftMm,
    double rightMm,
    double posteriorMm,
    double anteriorMm,
    double superiorMm,
    double inferiorMm) {

  /** Half axes below this count as 0 without a division by it, mm. */
  private static final double LEAST_MM = 1e-6;

  private static final double ALONG_AXIS = 0.9999;

  public Margin {
    for (double mm :
        new double[] {leftMm, rightMm, posteriorMm, anteriorMm, superiorMm, inferiorMm}) {
      if (!(mm >= 0 && mm < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a margin must be >= 0 mm: " + mm);
      }
    }
  }

  /** The same margin in all directions, such as 3 mm for the PTVnx. */
  public static Margin isotropic(double mm) {
    return new Margin(mm, mm, mm, mm, mm, mm);
  }

  private boolean isIsotropic() {
    return leftMm == rightMm
        && leftMm == posteriorMm
        && leftMm == anteriorMm
        && leftMm == superiorMm
        && leftMm == inferiorMm;
  }

  /**
   * Half axes along +x, −x, +y, −y, +z, −z of a frame, never 0.
   *
   * @throws IllegalArgumentException if the margin differs between directions and the frame is
   *     oblique to the patient
   */
  double[] halfAxesMm(Axes frame) {
    double[] halfAxes = new double[6];
    Vector3[] axes = {frame.x(), frame.y(), frame.z()};
    for (int axis = 0; axis < 3; axis++) {
      halfAxes[2 * axis] = Math.max(LEAST_MM, towardsMm(axes[axis]));
      halfAxes[2 * axis + 1] = Math.max(LEAST_MM, towardsMm(axes[axis].times(-1)));
    }
    return halfAxes;
  }

  private double towardsMm(Vector3 direction) {
    if (isIsotropic()) {
      return leftMm;
    }
    if (Math.abs(direction.x()) > ALONG_AXIS) {
      return direction.x() > 0 ? leftMm : rightMm;
    }
    if (Math.abs(direction.y()) > ALONG_AXIS) {
      return direction.y() > 0 ? posteriorMm : anteriorMm;
    }
    if (Math.abs(direction.z()) > ALONG_AXIS) {
      return direction.z() > 0 ? superiorMm : inferiorMm;
    }
    throw new IllegalArgumentException(
        "a margin that differs between directions needs contours along the axes of the patient: "
            + direction);
  }
}
