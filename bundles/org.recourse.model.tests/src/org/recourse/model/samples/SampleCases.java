/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.samples;

import java.util.List;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.ControlPoint;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.TypedDose;

/** A complete re-irradiation case without any problem; no voxels, no files. */
public final class SampleCases {

  public static final String CHINESE_NAME = "Wang^XiaoDong=王^小東=";

  private static final ModelFactory MAKE = ModelFactory.eINSTANCE;
  private static final List<Double> SHIFT =
      List.of(1.0, 0.0, 0.0, 4.5, 0.0, 1.0, 0.0, -2.0, 0.0, 0.0, 1.0, 7.25, 0.0, 0.0, 0.0, 1.0);

  private SampleCases() {}

  /** Paper course 2015, DICOM course 2019 in its own frame, planned course 2024 with two beams. */
  public static PatientCase reirradiation() {
    PatientCase sample = MAKE.createPatientCase();
    sample.setTitle("Re-irradiation 鼻咽癌");
    sample.setSynthetic(true);
    sample.setPatient(MAKE.createPatient());
    sample.getPatient().setPatientId("SYN-1");
    sample.getPatient().setName(CHINESE_NAME);
    sample.getPatient().setBirthDate("1968-11-02");
    FrameOfReference now = frame(sample, "1.2.3.1", "2024");
    FrameOfReference then = frame(sample, "1.2.3.2", "2019");
    sample.getRegistrations().add(registration(then, now));
    StructureSet structures = structures(sample, now);
    Course planned = course("Re-irradiation", CourseKind.PLANNED, "2024-03-01", "2024-04-12");
    planned.getPlans().add(plan("Plan A", now, structures, 2));
    Course first = course("First course", CourseKind.PREVIOUS, "2019-01-07", "2019-02-25");
    first.getPlans().add(plan("First", then, structures, 1));
    sample.getCourses().addAll(List.of(planned, first, paperCourse()));
    ClinicalGoal goal = MAKE.createClinicalGoal();
    goal.setStructureName("Brainstem");
    goal.setMetric("D0.03cc");
    goal.setLimit(54);
    sample.getGoals().add(goal);
    return sample;
  }

  /** A previous course known from paper only, complete. */
  public static Course paperCourse() {
    Course paper = course("Paper", CourseKind.PREVIOUS, "2015-05-04", "2015-06-19");
    paper.setSource(CourseSource.PAPER);
    paper.setTypedPrescription(prescription(66, 33));
    TypedDose dose = MAKE.createTypedDose();
    dose.setStructureName("SpinalCord");
    dose.setMetric("Dmax");
    dose.setDoseGy(41.3);
    dose.setSourceText("出院小结, page 2");
    paper.getTypedDoses().add(dose);
    return paper;
  }

  public static Prescription prescription(double totalDoseGy, int fractionCount) {
    Prescription prescription = MAKE.createPrescription();
    prescription.setTotalDoseGy(totalDoseGy);
    prescription.setFractionCount(fractionCount);
    return prescription;
  }

  private static FrameOfReference frame(PatientCase sample, String uid, String label) {
    FrameOfReference frame = MAKE.createFrameOfReference();
    frame.setUid(uid);
    frame.setLabel(label);
    sample.getFramesOfReference().add(frame);
    return frame;
  }

  private static Registration registration(FrameOfReference from, FrameOfReference to) {
    Registration registration = MAKE.createRegistration();
    registration.setLabel("2019 to 2024");
    registration.setFrom(from);
    registration.setTo(to);
    registration.getMatrix().addAll(SHIFT);
    registration.setUncertaintyMm(1.5);
    return registration;
  }

  private static StructureSet structures(PatientCase sample, FrameOfReference frame) {
    ImageSeries series = MAKE.createImageSeries();
    series.setSeriesInstanceUid("1.2.3.10");
    series.setFrameOfReference(frame);
    series.getInstances().add(reference("1.2.3.10.1", "dicom/CT-1/0001.dcm"));
    sample.getImageSeries().add(series);
    StructureSet set = MAKE.createStructureSet();
    set.setReference(reference("1.2.3.20", "dicom/RTSTRUCT-1/0001.dcm"));
    set.setFrameOfReference(frame);
    set.setImageSeries(series);
    set.getStructures().add(structure(1, "PTVnx", StructureType.PTV));
    set.getStructures().add(structure(2, "Brainstem", StructureType.ORGAN));
    set.getStructures().add(structure(3, "左颞叶", StructureType.ORGAN));
    set.getStructures().get(1).setAlphaBetaGy(2);
    sample.getStructureSets().add(set);
    return set;
  }

  private static Structure structure(int number, String name, StructureType type) {
    Structure structure = MAKE.createStructure();
    structure.setRoiNumber(number);
    structure.setName(name);
    structure.setType(type);
    return structure;
  }

  private static Course course(String label, CourseKind kind, String start, String end) {
    Course course = MAKE.createCourse();
    course.setLabel(label);
    course.setKind(kind);
    course.setStartDate(start);
    course.setEndDate(end);
    return course;
  }

  private static Plan plan(
      String label, FrameOfReference frame, StructureSet structures, int beamCount) {
    Plan plan = MAKE.createPlan();
    plan.setLabel(label);
    plan.setReference(reference("1.2.3.30." + beamCount, "dicom/RTPLAN-1/" + beamCount + ".dcm"));
    plan.setFrameOfReference(frame);
    plan.setStructureSet(structures);
    plan.setPrescription(prescription(60, 30));
    plan.getPrescription().setTarget(structures.getStructures().getFirst());
    for (int number = 1; number <= beamCount; number++) {
      Beam beam = beam(number);
      plan.getBeams().add(beam);
      DoseDistribution dose = MAKE.createDoseDistribution();
      dose.setReference(reference("1.2.3.40." + number, "dicom/RTDOSE-1/" + number + ".dcm"));
      dose.setSummation(DoseSummation.BEAM);
      dose.setBeam(beam);
      dose.setFrameOfReference(frame);
      plan.getDoses().add(dose);
    }
    return plan;
  }

  private static Beam beam(int number) {
    Beam beam = MAKE.createBeam();
    beam.setNumber(number);
    beam.setName("G" + number);
    beam.setTechnique(BeamTechnique.ARC);
    beam.setEnergyMv(6);
    beam.getIsocentreMm().addAll(List.of(0.1, -35.0, 1e-17));
    for (int index = 0; index < 3; index++) {
      ControlPoint point = MAKE.createControlPoint();
      point.setIndex(index);
      point.setCumulativeWeightFraction(index / 2.0);
      point.setGantryAngleDeg(181.0 + index);
      point.getJawXMm().addAll(List.of(-50.0, 50.0));
      point.getLeafPositionsMm().addAll(List.of(-10.0, -10.0, 10.0, 10.0));
      beam.getControlPoints().add(point);
    }
    return beam;
  }

  private static DicomReference reference(String uid, String path) {
    DicomReference reference = MAKE.createDicomReference();
    reference.setSopInstanceUid(uid);
    reference.setRelativePath(path);
    reference.setSha256("0123456789abcdef".repeat(4));
    return reference;
  }
}
