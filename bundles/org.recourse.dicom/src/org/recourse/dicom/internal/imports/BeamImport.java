/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.eclipse.emf.common.util.EList;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.ModelFactory;

/** Reads the treatment beams of a plan with their control points. */
final class BeamImport {

  private final FindingList findings;
  private final SourceFile file;

  BeamImport(FindingList findings, SourceFile file) {
    this.findings = findings;
    this.file = file;
  }

  List<Beam> run() throws DicomReadException {
    Map<Integer, Double> monitorUnits = monitorUnits();
    var beams = new ArrayList<Beam>();
    Set<Integer> numbers = new HashSet<>();
    for (Dataset item : file.data().items(Tag.BeamSequence)) {
      int number = item.requiredInteger(Tag.BeamNumber);
      String name = item.text(Tag.BeamName).orElse("Beam " + number);
      String delivery = item.text(Tag.TreatmentDeliveryType).orElse("TREATMENT");
      if (!numbers.add(number)) {
        throw item.problem(
            Tag.BeamNumber, "Two beams have number " + number + ".", "Export the plan again.");
      }
      if (delivery.equals("TREATMENT") || delivery.equals("CONTINUATION")) {
        beams.add(beam(item, number, name, monitorUnits));
      } else {
        findings.info(
            "Beam '" + name + "' (" + delivery + ") treats nothing and was left out.",
            FindingList.at(file, Tag.TreatmentDeliveryType));
      }
    }
    return beams;
  }

  private Map<Integer, Double> monitorUnits() throws DicomReadException {
    Map<Integer, Double> units = new HashMap<>();
    for (Dataset group : file.data().items(Tag.FractionGroupSequence)) {
      for (Dataset beam : group.items(Tag.ReferencedBeamSequence)) {
        OptionalDouble meterset = beam.number(Tag.BeamMeterset);
        if (meterset.isPresent()) {
          units.putIfAbsent(beam.requiredInteger(Tag.ReferencedBeamNumber), meterset.getAsDouble());
        }
      }
    }
    return units;
  }

  private Beam beam(Dataset item, int number, String name, Map<Integer, Double> monitorUnits)
      throws DicomReadException {
    Beam beam = ModelFactory.eINSTANCE.createBeam();
    beam.setNumber(number);
    beam.setName(name);
    item.text(Tag.RadiationType).ifPresent(beam::setRadiationType);
    if (monitorUnits.containsKey(number)) {
      beam.setMonitorUnits(monitorUnits.get(number));
    }
    List<Dataset> points = item.items(Tag.ControlPointSequence);
    double finalWeight = item.number(Tag.FinalCumulativeMetersetWeight).orElse(0);
    for (Dataset point : points) {
      ControlPoint previous =
          beam.getControlPoints().isEmpty() ? null : beam.getControlPoints().getLast();
      beam.getControlPoints().add(controlPoint(point, previous, finalWeight));
    }
    if (points.isEmpty()) {
      findings.warning(
          "Beam '" + name + "' has no control points; its geometry is unknown.",
          FindingList.at(file, Tag.ControlPointSequence));
      return beam;
    }
    OptionalDouble energyMv = points.getFirst().number(Tag.NominalBeamEnergy);
    if (energyMv.isPresent()) {
      beam.setEnergyMv(energyMv.getAsDouble());
    }
    double[] isocentreMm = points.getFirst().numbers(Tag.IsocenterPosition);
    if (isocentreMm.length == 3) {
      set(beam.getIsocentreMm(), isocentreMm);
    }
    for (Dataset device : item.items(Tag.BeamLimitingDeviceSequence)) {
      if ("MLCX".equals(device.text(Tag.RTBeamLimitingDeviceType).orElse(""))) {
        set(beam.getLeafBoundariesMm(), device.numbers(Tag.LeafPositionBoundaries));
      }
    }
    beam.setTechnique(turns(beam) ? BeamTechnique.ARC : BeamTechnique.STATIC);
    return beam;
  }

  private static boolean turns(Beam beam) {
    return beam.getControlPoints().stream()
            .filter(ControlPoint::isSetGantryAngleDeg)
            .mapToDouble(ControlPoint::getGantryAngleDeg)
            .distinct()
            .count()
        > 1;
  }

  /** A control point states only what changes, so the rest comes from the one before it. */
  private static ControlPoint controlPoint(Dataset item, ControlPoint previous, double finalWeight)
      throws DicomReadException {
    ControlPoint point = ModelFactory.eINSTANCE.createControlPoint();
    if (previous != null) {
      copy(previous, point);
    }
    point.setIndex(item.integer(Tag.ControlPointIndex).orElse(0));
    OptionalDouble weight = item.number(Tag.CumulativeMetersetWeight);
    if (weight.isPresent() && finalWeight > 0) {
      point.setCumulativeWeightFraction(weight.getAsDouble() / finalWeight);
    }
    OptionalDouble gantry = item.number(Tag.GantryAngle);
    if (gantry.isPresent()) {
      point.setGantryAngleDeg(gantry.getAsDouble());
    }
    OptionalDouble collimator = item.number(Tag.BeamLimitingDeviceAngle);
    if (collimator.isPresent()) {
      point.setCollimatorAngleDeg(collimator.getAsDouble());
    }
    OptionalDouble couch = item.number(Tag.PatientSupportAngle);
    if (couch.isPresent()) {
      point.setCouchAngleDeg(couch.getAsDouble());
    }
    for (Dataset device : item.items(Tag.BeamLimitingDevicePositionSequence)) {
      double[] positionsMm = device.numbers(Tag.LeafJawPositions);
      switch (device.text(Tag.RTBeamLimitingDeviceType).orElse("")) {
        case "X", "ASYMX" -> set(point.getJawXMm(), positionsMm);
        case "Y", "ASYMY" -> set(point.getJawYMm(), positionsMm);
        case "MLCX", "MLCY" -> set(point.getLeafPositionsMm(), positionsMm);
        default -> {
          // other devices have no place in the model
        }
      }
    }
    return point;
  }

  private static void copy(ControlPoint from, ControlPoint to) {
    if (from.isSetGantryAngleDeg()) {
      to.setGantryAngleDeg(from.getGantryAngleDeg());
    }
    if (from.isSetCollimatorAngleDeg()) {
      to.setCollimatorAngleDeg(from.getCollimatorAngleDeg());
    }
    if (from.isSetCouchAngleDeg()) {
      to.setCouchAngleDeg(from.getCouchAngleDeg());
    }
    to.getJawXMm().addAll(from.getJawXMm());
    to.getJawYMm().addAll(from.getJawYMm());
    to.getLeafPositionsMm().addAll(from.getLeafPositionsMm());
  }

  private static void set(EList<Double> list, double[] values) {
    list.clear();
    for (double value : values) {
      list.add(value);
    }
  }
}
