/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredUnderdose;
import org.recourse.planning.site.PlanningSite;
import org.recourse.planning.wishes.Background;
import org.recourse.planning.wishes.PlanWishes;

/**
 * Makes the problem that is optimised from a patient, beams and wishes.
 *
 * @param machine treatment machine
 * @param beamletMm side of a beamlet
 */
public record PlanTask(PhotonMachine machine, double beamletMm) {

  /** Cut-off of the narrow pencils; see docs/generic-6mv.md for its error. */
  public static final double CUT_OFF_MM = 35;

  /**
   * @param angles of the beams; all aim at the middle of the targets
   * @throws PlanningFileException if a wish does not fit the patient
   */
  public FluencePlanning.Task of(
      List<BeamAngles> angles,
      PlanningSite site,
      PlanWishes wishes,
      Background background,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws PlanningFileException {
    for (String target : wishes.targets()) {
      if (!site.structures().containsKey(target)) {
        throw new PlanningFileException("there is no target " + target);
      }
    }
    var objectives = wishes.objectives(site, background);
    var constraints = wishes.constraints(site, background);
    Mask target = site.union(wishes.targets());
    Vector3 isocentre = PlanningSite.centreMm(target);
    List<PlannedBeam> beams = new ArrayList<>();
    for (BeamAngles one : angles) {
      BeamFrame frame =
          BeamFrame.of(
              one, PatientPosition.HEAD_FIRST_SUPINE, isocentre, machine.sourceAxisDistanceMm());
      beams.add(new PlannedBeam(frame, TargetBeamlets.of(frame, target, beamletMm, beamletMm)));
    }
    var influence =
        new PencilBeamEngine(machine, CUT_OFF_MM)
            .influence(
                beams,
                site.density(),
                site.body(),
                executor,
                SubMonitor.convert(monitor, "Dose influence", 1));
    return new FluencePlanning.Task(
        angles,
        beams,
        influence,
        objectives,
        constraints,
        targetGy(wishes),
        PlanningSite.positions(site.structures().get(wishes.targets().getFirst())),
        wishes.fractionCount());
  }

  /** Greatest dose that is wanted for the first target. */
  private static double targetGy(PlanWishes wishes) throws PlanningFileException {
    double greatest = 0;
    for (PlanWishes.Wish wish : wishes.objectives()) {
      if (wish.structure().equals(wishes.targets().getFirst())) {
        greatest =
            switch (wish.objective()) {
              case SquaredDeviation(double doseGy) -> Math.max(greatest, doseGy);
              case SquaredUnderdose(double doseGy) -> Math.max(greatest, doseGy);
              default -> greatest;
            };
      }
    }
    if (greatest == 0) {
      throw new PlanningFileException(
          wishes.targets().getFirst() + " needs an objective of kind deviation or underdose");
    }
    return greatest;
  }
}
