/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.Objects;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.engine.PencilBeams;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;

/**
 * With what doses are computed. Immutable.
 *
 * @param machine treatment machine
 * @param engineId id of an installed dose engine
 * @param position how the patient lies
 * @param beamletMm side of a beamlet on the isocentre plane, above 0
 * @param cutOffMm see {@link org.recourse.planning.engine.DoseQuestion#cutOffMm()}, above 0
 */
public record PlanSetup(
    PhotonMachine machine,
    String engineId,
    PatientPosition position,
    double beamletMm,
    double cutOffMm) {

  /** Cut-off of the narrow pencils; see docs/generic-6mv.md for its error. */
  public static final double CUT_OFF_MM = 35;

  /** Usual side of a beamlet. */
  public static final double BEAMLET_MM = 5;

  public PlanSetup {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(engineId, "engineId");
    Objects.requireNonNull(position, "position");
    if (!(beamletMm > 0 && beamletMm < Double.POSITIVE_INFINITY)
        || !(cutOffMm > 0 && cutOffMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "beamlets of " + beamletMm + " mm, cut-off at " + cutOffMm + " mm");
    }
  }

  /** The generic 6 MV machine, the pencil beam of this bundle, head first supine. */
  public static PlanSetup standard() {
    return new PlanSetup(
        MachineFile.generic6Mv(),
        PencilBeams.ID,
        PatientPosition.HEAD_FIRST_SUPINE,
        BEAMLET_MM,
        CUT_OFF_MM);
  }

  public PlanSetup withMachine(PhotonMachine other) {
    return new PlanSetup(other, engineId, position, beamletMm, cutOffMm);
  }

  public PlanSetup withEngine(String id) {
    return new PlanSetup(machine, id, position, beamletMm, cutOffMm);
  }

  public PlanSetup withPosition(PatientPosition other) {
    return new PlanSetup(machine, engineId, other, beamletMm, cutOffMm);
  }

  public PlanSetup withBeamletMm(double sideMm) {
    return new PlanSetup(machine, engineId, position, sideMm, cutOffMm);
  }
}
