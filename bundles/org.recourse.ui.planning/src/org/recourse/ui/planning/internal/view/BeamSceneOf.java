/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Beam;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.ui.planning.internal.beams.BeamSetup;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;

/** Captures what is drawn of a beam. Stateless; UI thread only. */
final class BeamSceneOf {

  private BeamSceneOf() {}

  /** The scene of a beam; empty if its isocentre is unknown. */
  static Optional<BeamScene> beam(CaseSession session, PlanningState state, Plan plan, int index) {
    Beam beam = plan.getBeams().get(index);
    Optional<BeamFrame> frame = BeamFrames.of(beam);
    return frame.map(
        at ->
            new BeamScene(
                title(beam), at, structures(session, plan), aperture(session, state, plan, index)));
  }

  private static String title(Beam beam) {
    BeamAngles angles = BeamSetup.of(beam).angles();
    return "Beam %d   gantry %.1f°  coll. %.1f°  couch %.1f°"
        .formatted(
            beam.getNumber(),
            angles.gantryDeg(),
            angles.collimatorDeg(),
            angles.patientSupportDeg());
  }

  /** Outer contour, visible organs, then the targets, which are tinted. */
  private static List<BeamScene.Seen> structures(CaseSession session, Plan plan) {
    List<Structure> targets = PlanStructures.targets(plan);
    Optional<Structure> selected = session.viewing().selectedStructure();
    var seen = new ArrayList<BeamScene.Seen>();
    for (Structure structure : PlanStructures.all(plan)) {
      boolean shown =
          structure.getType() == StructureType.EXTERNAL || session.viewing().isVisible(structure);
      if (shown && !targets.contains(structure)) {
        add(seen, session, structure, false, selected);
      }
    }
    targets.forEach(target -> add(seen, session, target, true, selected));
    return seen;
  }

  private static void add(
      List<BeamScene.Seen> seen,
      CaseSession session,
      Structure structure,
      boolean target,
      Optional<Structure> selected) {
    boolean strong = selected.filter(one -> one == structure).isPresent();
    PlanStructures.contours(session, structure)
        .filter(contours -> !contours.isEmpty())
        .ifPresent(
            contours ->
                seen.add(new BeamScene.Seen(contours, structure.getColourRgb(), target, strong)));
  }

  private static Aperture aperture(CaseSession session, PlanningState state, Plan plan, int index) {
    Optional<PlanOutcome> outcome =
        state.kept().filter(kept -> kept.plan() == plan).map(PlanningState.Kept::outcome);
    if (outcome.isPresent() && index < outcome.get().beams().size()) {
      PlanOutcome.OutcomeBeam beam = outcome.get().beams().get(index);
      return Aperture.Fluence.of(beam.beamlets(), beam.segments());
    }
    if (PlansOfCase.isDraft(plan)) {
      List<ContourSet> targets =
          PlanStructures.targets(plan).stream()
              .map(target -> PlanStructures.contours(session, target))
              .flatMap(Optional::stream)
              .toList();
      return new Aperture.Planned(targets);
    }
    return Aperture.ofControlPoints(plan.getBeams().get(index));
  }
}
