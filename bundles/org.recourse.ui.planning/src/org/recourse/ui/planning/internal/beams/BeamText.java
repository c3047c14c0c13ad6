/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.List;
import java.util.Optional;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.ui.widget.NumberText;

/** Cells of the table of beams. Stateless. */
final class BeamText {

  private BeamText() {}

  /** Whether the beam stands still, so that it can be moved as one. */
  static boolean isStatic(Beam beam) {
    return beam.getTechnique() == BeamTechnique.STATIC;
  }

  static String technique(Beam beam) {
    return beam.getTechnique() == BeamTechnique.ARC ? "arc" : "static";
  }

  /** First angle, and the last one too for an arc. */
  static String gantryDeg(Beam beam) {
    List<ControlPoint> angles =
        beam.getControlPoints().stream().filter(ControlPoint::isSetGantryAngleDeg).toList();
    if (angles.isEmpty()) {
      return NumberText.UNKNOWN;
    }
    String first = NumberText.fixed(angles.getFirst().getGantryAngleDeg(), 1);
    String last = NumberText.fixed(angles.getLast().getGantryAngleDeg(), 1);
    return beam.getTechnique() == BeamTechnique.ARC ? first + " – " + last : first;
  }

  static double firstGantryDeg(Beam beam) {
    return first(beam).map(ControlPoint::getGantryAngleDeg).orElse(0.0);
  }

  static String collimatorDeg(Beam beam) {
    return first(beam)
        .filter(ControlPoint::isSetCollimatorAngleDeg)
        .map(point -> NumberText.fixed(point.getCollimatorAngleDeg(), 1))
        .orElse(NumberText.UNKNOWN);
  }

  static String couchDeg(Beam beam) {
    return first(beam)
        .filter(ControlPoint::isSetCouchAngleDeg)
        .map(point -> NumberText.fixed(point.getCouchAngleDeg(), 1))
        .orElse(NumberText.UNKNOWN);
  }

  static String energyMv(Beam beam) {
    return beam.isSetEnergyMv() ? NumberText.fixed(beam.getEnergyMv(), 0) : NumberText.UNKNOWN;
  }

  static String monitorUnits(Beam beam) {
    return beam.isSetMonitorUnits()
        ? NumberText.fixed(beam.getMonitorUnits(), 1)
        : NumberText.UNKNOWN;
  }

  private static Optional<ControlPoint> first(Beam beam) {
    return beam.getControlPoints().stream().findFirst();
  }
}
