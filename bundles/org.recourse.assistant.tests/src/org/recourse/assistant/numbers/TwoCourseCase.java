/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.DeformationLink;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Beam;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseQuantity;
import org.recourse.model.DoseSummation;
import org.recourse.model.FrameOfReference;
import org.recourse.model.GoalComparison;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.TypedDose;
import org.recourse.model.course.RegistrationForm;

/**
 * A small case in memory with closed-form numbers. Every dose is uniform: beams 1, 2 and 3 of the
 * plan give 30, 20 and 10 Gy, 60 Gy in 30 fractions together; the first course gave 50 Gy in 25
 * fractions in a frame of its own, shifted by 100 mm along x; a paper course gave the cord 18 Gy in
 * 5 fractions. So the cord (alpha/beta 2 Gy) has 60 + 50 Gy EQD2 and at most 25.2 Gy more.
 */
public final class TwoCourseCase {

  static final String PLAN_FRAME = "2.25.1";
  static final String FIRST_FRAME = "2.25.2";
  private static final String STRUCTURES = "2.25.10";
  private static final double FIRST_SHIFT_MM = 100;
  private static final GridGeometry PLAN_GRID =
      new GridGeometry(21, 19, 17, new Vector3(-30, -27, -24), new Vector3(3, 3, 3));
  static final GridGeometry FIRST_GRID =
      new GridGeometry(
          45, 41, 39, new Vector3(FIRST_SHIFT_MM - 44, -40, -38), new Vector3(2, 2, 2));

  private static final ModelFactory MODEL = ModelFactory.eINSTANCE;

  private final Map<String, DoseGrid> doses = new HashMap<>();
  private final Map<String, SpatialMap> deformations = new HashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final PatientCase patientCase = MODEL.createPatientCase();
  private final FrameOfReference planFrame = frame(PLAN_FRAME);
  private final FrameOfReference firstFrame = frame(FIRST_FRAME);
  private final StructureSet structureSet = MODEL.createStructureSet();

  /** Makes the case anew. */
  public TwoCourseCase() {
    patientCase.setSynthetic(true);
    patientCase.getFramesOfReference().addAll(List.of(planFrame, firstFrame));
    structureSet.setReference(reference(STRUCTURES));
    structureSet.setFrameOfReference(planFrame);
    patientCase.getStructureSets().add(structureSet);
    structureSet.getStructures().add(structure(1, "SpinalCord", 2));
    structureSet.getStructures().add(structure(2, "Temporal Lobe L", 3));
    Structure noRatio = structure(3, "Lens_L", 1);
    noRatio.unsetAlphaBetaGy();
    structureSet.getStructures().add(noRatio);
    patientCase.getCourses().add(firstCourse());
    patientCase.getCourses().add(paperCourse());
    patientCase.getCourses().add(plannedCourse());
    patientCase.getRegistrations().add(registration());
  }

  public PatientCase patientCase() {
    return patientCase;
  }

  public Plan plan() {
    return patientCase.getCourses().get(2).getPlans().get(0);
  }

  Course first() {
    return patientCase.getCourses().get(0);
  }

  Course paper() {
    return patientCase.getCourses().get(1);
  }

  Structure cord() {
    return structureSet.getStructures().get(0);
  }

  /**
   * Replaces the dose of the first course, 25 fractions, by one that depends on x only.
   *
   * @param doseGy by x in the frame of the plan, mm; read at the voxels of the first course
   */
  void firstDose(DoubleUnaryOperator doseGy) {
    DoseGrid.Builder dose = DoseGrid.builder(FIRST_GRID);
    float[] slice = new float[FIRST_GRID.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      double xMm = FIRST_GRID.toPatientMm(i % FIRST_GRID.sizeX(), 0, 0).x() - FIRST_SHIFT_MM;
      slice[i] = (float) doseGy.applyAsDouble(xMm);
    }
    for (int z = 0; z < FIRST_GRID.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    doses.put("2.25.300", dose.build());
  }

  /** Adds a deformable registration from the first course to the plan, imported from a file. */
  Registration addDeformation(String file, SpatialMap map) {
    Registration registration = MODEL.createRegistration();
    registration.setLabel("Deformation");
    registration.setFrom(firstFrame);
    registration.setTo(planFrame);
    registration.setSource(RegistrationSource.DICOM);
    DicomReference reference = reference("2.25.900");
    reference.setSopClassUid(RegistrationForm.DEFORMABLE_CLASS_UID);
    reference.setRelativePath(file);
    reference.setSha256("sha of " + file);
    registration.setReference(reference);
    patientCase.getRegistrations().add(registration);
    deformations.put(file, map);
    return registration;
  }

  /** How often anything was read. */
  int reads() {
    return reads.get();
  }

  PlanSnapshot snapshot() {
    return PlanSnapshot.of(patientCase, 1);
  }

  void goal(String metric, GoalComparison comparison, double limit, DoseQuantity quantity) {
    ClinicalGoal goal = MODEL.createClinicalGoal();
    goal.setStructureName("SpinalCord");
    goal.setMetric(metric);
    goal.setComparison(comparison);
    goal.setLimit(limit);
    goal.setQuantity(quantity);
    patientCase.getGoals().add(goal);
  }

  /** Adds a plan to a course: the course was replanned, or boosted. */
  Plan addPlan(Course course, double totalGy, int fractions) {
    Plan plan = plan(totalGy, fractions);
    course.getPlans().add(plan);
    return plan;
  }

  /** Adds a dose grid to a plan. */
  DoseDistribution addDose(Plan plan, String uid, DoseSummation summation, double doseGy) {
    doses.put(uid, uniform(PLAN_GRID, doseGy));
    DoseDistribution dose = MODEL.createDoseDistribution();
    dose.setReference(reference(uid));
    dose.setSummation(summation);
    dose.setFrameOfReference(planFrame);
    plan.getDoses().add(dose);
    return dose;
  }

  /** The voxels, made in memory. */
  public CaseVoxels voxels() {
    return new CaseVoxels(
        new VoxelSource() {
          @Override
          public ImageVolume readImage(String seriesInstanceUid, IProgressMonitor monitor) {
            throw new IllegalArgumentException("no images here: " + seriesInstanceUid);
          }

          @Override
          public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
            reads.incrementAndGet();
            return Map.of(1, box(-9, 9), 2, box(-20, -3), 3, box(3, 12));
          }

          @Override
          public SpatialMap readDeformation(DeformationLink link, IProgressMonitor monitor)
              throws DicomReadException {
            SpatialMap map = deformations.get(link.relativePath());
            if (map == null) {
              throw new DicomReadException(
                  Path.of(link.relativePath()), "", "The file is not there.", "Import it again.");
            }
            return map;
          }

          @Override
          public DoseGrid readDose(String doseUid, IProgressMonitor monitor) {
            reads.incrementAndGet();
            return doses.get(doseUid);
          }
        });
  }

  private Course plannedCourse() {
    Course course = course("Re-irradiation", CourseKind.PLANNED);
    course.setStartDate("2026-03-02");
    Plan plan = plan(60, 30);
    course.getPlans().add(plan);
    double[] beamGy = {30, 20, 10};
    for (int b = 0; b < beamGy.length; b++) {
      Beam beam = MODEL.createBeam();
      beam.setNumber(b + 1);
      beam.setName("Beam " + (b + 1));
      plan.getBeams().add(beam);
      addDose(plan, "2.25.20" + b, DoseSummation.BEAM, beamGy[b]).setBeam(beam);
    }
    return course;
  }

  private Course firstCourse() {
    Course course = course("First course", CourseKind.PREVIOUS);
    course.setStartDate("2023-01-09");
    course.setEndDate("2023-02-27");
    Plan plan = plan(50, 25);
    course.getPlans().add(plan);
    DoseDistribution dose = addDose(plan, "2.25.300", DoseSummation.PLAN, 50);
    doses.put("2.25.300", uniform(FIRST_GRID, 50));
    dose.setFrameOfReference(firstFrame);
    return course;
  }

  private static Course paperCourse() {
    Course course = course("Palliative course", CourseKind.PREVIOUS);
    course.setSource(CourseSource.PAPER);
    course.setTypedPrescription(prescription(20, 5));
    TypedDose dose = MODEL.createTypedDose();
    dose.setStructureName("SpinalCord");
    dose.setMetric("Dmax");
    dose.setDoseGy(18);
    course.getTypedDoses().add(dose);
    return course;
  }

  private static Course course(String label, CourseKind kind) {
    Course course = MODEL.createCourse();
    course.setLabel(label);
    course.setKind(kind);
    return course;
  }

  private Plan plan(double totalGy, int fractions) {
    Plan plan = MODEL.createPlan();
    plan.setLabel("Plan " + fractions);
    plan.setPrescription(prescription(totalGy, fractions));
    plan.setImportedTotalDoseGy(totalGy);
    plan.setImportedFractionCount(fractions);
    plan.setStructureSet(structureSet);
    return plan;
  }

  private static Prescription prescription(double totalGy, int fractions) {
    Prescription prescription = MODEL.createPrescription();
    prescription.setTotalDoseGy(totalGy);
    prescription.setFractionCount(fractions);
    return prescription;
  }

  private Registration registration() {
    Registration registration = MODEL.createRegistration();
    registration.setFrom(planFrame);
    registration.setTo(firstFrame);
    double[] rows = {1, 0, 0, FIRST_SHIFT_MM, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    Arrays.stream(rows).forEach(registration.getMatrix()::add);
    return registration;
  }

  private static Structure structure(int roiNumber, String name, double alphaBetaGy) {
    Structure structure = MODEL.createStructure();
    structure.setRoiNumber(roiNumber);
    structure.setName(name);
    structure.setType(StructureType.ORGAN);
    structure.setAlphaBetaGy(alphaBetaGy);
    return structure;
  }

  private static FrameOfReference frame(String uid) {
    FrameOfReference frame = MODEL.createFrameOfReference();
    frame.setUid(uid);
    return frame;
  }

  private static DicomReference reference(String uid) {
    DicomReference reference = MODEL.createDicomReference();
    reference.setSopInstanceUid(uid);
    return reference;
  }

  private static DoseGrid uniform(GridGeometry geometry, double doseGy) {
    float[] slice = new float[geometry.sliceVoxelCount()];
    Arrays.fill(slice, (float) doseGy);
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** A column of 14 mm along y, with contours every 3 mm along z. */
  private static ContourSet box(double fromXMm, double toXMm) {
    return new ContourSet(
        IntStream.rangeClosed(-4, 4)
            .mapToObj(
                z ->
                    PlanarContour.of(
                        new double[] {
                          fromXMm, -7, 3 * z, toXMm, -7, 3 * z, toXMm, 7, 3 * z, fromXMm, 7, 3 * z
                        }))
            .toList());
  }
}
