/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.protocols.FixedProtocols;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.ProtocolTissue;
import org.recourse.assistant.protocols.StructureNames;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
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
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.TypedDose;
import org.recourse.model.edit.CaseEditing;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ViewingState;

/**
 * A case in memory for the tests of the window. The plan gives 1 to 2 Gy per fraction in 30
 * fractions, rising along z, so that the hottest voxel of a structure is known; a first course gave
 * 50 Gy in 25 fractions everywhere, three years before, in a frame of its own; a paper course gave
 * the cord at most 18 Gy in 5 fractions.
 */
public final class LedgerCase {

  /** Id of the protocol that {@link #PROTOCOLS} holds. */
  public static final String PROTOCOL = "test.protocol";

  /** A judged and a draft limit on the cord, and an alpha/beta for the lens. */
  public static final ProtocolCatalogue PROTOCOLS =
      new FixedProtocols(List.of(protocol()), List.of());

  /** The grid of the plan: 3 mm voxels round the origin. */
  public static final GridGeometry GRID =
      new GridGeometry(21, 19, 17, new Vector3(-30, -27, -24), new Vector3(3, 3, 3));

  private static final ModelFactory MODEL = ModelFactory.eINSTANCE;
  private static final String PLAN_DOSE = "2.25.200";
  private static final String FIRST_DOSE = "2.25.300";

  private final PatientCase patientCase = MODEL.createPatientCase();
  private final StructureSet structures = MODEL.createStructureSet();
  private final FrameOfReference planFrame = frame("2.25.1");
  private final FrameOfReference firstFrame = frame("2.25.2");

  /** Makes the case anew. */
  public LedgerCase() {
    patientCase.getFramesOfReference().addAll(List.of(planFrame, firstFrame));
    structures.setReference(reference("2.25.10"));
    structures.setFrameOfReference(planFrame);
    patientCase.getStructureSets().add(structures);
    structures.getStructures().add(structure(1, "SpinalCord", StructureType.ORGAN, 2));
    structures.getStructures().add(structure(2, "PTVnx", StructureType.PTV, 10));
    Structure lens = structure(3, "Lens_L", StructureType.ORGAN, 1);
    lens.unsetAlphaBetaGy();
    structures.getStructures().add(lens);
    patientCase.getCourses().addAll(List.of(firstCourse(), paperCourse(), plannedCourse()));
    patientCase.getRegistrations().add(registration());
  }

  public PatientCase patientCase() {
    return patientCase;
  }

  public Structure cord() {
    return structures.getStructures().get(0);
  }

  public Structure target() {
    return structures.getStructures().get(1);
  }

  public Structure lens() {
    return structures.getStructures().get(2);
  }

  public Registration registrationOfFirst() {
    return patientCase.getRegistrations().get(0);
  }

  /** A session whose numbers are computed at once, on the calling thread. */
  public CaseSession session(SliceExecutor executor) {
    var voxels = new CaseVoxels(new Voxels());
    var computation =
        new NumbersComputation(
            voxels, new ContributedRiskCatalogue(List.of()), PROTOCOLS, executor);
    var watch =
        new PlanWatch(
            patientCase,
            computation,
            new WatchThreads(Runnable::run, Runnable::run, Runnable::run));
    var session =
        new CaseSession(
            null, // there is no workspace
            new OpenCase(Path.of("case"), patientCase, voxels),
            CaseEditing.newDomain(patientCase),
            watch,
            new ViewingState(Vector3.ZERO, List.of()),
            executor,
            List.of());
    watch.start();
    return session;
  }

  private static ProtocolTemplate protocol() {
    return new ProtocolTemplate(
        PROTOCOL,
        "Test protocol",
        "For tests.",
        List.of(),
        List.of(
            new ProtocolTissue(
                StructureNames.parse("Lens_L"),
                new AlphaBetaRatio(1),
                source(SourceStrength.READ))),
        List.of(),
        List.of(
            goal("judged", 130, SourceStrength.READ),
            goal("open", 120, SourceStrength.READ),
            goal("draft", 1, SourceStrength.SECONDARY)),
        "test");
  }

  private static ProtocolGoal goal(String id, double limitGy, SourceStrength strength) {
    return new ProtocolGoal(
        id,
        StructureNames.parse("SpinalCord"),
        new DoseMetric.MaximumDose(),
        GoalComparison.AT_MOST,
        limitGy,
        ProtocolGoal.Scale.ABSOLUTE,
        OptionalDouble.empty(),
        DoseQuantity.CUMULATIVE_EQD2,
        OptionalDouble.of(2),
        RecoveryConvention.NONE,
        List.of(),
        source(strength),
        "");
  }

  private static Source source(SourceStrength strength) {
    return new Source("Test 2026", "", strength);
  }

  private Course firstCourse() {
    Course course = course("First course", CourseKind.PREVIOUS);
    course.setStartDate("2023-01-09");
    course.setEndDate("2023-02-27");
    course.getPlans().add(plan(50, 25, FIRST_DOSE, firstFrame));
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

  private Course plannedCourse() {
    Course course = course("Re-irradiation", CourseKind.PLANNED);
    course.setStartDate("2026-03-02");
    course.getPlans().add(plan(60, 30, PLAN_DOSE, planFrame));
    return course;
  }

  private Plan plan(double totalGy, int fractions, String doseUid, FrameOfReference frame) {
    Plan plan = MODEL.createPlan();
    plan.setLabel("Plan " + fractions);
    plan.setPrescription(prescription(totalGy, fractions));
    plan.setImportedTotalDoseGy(totalGy);
    plan.setImportedFractionCount(fractions);
    plan.setStructureSet(structures);
    DoseDistribution dose = MODEL.createDoseDistribution();
    dose.setReference(reference(doseUid));
    dose.setSummation(DoseSummation.PLAN);
    dose.setFrameOfReference(frame);
    plan.getDoses().add(dose);
    return plan;
  }

  private static Course course(String label, CourseKind kind) {
    Course course = MODEL.createCourse();
    course.setLabel(label);
    course.setKind(kind);
    return course;
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
    double[] rows = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
    Arrays.stream(rows).forEach(registration.getMatrix()::add);
    return registration;
  }

  private static Structure structure(
      int roiNumber, String name, StructureType type, double alphaBetaGy) {
    Structure structure = MODEL.createStructure();
    structure.setRoiNumber(roiNumber);
    structure.setName(name);
    structure.setType(type);
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

  /** Doses and contours made in memory. */
  private static final class Voxels implements VoxelSource {

    @Override
    public ImageVolume readImage(String uid, IProgressMonitor monitor) {
      throw new AssertionError("no image is read");
    }

    @Override
    public Map<Integer, ContourSet> readContours(String uid, IProgressMonitor monitor) {
      return Map.of(1, box(-9, 9), 2, box(-20, -3), 3, box(3, 12));
    }

    @Override
    public DoseGrid readDose(String uid, IProgressMonitor monitor) {
      return uid.equals(FIRST_DOSE) ? rising(50, 0) : rising(30, 30);
    }
  }

  /** Dose from the first to the last slice, Gy: lowest to lowest plus rise. */
  private static DoseGrid rising(double lowestGy, double riseGy) {
    DoseGrid.Builder builder = DoseGrid.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      Arrays.fill(slice, (float) (lowestGy + riseGy * z / (GRID.sizeZ() - 1)));
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** A column of 14 mm along y, with contours every 3 mm along z from -12 to 12 mm. */
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
