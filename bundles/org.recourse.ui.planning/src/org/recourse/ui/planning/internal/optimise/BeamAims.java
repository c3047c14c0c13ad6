/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.Plan;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.plan.BeamAim;
import org.recourse.ui.planning.internal.beams.BeamChanges;
import org.recourse.ui.planning.internal.beams.BeamSetup;

/** The beams of a plan as the optimiser takes them. Stateless; UI thread only. */
public final class BeamAims {

  /** An arc is approximated by fields this far apart. */
  static final double ARC_STEP_DEG = 10;

  private static final double TURN_DEG = 360;

  private BeamAims() {}

  /**
   * The beams that are on, arcs as static fields.
   *
   * @throws IllegalArgumentException with a sentence if there is none, or one has no isocentre
   */
  public static List<BeamAim> of(Plan plan) {
    var aims = new ArrayList<BeamAim>();
    for (Beam beam : plan.getBeams()) {
      if (beam.isEnabled()) {
        aims.addAll(of(beam));
      }
    }
    if (aims.isEmpty()) {
      throw new IllegalArgumentException("The plan has no beam. Add beams on the page Beams.");
    }
    return aims;
  }

  private static List<BeamAim> of(Beam beam) {
    BeamSetup setup = BeamSetup.of(beam);
    Optional<Vector3> isocentre = setup.isocentreMm();
    if (isocentre.isEmpty()) {
      throw new IllegalArgumentException(
          "The isocentre of beam " + beam.getNumber() + " is unknown. Type it on the page Beams.");
    }
    if (beam.getTechnique() == BeamTechnique.STATIC) {
      return List.of(new BeamAim(setup.name(), setup.angles(), isocentre.get()));
    }
    var fields = new ArrayList<BeamAim>();
    for (BeamAngles field : arc(beam, setup.angles())) {
      var angles =
          new BeamAngles(
              field.gantryDeg(),
              setup.angles().patientSupportDeg(),
              setup.angles().collimatorDeg());
      fields.add(new BeamAim(BeamChanges.nameOf(angles), angles, isocentre.get()));
    }
    return fields;
  }

  private static List<BeamAngles> arc(Beam beam, BeamAngles first) {
    List<Double> gantry =
        beam.getControlPoints().stream()
            .filter(ControlPoint::isSetGantryAngleDeg)
            .map(ControlPoint::getGantryAngleDeg)
            .toList();
    if (gantry.size() < 2) {
      return List.of(first);
    }
    double turnDeg = (gantry.get(1) - gantry.getFirst() + 1.5 * TURN_DEG) % TURN_DEG;
    boolean clockwise = turnDeg > TURN_DEG / 2;
    return clockwise
        ? BeamAngles.arc(gantry.getFirst(), gantry.getLast(), ARC_STEP_DEG)
        : BeamAngles.arc(gantry.getLast(), gantry.getFirst(), ARC_STEP_DEG);
  }

  /** Whether beams stand alike, whatever their names. */
  static boolean alike(List<BeamAim> some, List<BeamAim> others) {
    return some.stream()
        .map(BeamAims::place)
        .toList()
        .equals(others.stream().map(BeamAims::place).toList());
  }

  private static List<Object> place(BeamAim aim) {
    return List.of(aim.angles(), aim.isocentreMm());
  }
}
