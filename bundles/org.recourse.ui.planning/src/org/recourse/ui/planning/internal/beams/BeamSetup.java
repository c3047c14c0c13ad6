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
import java.util.OptionalDouble;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.ModelFactory;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.ui.widget.Texts;

/**
 * Where a static beam stands. Immutable.
 *
 * @param name for people
 * @param angles IEC 61217, each from 0 to below 360 degrees
 * @param isocentreMm patient position; empty if unknown
 * @param energyMv nominal energy; empty if unknown
 */
public record BeamSetup(
    String name, BeamAngles angles, Optional<Vector3> isocentreMm, OptionalDouble energyMv) {

  private static final double TURN_DEG = 360;

  public BeamSetup {
    angles =
        new BeamAngles(
            inTurn(angles.gantryDeg()),
            inTurn(angles.patientSupportDeg()),
            inTurn(angles.collimatorDeg()));
  }

  private static double inTurn(double degrees) {
    double turned = degrees % TURN_DEG;
    return turned < 0 ? turned + TURN_DEG : turned + 0.0; // no negative zero
  }

  /** The setup of a beam at its first control point; unknown angles count as 0. */
  public static BeamSetup of(Beam beam) {
    Optional<ControlPoint> first = beam.getControlPoints().stream().findFirst();
    return new BeamSetup(
        Texts.orEmpty(beam.getName()),
        new BeamAngles(
            first.map(ControlPoint::getGantryAngleDeg).orElse(0.0),
            first.map(ControlPoint::getCouchAngleDeg).orElse(0.0),
            first.map(ControlPoint::getCollimatorAngleDeg).orElse(0.0)),
        isocentreMm(beam),
        beam.isSetEnergyMv() ? OptionalDouble.of(beam.getEnergyMv()) : OptionalDouble.empty());
  }

  private static Optional<Vector3> isocentreMm(Beam beam) {
    List<Double> mm = beam.getIsocentreMm();
    return mm.size() == 3
        ? Optional.of(new Vector3(mm.get(0), mm.get(1), mm.get(2)))
        : Optional.empty();
  }

  public BeamSetup withName(String newName) {
    return new BeamSetup(newName, angles, isocentreMm, energyMv);
  }

  public BeamSetup withGantryDeg(double degrees) {
    return with(new BeamAngles(degrees, angles.patientSupportDeg(), angles.collimatorDeg()));
  }

  public BeamSetup withCollimatorDeg(double degrees) {
    return with(new BeamAngles(angles.gantryDeg(), angles.patientSupportDeg(), degrees));
  }

  public BeamSetup withCouchDeg(double degrees) {
    return with(new BeamAngles(angles.gantryDeg(), degrees, angles.collimatorDeg()));
  }

  private BeamSetup with(BeamAngles newAngles) {
    return new BeamSetup(name, newAngles, isocentreMm, energyMv);
  }

  public BeamSetup withIsocentreMm(Vector3 newMm) {
    return new BeamSetup(name, angles, Optional.of(newMm), energyMv);
  }

  /** A new static beam of the model without aperture, weight 1. */
  public Beam toBeam() {
    Beam beam = ModelFactory.eINSTANCE.createBeam();
    beam.setRadiationType("PHOTON");
    applyTo(beam);
    return beam;
  }

  /** Moves a beam of the model here; what it delivered before is dropped. */
  void applyTo(Beam beam) {
    beam.setName(name);
    beam.setTechnique(BeamTechnique.STATIC);
    energyMv.ifPresent(beam::setEnergyMv);
    beam.unsetMonitorUnits();
    beam.getIsocentreMm().clear();
    isocentreMm.ifPresent(mm -> beam.getIsocentreMm().addAll(List.of(mm.x(), mm.y(), mm.z())));
    beam.getControlPoints().clear();
    ControlPoint point = ModelFactory.eINSTANCE.createControlPoint();
    point.setGantryAngleDeg(angles.gantryDeg());
    point.setCollimatorAngleDeg(angles.collimatorDeg());
    point.setCouchAngleDeg(angles.patientSupportDeg());
    beam.getControlPoints().add(point);
  }
}
