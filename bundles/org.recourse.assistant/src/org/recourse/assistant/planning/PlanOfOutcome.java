/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.DicomReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.StructureSet;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.sequencing.LeafPositions;

/** Makes a plan of the model from a computed one. Stateless. */
final class PlanOfOutcome {

  private PlanOfOutcome() {}

  /** Returns a plan without doses that belongs to no case yet. */
  static Plan plan(
      PlanOutcome outcome,
      PlanIntoCase.Prescribed prescribed,
      String label,
      StructureSet set,
      DicomReference reference) {
    Plan plan = ModelFactory.eINSTANCE.createPlan();
    plan.setLabel(label);
    plan.setReference(reference);
    plan.setStructureSet(set);
    plan.setFrameOfReference(set.getFrameOfReference());
    plan.setImportedTotalDoseGy(prescribed.doseGy());
    plan.setImportedFractionCount(prescribed.fractionCount());
    Prescription prescription = ModelFactory.eINSTANCE.createPrescription();
    prescription.setTotalDoseGy(prescribed.doseGy());
    prescription.setFractionCount(prescribed.fractionCount());
    prescription.setTarget(prescribed.target());
    plan.setPrescription(prescription);
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      plan.getBeams().add(beam(beam, outcome.setup().machine().energyMv()));
    }
    return plan;
  }

  private static Beam beam(PlanOutcome.OutcomeBeam from, double energyMv) {
    Beam beam = ModelFactory.eINSTANCE.createBeam();
    beam.setNumber(from.number());
    beam.setName(from.aim().name());
    beam.setTechnique(BeamTechnique.STATIC);
    beam.setRadiationType("PHOTON");
    beam.setEnergyMv(energyMv);
    beam.setMonitorUnits(from.monitorUnits());
    Vector3 isocentre = from.aim().isocentreMm();
    beam.getIsocentreMm().addAll(List.of(isocentre.x(), isocentre.y(), isocentre.z()));
    List<LeafPositions.Shape> shapes = List.of();
    if (!from.segments().isEmpty()) {
      LeafPositions leaves = LeafPositions.of(from.beamlets(), from.segments());
      shapes = leaves.shapes();
      Arrays.stream(leaves.boundariesMm()).forEach(beam.getLeafBoundariesMm()::add);
    }
    double all = shapes.stream().mapToDouble(LeafPositions.Shape::fluence).sum();
    double delivered = 0;
    for (LeafPositions.Shape shape : shapes) { // where its dose begins, and where it ends
      beam.getControlPoints().add(point(from, beam, delivered / all, leaves(shape)));
      delivered += shape.fluence();
      beam.getControlPoints().add(point(from, beam, delivered / all, leaves(shape)));
    }
    if (shapes.isEmpty()) {
      beam.getControlPoints().add(point(from, beam, 0, List.of()));
      beam.getControlPoints().add(point(from, beam, 1, List.of()));
    }
    return beam;
  }

  private static List<Double> leaves(LeafPositions.Shape shape) {
    return DoubleStream.concat(Arrays.stream(shape.fromMm()), Arrays.stream(shape.toMm()))
        .boxed()
        .toList();
  }

  private static ControlPoint point(
      PlanOutcome.OutcomeBeam from, Beam beam, double weightFraction, List<Double> leavesMm) {
    BeamAngles angles = from.aim().angles();
    ControlPoint point = ModelFactory.eINSTANCE.createControlPoint();
    point.setIndex(beam.getControlPoints().size());
    point.setCumulativeWeightFraction(Math.min(1, weightFraction));
    point.setGantryAngleDeg(angles.gantryDeg());
    point.setCollimatorAngleDeg(angles.collimatorDeg());
    point.setCouchAngleDeg(angles.patientSupportDeg());
    double[] open = from.openingMm();
    point.getJawXMm().addAll(List.of(open[0], open[1]));
    point.getJawYMm().addAll(List.of(open[2], open[3]));
    point.getLeafPositionsMm().addAll(leavesMm);
    return point;
  }
}
