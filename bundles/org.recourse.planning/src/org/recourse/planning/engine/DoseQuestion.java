/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/**
 * What an engine is asked. Immutable.
 *
 * @param machine the treatment machine
 * @param beams at least one
 * @param density relative electron density; may lie on another grid than {@code scored}
 * @param scored voxels whose dose is wanted, on the dose grid
 * @param cutOffMm voxels farther than this from a beamlet's ray, on the isocentre plane, may be
 *     left out, above 0
 */
public record DoseQuestion(
    PhotonMachine machine,
    List<PlannedBeam> beams,
    DensityGrid density,
    Mask scored,
    double cutOffMm) {

  public DoseQuestion {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(density, "density");
    Objects.requireNonNull(scored, "scored");
    if (beams.isEmpty() || !(cutOffMm > 0 && cutOffMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(beams.size() + " beams, cut-off " + cutOffMm + " mm");
    }
    beams = List.copyOf(beams);
  }
}
