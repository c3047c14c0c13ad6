/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

/**
 * Angles of a beam after IEC 61217. Immutable.
 *
 * @param gantryDeg gantry angle, finite; 0 from above, 90 from the left of a patient lying head
 *     first supine
 * @param patientSupportDeg turn of the table about the vertical through the isocentre, finite
 * @param collimatorDeg turn of the beam-limiting device, finite
 */
public record BeamAngles(double gantryDeg, double patientSupportDeg, double collimatorDeg) {

  public BeamAngles {
    if (!(Double.isFinite(gantryDeg)
        && Double.isFinite(patientSupportDeg)
        && Double.isFinite(collimatorDeg))) {
      throw new IllegalArgumentException(
          "angles are finite: " + gantryDeg + ", " + patientSupportDeg + ", " + collimatorDeg);
    }
  }

  /** A coplanar beam with the collimator at 0. */
  public static BeamAngles gantry(double gantryDeg) {
    return new BeamAngles(gantryDeg, 0, 0);
  }
}
