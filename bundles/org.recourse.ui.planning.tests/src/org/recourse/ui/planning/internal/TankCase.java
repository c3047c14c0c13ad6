/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.Beam;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.ControlPoint;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.FrameOfReference;
import org.recourse.model.GoalComparison;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;

/**
 * A cube of water of 160 mm with a target of 40 mm in its middle and a cord behind it, and a plan
 * of 20 Gy in 10 fractions by two beams whose doses are uniform: 12 Gy and 8 Gy.
 */
public final class TankCase {

  public static final String TARGET = "PTV";
  public static final String CORD = "Cord";
  public static final double FIRST_GY = 12;
  public static final double SECOND_GY = 8;

  private static final ModelFactory MODEL = ModelFactory.eINSTANCE;
  private static final GridGeometry GRID =
      new GridGeometry(46, 46, 46, new Vector3(-90, -90, -90), new Vector3(4, 4, 4));
  private static final double[][] HALF_MM = {{80, 80}, {20, 20}, {6, 70}};

  private TankCase() {}

  /** The model. */
  public static PatientCase create() {
    PatientCase patientCase = MODEL.createPatientCase();
    FrameOfReference frame = MODEL.createFrameOfReference();
    frame.setUid("2.25.1");
    patientCase.getFramesOfReference().add(frame);
    ImageSeries ct = MODEL.createImageSeries();
    ct.setSeriesInstanceUid("2.25.2");
    ct.setModality("CT");
    ct.setRole(ImageRole.PLANNING_CT);
    ct.setFrameOfReference(frame);
    patientCase.getImageSeries().add(ct);
    StructureSet set = MODEL.createStructureSet();
    set.setFrameOfReference(frame);
    set.setReference(reference("2.25.3", "RTSTRUCT.dcm"));
    set.getStructures().add(structure(1, "Body", StructureType.EXTERNAL));
    set.getStructures().add(structure(2, TARGET, StructureType.PTV));
    set.getStructures().add(structure(3, CORD, StructureType.ORGAN));
    patientCase.getStructureSets().add(set);
    ClinicalGoal goal = MODEL.createClinicalGoal();
    goal.setStructureName(CORD);
    goal.setMetric("Dmax");
    goal.setComparison(GoalComparison.AT_MOST);
    goal.setLimit(15);
    patientCase.getGoals().add(goal);
    Course course = MODEL.createCourse();
    course.setLabel("Planned");
    course.setKind(CourseKind.PLANNED);
    course.getPlans().add(plan(set));
    patientCase.getCourses().add(course);
    return patientCase;
  }

  private static DicomReference reference(String uid, String path) {
    DicomReference reference = MODEL.createDicomReference();
    reference.setSopInstanceUid(uid);
    reference.setSopClassUid("1.2.840.10008.5.1.4.1.1.481.3");
    reference.setRelativePath(path);
    return reference;
  }

  private static Structure structure(int number, String name, StructureType type) {
    Structure structure = MODEL.createStructure();
    structure.setRoiNumber(number);
    structure.setName(name);
    structure.setType(type);
    return structure;
  }

  private static Plan plan(StructureSet set) {
    Plan plan = MODEL.createPlan();
    plan.setLabel("Imported");
    plan.setStructureSet(set);
    plan.setFrameOfReference(set.getFrameOfReference());
    plan.setReference(reference("2.25.4", "RTPLAN.dcm"));
    Prescription prescription = MODEL.createPrescription();
    prescription.setTotalDoseGy(20);
    prescription.setFractionCount(10);
    prescription.setTarget(set.getStructures().get(1));
    plan.setPrescription(prescription);
    plan.setImportedTotalDoseGy(20);
    plan.setImportedFractionCount(10);
    for (int number = 1; number <= 2; number++) {
      Beam beam = MODEL.createBeam();
      beam.setNumber(number);
      beam.setName("Beam " + number);
      beam.setEnergyMv(6);
      beam.getIsocentreMm().addAll(List.of(0.0, 0.0, 0.0));
      ControlPoint point = MODEL.createControlPoint();
      point.setGantryAngleDeg(90.0 * (number - 1));
      point.getJawXMm().addAll(List.of(-30.0, 30.0));
      point.getJawYMm().addAll(List.of(-25.0, 25.0));
      beam.getControlPoints().add(point);
      plan.getBeams().add(beam);
      DoseDistribution dose = MODEL.createDoseDistribution();
      dose.setSummation(DoseSummation.BEAM);
      dose.setBeam(beam);
      dose.setFrameOfReference(set.getFrameOfReference());
      dose.setReference(reference("2.25.1" + number, "RTDOSE-" + number + ".dcm"));
      plan.getDoses().add(dose);
    }
    return plan;
  }

  /** Contours of a structure by its number. */
  public static ContourSet contours(int roiNumber) {
    double halfX = HALF_MM[roiNumber - 1][0];
    double halfZ = HALF_MM[roiNumber - 1][1];
    double middleY = roiNumber == 3 ? 45 : 0;
    double halfY = roiNumber == 3 ? 6 : halfX;
    List<PlanarContour> contours = new ArrayList<>();
    for (double z = -halfZ + 2; z < halfZ; z += 4) {
      contours.add(
          PlanarContour.of(
              new double[] {
                -halfX,
                middleY - halfY,
                z,
                halfX,
                middleY - halfY,
                z,
                halfX,
                middleY + halfY,
                z,
                -halfX,
                middleY + halfY,
                z
              }));
    }
    return new ContourSet(contours);
  }

  /** A session; its numbers are computed at once, on the thread that asks. */
  public static CaseSession session(PatientCase patientCase, Path folder, SliceExecutor executor) {
    var voxels = new CaseVoxels(new Water());
    var computation =
        new NumbersComputation(voxels, new ContributedRiskCatalogue(List.of()), executor);
    var watch =
        new PlanWatch(
            patientCase,
            computation,
            new WatchThreads(Runnable::run, Runnable::run, Runnable::run));
    return new CaseSession(
        null, // there is no workspace
        new OpenCase(folder, patientCase, voxels),
        CaseEditing.newDomain(patientCase),
        watch,
        new ViewingState(Vector3.ZERO, patientCase.getStructureSets().get(0).getStructures()),
        executor,
        List.of());
  }

  /** Water everywhere, and the two doses. */
  private static final class Water implements VoxelSource {

    @Override
    public ImageVolume readImage(String uid, IProgressMonitor monitor) {
      ImageVolume.Builder image = ImageVolume.builder(GRID);
      for (int z = 0; z < GRID.sizeZ(); z++) {
        image.slice(z, new float[GRID.sliceVoxelCount()]);
      }
      return image.build();
    }

    @Override
    public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
      return Map.of(1, contours(1), 2, contours(2), 3, contours(3));
    }

    @Override
    public DoseGrid readDose(String uid, IProgressMonitor monitor) {
      return uniform((float) (uid.endsWith("1") ? FIRST_GY : SECOND_GY));
    }
  }

  /** A uniform dose on the grid of the image. */
  public static DoseGrid uniform(float doseGy) {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    java.util.Arrays.fill(slice, doseGy);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
