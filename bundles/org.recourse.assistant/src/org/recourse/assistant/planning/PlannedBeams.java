/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.PlanSetup;

/**
 * The beams of a plan of the case as planning takes them, so that their fluence can be optimised
 * again. Captured on the thread of the model. Immutable.
 *
 * @param source images and structures the plan was made on
 * @param caseFolder folder of the case
 * @param setup machine, engine and beamlets with which doses are computed
 * @param beamNumbers numbers of the beams that are switched on, in the order of the plan
 * @param aims where each of them stands
 * @param findings reservations about the beams
 */
public record PlannedBeams(
    PlanningSource source,
    Path caseFolder,
    PlanSetup setup,
    List<Integer> beamNumbers,
    List<BeamAim> aims,
    List<Finding> findings) {

  private static final double SAME_ANGLE_DEG = 0.01;
  private static final double SAME_ENERGY_MV = 0.1;
  private static final String PHOTON = "PHOTON";

  public PlannedBeams {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(caseFolder, "caseFolder");
    Objects.requireNonNull(setup, "setup");
    beamNumbers = List.copyOf(beamNumbers);
    aims = List.copyOf(aims);
    findings = List.copyOf(findings);
    if (aims.isEmpty() || aims.size() != beamNumbers.size()) {
      throw new IllegalArgumentException(aims.size() + " aims, " + beamNumbers.size() + " beams");
    }
  }

  /** Beams, or why the fluence of the plan cannot be optimised. */
  public sealed interface Capture {

    /** The beams. */
    record Ready(PlannedBeams beams) implements Capture {}

    /** They cannot be; the sentence says why and what to do. */
    record Refused(String sentence) implements Capture {}
  }

  /**
   * Captures the beams of a plan. Call it on the model's thread; it reads no file.
   *
   * @param caseFolder folder of the case
   */
  public static Capture of(PatientCase patientCase, Plan plan, Path caseFolder) {
    if (plan.getStructureSet() == null) {
      return refused("The plan names no structures it was made on.");
    }
    List<Integer> numbers = new ArrayList<>();
    List<BeamAim> aims = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    PlanSetup setup = PlanSetup.standard();
    for (Beam beam : plan.getBeams()) {
      if (beam.isEnabled()) {
        Optional<String> unfit = unfit(beam);
        if (unfit.isPresent()) {
          return refused(unfit.get());
        }
        numbers.add(beam.getNumber());
        aims.add(aim(beam));
        otherEnergy(beam, setup).ifPresent(findings::add);
      }
    }
    if (aims.isEmpty()) {
      return refused("The plan has no beam that is switched on.");
    }
    try {
      return new Capture.Ready(
          new PlannedBeams(
              PlanningSource.of(patientCase, plan.getStructureSet()),
              caseFolder,
              setup,
              numbers,
              aims,
              findings));
    } catch (IllegalArgumentException e) { // no CT or no outer contour; it says so
      return refused(e.getMessage());
    }
  }

  /**
   * Captures the beams of the plan that is assessed. Call it on the model's thread; it reads no
   * file.
   *
   * @param snapshot of the case as it is
   */
  public static Capture ofAssessedPlan(
      PatientCase patientCase, PlanSnapshot snapshot, Path caseFolder) {
    return snapshot
        .assessed()
        .map(at -> patientCase.getCourses().get(at.course()).getPlans().get(at.plan()))
        .map(plan -> of(patientCase, plan, caseFolder))
        .orElse(refused("The case has no plan that is assessed."));
  }

  private static Capture refused(String sentence) {
    return new Capture.Refused(sentence);
  }

  private static Optional<String> unfit(Beam beam) {
    String name = "Beam " + beam.getNumber();
    if (!PHOTON.equals(beam.getRadiationType())) {
      return Optional.of(
          name + " is of " + beam.getRadiationType() + "; fluence is optimised for photons only.");
    }
    if (beam.getTechnique() != BeamTechnique.STATIC || turns(beam)) {
      return Optional.of(
          name + " turns while it delivers; fluence is optimised for beams that stand still.");
    }
    if (beam.getIsocentreMm().size() != 3) {
      return Optional.of("The isocentre of beam " + beam.getNumber() + " is unknown; type it.");
    }
    if (beam.getControlPoints().isEmpty()
        || !beam.getControlPoints().getFirst().isSetGantryAngleDeg()) {
      return Optional.of("The gantry angle of beam " + beam.getNumber() + " is unknown; type it.");
    }
    return Optional.empty();
  }

  private static boolean turns(Beam beam) {
    double[] gantryDeg =
        beam.getControlPoints().stream()
            .filter(ControlPoint::isSetGantryAngleDeg)
            .mapToDouble(ControlPoint::getGantryAngleDeg)
            .toArray();
    for (double angleDeg : gantryDeg) {
      if (Math.abs(angleDeg - gantryDeg[0]) > SAME_ANGLE_DEG) {
        return true;
      }
    }
    return false;
  }

  private static BeamAim aim(Beam beam) {
    ControlPoint first = beam.getControlPoints().getFirst();
    List<Double> isocentre = beam.getIsocentreMm();
    return new BeamAim(
        beam.getName() == null ? "Beam " + beam.getNumber() : beam.getName(),
        new BeamAngles(
            first.getGantryAngleDeg(), first.getCouchAngleDeg(), first.getCollimatorAngleDeg()),
        new Vector3(isocentre.get(0), isocentre.get(1), isocentre.get(2)));
  }

  private static Optional<Finding> otherEnergy(Beam beam, PlanSetup setup) {
    double usedMv = setup.machine().energyMv();
    return beam.isSetEnergyMv() && Math.abs(beam.getEnergyMv() - usedMv) > SAME_ENERGY_MV
        ? Optional.of(
            Finding.warning(
                "Beam "
                    + beam.getNumber()
                    + " has "
                    + beam.getEnergyMv()
                    + " MV; its dose is computed again with "
                    + usedMv
                    + " MV.",
                beam.getName() == null ? "" : beam.getName()))
        : Optional.empty();
  }
}
