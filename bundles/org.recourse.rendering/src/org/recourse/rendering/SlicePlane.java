/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Objects;
import org.recourse.grid.contour.SectionPlane;
import org.recourse.grid.geometry.Vector3;

/**
 * One plane of the patient. Immutable.
 *
 * <p>A point of the plane is {@code positionMm·normal + uMm·u + vMm·v}, so plane coordinates do not
 * depend on the cross-hair and whatever was computed for a plane can be kept for it.
 *
 * @param orientation which of the patient's planes
 * @param positionMm coordinate along the normal, patient LPS, finite
 */
public record SlicePlane(Orientation orientation, double positionMm) {

  public SlicePlane {
    Objects.requireNonNull(orientation, "orientation");
    if (!Double.isFinite(positionMm)) {
      throw new IllegalArgumentException("positionMm must be finite: " + positionMm);
    }
  }

  /** The plane through a point, such as the cross-hair. */
  public static SlicePlane through(Orientation orientation, Vector3 pointMm) {
    return new SlicePlane(orientation, pointMm.dot(orientation.normal()));
  }

  public Vector3 originMm() {
    return orientation.normal().times(positionMm);
  }

  public Vector3 toPatientMm(double uMm, double vMm) {
    return originMm().plus(orientation.u().times(uMm)).plus(orientation.v().times(vMm));
  }

  /** Plane coordinate u of the foot of the perpendicular from a point. */
  public double uMm(Vector3 pointMm) {
    return pointMm.dot(orientation.u());
  }

  /** Plane coordinate v of the foot of the perpendicular from a point. */
  public double vMm(Vector3 pointMm) {
    return pointMm.dot(orientation.v());
  }

  SectionPlane section() {
    return new SectionPlane(originMm(), orientation.u(), orientation.v());
  }
}
