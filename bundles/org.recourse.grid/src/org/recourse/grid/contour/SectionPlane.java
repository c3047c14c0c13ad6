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
 * A plane through the patient on which something is drawn. Immutable.
 *
 * @param originMm patient position of u = v = 0
 * @param uDirection unit vector in which u grows
 * @param vDirection unit vector in which v grows, at right angles to {@code uDirection}
 */
public record SectionPlane(Vector3 originMm, Vector3 uDirection, Vector3 vDirection) {

  private static final double TOLERANCE = 1e-6;

  public SectionPlane {
    java.util.Objects.requireNonNull(originMm, "originMm");
    boolean unit =
        Math.abs(uDirection.norm() - 1) < TOLERANCE && Math.abs(vDirection.norm() - 1) < TOLERANCE;
    if (!unit || !(Math.abs(uDirection.dot(vDirection)) < TOLERANCE)) {
      throw new IllegalArgumentException(
          "directions must be orthogonal unit vectors: " + uDirection + ", " + vDirection);
    }
  }

  /** Returns the unit normal, u cross v. */
  public Vector3 normal() {
    return uDirection.cross(vDirection);
  }

  /** Returns the patient position of a point of the plane. */
  public Vector3 toPatientMm(double uMm, double vMm) {
    return originMm.plus(uDirection.times(uMm)).plus(vDirection.times(vMm));
  }
}
