/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DecimalString;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.write.PlanSpec.Jaws;
import org.recourse.dicom.write.PlanSpec.LeafShape;
import org.recourse.dicom.write.PlanSpec.LeafShapes;
import org.recourse.dicom.write.PlanSpec.StaticBeam;
import org.recourse.dicom.write.PlanSpec.Target;

/** Writes RTPLAN with static photon beams, open or step and shoot. Immutable and thread-safe. */
public final class PlanWriter {

  static final int FRACTION_GROUP = 1;

  private static final int PATIENT_SETUP = 1;
  private static final String LEAVES = "MLCX";
  private static final String SOURCE_AXIS_DISTANCE_MM = "1000";

  private final WrittenStudy study;

  public PlanWriter(WrittenStudy study) {
    this.study = Objects.requireNonNull(study, "study");
  }

  /** Writes a plan made on {@code structureSet}, in its frame of reference. */
  public WrittenObject write(Path file, PlanSpec plan, WrittenObject structureSet)
      throws DicomWriteException {
    Attributes object =
        ObjectHeader.of(study, SopClass.PLAN, plan.seriesNumber(), plan.label(), plan.label());
    ObjectHeader.frame(object, structureSet.frameOfReferenceUid());
    ObjectHeader.notice(object, study, Tag.RTPlanDescription, VR.ST);
    object.setInt(Tag.InstanceNumber, VR.IS, 1);
    object.setString(Tag.RTPlanLabel, VR.SH, plan.label());
    object.setString(Tag.RTPlanDate, VR.DA, ObjectHeader.date(plan.date()));
    object.setString(Tag.RTPlanTime, VR.TM, ObjectHeader.noon());
    object.setString(Tag.RTPlanGeometry, VR.CS, "PATIENT");
    object.setString(Tag.ApprovalStatus, VR.CS, "UNAPPROVED");
    ObjectHeader.reference(object, Tag.ReferencedStructureSetSequence, structureSet);
    prescriptions(object, plan);
    fractions(object, plan);
    Attributes setup = ObjectHeader.newItem(object.newSequence(Tag.PatientSetupSequence, 1));
    setup.setInt(Tag.PatientSetupNumber, VR.IS, PATIENT_SETUP);
    setup.setString(Tag.PatientPosition, VR.CS, plan.patientPosition());
    if (!plan.beams().isEmpty()) {
      Sequence beams = object.newSequence(Tag.BeamSequence, plan.beams().size());
      plan.beams().forEach(beam -> beam(ObjectHeader.newItem(beams), beam));
    }
    DicomFiles.write(file, object);
    return ObjectHeader.written(file, object, structureSet.frameOfReferenceUid());
  }

  private static void prescriptions(Attributes object, PlanSpec plan) {
    if (plan.targets().isEmpty()) {
      return;
    }
    Sequence references = object.newSequence(Tag.DoseReferenceSequence, plan.targets().size());
    for (Target target : plan.targets()) {
      Attributes item = ObjectHeader.newItem(references);
      item.setInt(Tag.DoseReferenceNumber, VR.IS, references.size());
      item.setString(Tag.DoseReferenceStructureType, VR.CS, "VOLUME");
      item.setString(Tag.DoseReferenceDescription, VR.LO, target.description());
      item.setString(Tag.DoseReferenceType, VR.CS, "TARGET");
      item.setString(Tag.TargetPrescriptionDose, VR.DS, DecimalString.of(target.doseGy()));
      item.setInt(Tag.ReferencedROINumber, VR.IS, target.roiNumber());
    }
  }

  private static void fractions(Attributes object, PlanSpec plan) {
    Attributes group = ObjectHeader.newItem(object.newSequence(Tag.FractionGroupSequence, 1));
    group.setInt(Tag.FractionGroupNumber, VR.IS, FRACTION_GROUP);
    group.setInt(Tag.NumberOfFractionsPlanned, VR.IS, plan.fractionCount());
    group.setInt(Tag.NumberOfBeams, VR.IS, plan.beams().size());
    group.setInt(Tag.NumberOfBrachyApplicationSetups, VR.IS, 0);
    if (plan.beams().isEmpty()) {
      return;
    }
    Sequence beams = group.newSequence(Tag.ReferencedBeamSequence, plan.beams().size());
    for (StaticBeam beam : plan.beams()) {
      Attributes item = ObjectHeader.newItem(beams);
      item.setInt(Tag.ReferencedBeamNumber, VR.IS, beam.number());
      item.setString(Tag.BeamMeterset, VR.DS, DecimalString.of(beam.monitorUnits()));
    }
  }

  private static void beam(Attributes item, StaticBeam beam) {
    item.setInt(Tag.BeamNumber, VR.IS, beam.number());
    item.setString(Tag.BeamName, VR.LO, beam.name());
    item.setString(Tag.BeamType, VR.CS, "STATIC");
    item.setString(Tag.RadiationType, VR.CS, "PHOTON");
    item.setNull(Tag.TreatmentMachineName, VR.SH);
    item.setString(Tag.PrimaryDosimeterUnit, VR.CS, "MU");
    item.setString(Tag.SourceAxisDistance, VR.DS, SOURCE_AXIS_DISTANCE_MM);
    item.setString(Tag.TreatmentDeliveryType, VR.CS, "TREATMENT");
    item.setInt(Tag.NumberOfWedges, VR.IS, 0);
    item.setInt(Tag.NumberOfCompensators, VR.IS, 0);
    item.setInt(Tag.NumberOfBoli, VR.IS, 0);
    item.setInt(Tag.NumberOfBlocks, VR.IS, 0);
    item.setString(Tag.FinalCumulativeMetersetWeight, VR.DS, "1");
    int shapes = beam.shapes().map(leaves -> leaves.shapes().size()).orElse(1);
    item.setInt(Tag.NumberOfControlPoints, VR.IS, 2 * shapes);
    item.setInt(Tag.ReferencedPatientSetupNumber, VR.IS, PATIENT_SETUP);
    devices(item, beam);
    Sequence points = item.newSequence(Tag.ControlPointSequence, 2 * shapes);
    start(ObjectHeader.newItem(points), beam);
    if (beam.shapes().isPresent()) {
      shapes(points, beam.shapes().get());
    } else {
      point(ObjectHeader.newItem(points), 1, 1);
    }
  }

  private static void devices(Attributes item, StaticBeam beam) {
    Sequence devices = item.newSequence(Tag.BeamLimitingDeviceSequence, 3);
    for (String type : new String[] {"X", "Y"}) {
      Attributes device = ObjectHeader.newItem(devices);
      device.setString(Tag.RTBeamLimitingDeviceType, VR.CS, type);
      device.setInt(Tag.NumberOfLeafJawPairs, VR.IS, 1);
    }
    if (beam.shapes().isPresent()) {
      double[] boundaries = beam.shapes().get().boundariesMm();
      Attributes leaves = ObjectHeader.newItem(devices);
      leaves.setString(Tag.RTBeamLimitingDeviceType, VR.CS, LEAVES);
      leaves.setInt(Tag.NumberOfLeafJawPairs, VR.IS, boundaries.length - 1);
      leaves.setString(Tag.LeafPositionBoundaries, VR.DS, DecimalString.of(boundaries));
    }
  }

  /** Two control points for each shape: where its dose begins and where it ends. */
  private static void shapes(Sequence points, LeafShapes leaves) {
    double all = leaves.shapes().stream().mapToDouble(LeafShape::weight).sum();
    double delivered = 0;
    for (int s = 0; s < leaves.shapes().size(); s++) {
      LeafShape shape = leaves.shapes().get(s);
      if (s == 0) {
        positions(points.get(0).getSequence(Tag.BeamLimitingDevicePositionSequence), shape);
      } else {
        Attributes begin = ObjectHeader.newItem(points);
        point(begin, 2 * s, delivered / all);
        positions(begin.newSequence(Tag.BeamLimitingDevicePositionSequence, 1), shape);
      }
      delivered += shape.weight();
      boolean last = s == leaves.shapes().size() - 1;
      point(ObjectHeader.newItem(points), 2 * s + 1, last ? 1 : delivered / all);
    }
  }

  private static void positions(Sequence positions, LeafShape shape) {
    Attributes leaves = ObjectHeader.newItem(positions);
    double[] x1 = shape.x1Mm();
    double[] x2 = shape.x2Mm();
    double[] both = Arrays.copyOf(x1, x1.length + x2.length);
    System.arraycopy(x2, 0, both, x1.length, x2.length);
    leaves.setString(Tag.RTBeamLimitingDeviceType, VR.CS, LEAVES);
    leaves.setString(Tag.LeafJawPositions, VR.DS, DecimalString.of(both));
  }

  private static void point(Attributes point, int index, double weight) {
    point.setInt(Tag.ControlPointIndex, VR.IS, index);
    point.setString(Tag.CumulativeMetersetWeight, VR.DS, DecimalString.of(weight));
  }

  private static void start(Attributes point, StaticBeam beam) {
    point(point, 0, 0);
    point.setString(Tag.NominalBeamEnergy, VR.DS, DecimalString.of(beam.energyMv()));
    Jaws jaws = beam.jawsMm();
    Sequence positions = point.newSequence(Tag.BeamLimitingDevicePositionSequence, 2);
    Attributes x = ObjectHeader.newItem(positions);
    x.setString(Tag.RTBeamLimitingDeviceType, VR.CS, "X");
    x.setString(Tag.LeafJawPositions, VR.DS, DecimalString.of(jaws.x1Mm(), jaws.x2Mm()));
    Attributes y = ObjectHeader.newItem(positions);
    y.setString(Tag.RTBeamLimitingDeviceType, VR.CS, "Y");
    y.setString(Tag.LeafJawPositions, VR.DS, DecimalString.of(jaws.y1Mm(), jaws.y2Mm()));
    angle(point, Tag.GantryAngle, Tag.GantryRotationDirection, beam.gantryAngleDeg());
    angle(
        point,
        Tag.BeamLimitingDeviceAngle,
        Tag.BeamLimitingDeviceRotationDirection,
        beam.collimatorAngleDeg());
    angle(
        point, Tag.PatientSupportAngle, Tag.PatientSupportRotationDirection, beam.couchAngleDeg());
    angle(point, Tag.TableTopEccentricAngle, Tag.TableTopEccentricRotationDirection, 0);
    point.setNull(Tag.TableTopVerticalPosition, VR.DS);
    point.setNull(Tag.TableTopLongitudinalPosition, VR.DS);
    point.setNull(Tag.TableTopLateralPosition, VR.DS);
    point.setString(
        Tag.IsocenterPosition,
        VR.DS,
        DecimalString.of(beam.isocentreMm().x(), beam.isocentreMm().y(), beam.isocentreMm().z()));
  }

  private static void angle(Attributes point, int angleTag, int directionTag, double angleDeg) {
    point.setString(angleTag, VR.DS, DecimalString.of(angleDeg));
    point.setString(directionTag, VR.CS, "NONE");
  }
}
