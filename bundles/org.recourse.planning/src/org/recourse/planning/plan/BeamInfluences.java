/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.engine.DoseQuestion;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.site.PlanningSite;

/**
 * Computes the dose influence of aimed beams with an installed engine. Thread-safe.
 *
 * <p>Beamlets are those through which a beam sees the target, with a margin of one side.
 */
public final class BeamInfluences {

  private final DoseEngineCatalogue engines;

  public BeamInfluences(DoseEngineCatalogue engines) {
    this.engines = Objects.requireNonNull(engines, "engines");
  }

  /**
   * @param target voxels that the beamlets are to cover, on the grid of the site
   * @throws PlanningException if the engine is not installed or fails
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public AimedBeams of(
      PlanSetup setup,
      List<BeamAim> aims,
      PlanningSite site,
      Mask target,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws PlanningException {
    if (aims.isEmpty()) {
      throw new PlanningException("There is no beam; add one.");
    }
    List<PlannedBeam> beams = new ArrayList<>();
    for (BeamAim aim : aims) {
      BeamFrame frame =
          BeamFrame.of(
              aim.angles(),
              setup.position(),
              aim.isocentreMm(),
              setup.machine().sourceAxisDistanceMm());
      beams.add(
          new PlannedBeam(
              frame, TargetBeamlets.of(frame, target, setup.beamletMm(), setup.beamletMm())));
    }
    if (engines.engines().stream().noneMatch(entry -> entry.id().equals(setup.engineId()))) {
      throw new PlanningException(
          "There is no dose engine "
              + setup.engineId()
              + "; installed are "
              + String.join(", ", engines.engines().stream().map(e -> e.id()).toList())
              + ".");
    }
    var question =
        new DoseQuestion(setup.machine(), beams, site.density(), site.body(), setup.cutOffMm());
    return switch (engines.compute(setup.engineId(), question, executor, monitor)) {
      case DoseEngineCatalogue.Answer.Computed computed ->
          new AimedBeams(setup, computed.engine(), aims, beams, computed.influence());
      case DoseEngineCatalogue.Answer.Failed failed ->
          throw new PlanningException(failed.finding().text());
    };
  }
}
