/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import java.util.ArrayList;
import java.util.List;

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

  /** Coplanar beams all around, the first from above. */
  public static List<BeamAngles> equallySpaced(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("there is at least one beam: " + count);
    }
    var beams = new ArrayList<BeamAngles>();
    for (int i = 0; i < count; i++) {
      beams.add(gantry(i * 360.0 / count));
    }
    return beams;
  }

  /**
   * An arc as static fields, clockwise from start to stop; both ends are fields, and the fields lie
   * no farther apart than {@code stepDeg}. An arc from an angle to itself is a whole turn.
   *
   * @param stepDeg above 0
   */
  public static List<BeamAngles> arc(double startDeg, double stopDeg, double stepDeg) {
    if (!(stepDeg > 0)) {
      throw new IllegalArgumentException("the step of an arc is above 0: " + stepDeg);
    }
    double span = ((stopDeg - startDeg) % 360 + 360) % 360;
    boolean whole = span == 0;
    span = whole ? 360 : span;
    int steps = (int) Math.ceil(span / stepDeg - 1e-9);
    var beams = new ArrayList<BeamAngles>();
    for (int i = 0; i < (whole ? steps : steps + 1); i++) {
      beams.add(gantry((startDeg + i * span / steps + 360) % 360));
    }
    return beams;
  }
}
