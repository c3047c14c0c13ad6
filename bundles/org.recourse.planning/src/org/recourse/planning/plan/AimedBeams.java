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
import java.util.Objects;
import org.recourse.planning.engine.DoseEngineDescription;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.influence.PlannedBeam;

/**
 * Beams with the dose of their beamlets. Immutable.
 *
 * @param setup with what it was computed
 * @param engine what computed it
 * @param aims the beams
 * @param beams the same with their beamlets, in the order of the columns of {@code influence}
 * @param influence dose of the whole course, Gy per unit fluence
 */
public record AimedBeams(
    PlanSetup setup,
    DoseEngineDescription engine,
    List<BeamAim> aims,
    List<PlannedBeam> beams,
    DoseInfluence influence) {

  public AimedBeams {
    Objects.requireNonNull(setup, "setup");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(influence, "influence");
    aims = List.copyOf(aims);
    beams = List.copyOf(beams);
    int beamlets = beams.stream().mapToInt(beam -> beam.beamlets().count()).sum();
    if (aims.size() != beams.size() || beamlets != influence.weightCount()) {
      throw new IllegalArgumentException(
          aims.size() + " aims, " + beams.size() + " beams, " + beamlets + " beamlets");
    }
  }
}
