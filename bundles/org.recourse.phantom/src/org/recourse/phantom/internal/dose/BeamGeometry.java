/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;

/**
 * A static beam of a head-first supine patient, couch and collimator at 0 degrees.
 *
 * <p>Gantry 0 shines from anterior, gantry 90 from the patient's left (IEC 61217). The axis u of
 * the field is the gantry's x axis, which is the patient's left at gantry 0; v points superior.
 * Both are measured at the isocentre plane.
 *
 * @param number beam number
 * @param isocentreMm isocentre
 * @param gantryAngleDeg gantry angle
 */
public record BeamGeometry(int number, Vector3 isocentreMm, double gantryAngleDeg) {

  /** Distance from the source to the isocentre. */
  public static final double SOURCE_AXIS_MM = 1000;

  public BeamGeometry {
    Objects.requireNonNull(isocentreMm, "isocentreMm");
  }

  /** Direction of the central ray. */
  public Vector3 direction() {
    double angleRad = Math.toRadians(gantryAngleDeg);
    return new Vector3(-Math.sin(angleRad), Math.cos(angleRad), 0);
  }

  /** Direction of u. */
  public Vector3 acrossDirection() {
    double angleRad = Math.toRadians(gantryAngleDeg);
    return new Vector3(Math.cos(angleRad), Math.sin(angleRad), 0);
  }
}
