/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamAngles;

/**
 * A beam as a planner sets it up. Immutable.
 *
 * @param name of the beam
 * @param angles where it stands, IEC 61217
 * @param isocentreMm patient position
 */
public record BeamAim(String name, BeamAngles angles, Vector3 isocentreMm) {

  public BeamAim {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(angles, "angles");
    Objects.requireNonNull(isocentreMm, "isocentreMm");
  }

  /** A beam named after its gantry and table angle, such as {@code G40 T0}. */
  public static BeamAim of(BeamAngles angles, Vector3 isocentreMm) {
    String name =
        String.format(Locale.ROOT, "G%.0f T%.0f", angles.gantryDeg(), angles.patientSupportDeg());
    return new BeamAim(name, angles, isocentreMm);
  }

  /** Beams that all aim at one point. */
  public static List<BeamAim> all(List<BeamAngles> angles, Vector3 isocentreMm) {
    return angles.stream().map(one -> of(one, isocentreMm)).toList();
  }
}
