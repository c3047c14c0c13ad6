/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.CumulativeNumbers;
import org.recourse.assistant.numbers.DoseState;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PatientState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.DoseQuantity;
import org.recourse.model.DoseSummation;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;
import org.recourse.model.Sex;
import org.recourse.model.StructureType;
import org.recourse.phantom.cohort.NamedContours;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.risk.ContributedRiskCatalogue;

/**
 * A synthetic patient as an open case in memory: two courses with dose grids, the first in a frame
 * of its own whose registration states no uncertainty (so 3 mm count), structures, and as active
 * limits on cumulative EQD2 67.75 Gy to the spinal cord and, to 1.5 cm³ of each temporal lobe,
 * 65.26 Gy or what the plan as approved gives it. Immutable and thread-safe.
 */
final class CohortCase {

  static final String GROSS = "rGTV";
  static final String PLANNING = "PTVnx";

  private static final String STRUCTURE_SET = "structures";
  private static final String FRAME = "frame of the re-irradiation";
  private static final String FIRST_FRAME = "frame of the first course";
  private static final String FIRST_DOSE = "first course";
  private static final String BEAM_DOSE = "beam ";
  private static final double TUMOUR_ALPHA_BETA_GY = 10;
  private static final double LATE_ALPHA_BETA_GY = 3;
  private static final double NEURAL_ALPHA_BETA_GY = 2;
  private static final double CORD_GY = 67.75;
  private static final double LOBE_GY = 65.26;
  private static final double LOBE_CM3 = 1.5;
  private static final double TWICE_DAILY_HOURS = 6;

  private final PlanSnapshot snapshot;
  private final CaseVoxels voxels;
  private final List<DoseGrid> beams;
  private final DoseGrid firstCourse;
  private final ContourSet planning;
  private final Map<String, ContourSet> contours = new HashMap<>();

  CohortCase(SyntheticPatient patient, SliceExecutor executor) {
    var never = new NullProgressMonitor();
    beams = patient.beamDoses(never);
    firstCourse = patient.firstCourseDose(never);
    List<StructureState> structures = new ArrayList<>();
    Map<Integer, ContourSet> byNumber = new HashMap<>();
    SyntheticPatient.Targets targets = patient.targets(0, executor, never);
    planning = targets.planning();
    add(GROSS, StructureType.GTV, TUMOUR_ALPHA_BETA_GY, targets.gross(), structures, byNumber);
    add(PLANNING, StructureType.PTV, TUMOUR_ALPHA_BETA_GY, planning, structures, byNumber);
    for (NamedContours organ : patient.organs(executor, never)) {
      add(
          organ.name(),
          organ.type(),
          ratioGy(organ.name()),
          organ.contours(),
          structures,
          byNumber);
    }
    voxels = new CaseVoxels(new InMemory(byNumber));
    PlanSnapshot bare = snapshot(patient, structures, List.of());
    var computation =
        new NumbersComputation(voxels, ContributedRiskCatalogue.of(List.of(), ""), executor);
    snapshot = snapshot(patient, structures, goals(computation.compute(bare, never)));
  }

  private void add(
      String name,
      StructureType type,
      double alphaBetaGy,
      ContourSet drawn,
      List<StructureState> structures,
      Map<Integer, ContourSet> byNumber) {
    int number = structures.size() + 1;
    byNumber.put(number, drawn);
    contours.put(name, drawn);
    structures.add(
        new StructureState(
            STRUCTURE_SET,
            FRAME,
            number,
            name,
            name,
            type,
            0,
            OptionalDouble.of(alphaBetaGy),
            "",
            OptionalDouble.empty(),
            false,
            "",
            ""));
  }

  private static double ratioGy(String organ) {
    boolean neural =
        organ.startsWith("Brain") || organ.startsWith("Optic") || organ.startsWith("SpinalCord");
    return neural ? NEURAL_ALPHA_BETA_GY : LATE_ALPHA_BETA_GY;
  }

  private static PlanSnapshot snapshot(
      SyntheticPatient patient, List<StructureState> structures, List<GoalState> goals) {
    SyntheticPatient.Facts facts = patient.facts();
    var first =
        plan(
            "first",
            prescription(facts.firstPrescribedGy(), facts.firstFractionCount(), 1),
            List.of(),
            List.of(
                new DoseState(
                    FIRST_DOSE, DoseSummation.PLAN, OptionalInt.empty(), FIRST_FRAME, false)));
    List<BeamState> beamStates = new ArrayList<>();
    List<DoseState> doses = new ArrayList<>();
    for (int b = 1; b <= 9; b++) {
      beamStates.add(new BeamState(b, "beam " + b, 1, true));
      doses.add(new DoseState(BEAM_DOSE + b, DoseSummation.BEAM, OptionalInt.of(b), FRAME, false));
    }
    var planned =
        plan(
            "planned",
            prescription(
                facts.prescribedGy(),
                patient.schedule().fractionCount(),
                patient.schedule().fractionsPerDay()),
            beamStates,
            doses);
    return new PlanSnapshot(
        1,
        true,
        new PatientState(patient.id(), "", Sex.UNKNOWN),
        structures,
        List.of(
            course("first", CourseKind.PREVIOUS, first),
            course("re-irradiation", CourseKind.PLANNED, planned)),
        Optional.of(new PlanSnapshot.PlanPosition(1, 0)),
        goals,
        List.of(),
        List.of(new FrameTransforms.Link(FRAME, FIRST_FRAME, AffineTransform.IDENTITY)),
        List.of(),
        false,
        List.of(),
        List.of());
  }

  private static PrescriptionState prescription(double totalGy, int fractions, int perDay) {
    return new PrescriptionState(
        OptionalDouble.of(totalGy),
        OptionalInt.of(fractions),
        perDay,
        perDay > 1 ? OptionalDouble.of(TWICE_DAILY_HOURS) : OptionalDouble.empty(),
        PLANNING);
  }

  private static PlanState plan(
      String label, PrescriptionState prescription, List<BeamState> beams, List<DoseState> doses) {
    return new PlanState(
        label,
        prescription,
        100,
        beams,
        doses,
        prescription.totalDoseGy(),
        prescription.fractionCount(),
        STRUCTURE_SET);
  }

  private static CourseState course(String label, CourseKind kind, PlanState plan) {
    return new CourseState(
        label,
        kind,
        CourseSource.DICOM,
        kind == CourseKind.PREVIOUS ? "2020-01-01" : "2023-01-01",
        "",
        "",
        List.of(plan),
        PrescriptionState.UNKNOWN,
        List.of());
  }

  /** The plan was approved with what it gives the temporal lobes; nothing may add to it. */
  private static List<GoalState> goals(PlanNumbers asPlanned) {
    List<GoalState> goals = new ArrayList<>();
    goals.add(goal("SpinalCord", "Dmax", CORD_GY, "Nieder 2006", EvidenceTag.READ));
    for (String lobe : List.of("Lobe_Temporal_L", "Lobe_Temporal_R")) {
      double nowGy =
          asPlanned
              .structure(lobe)
              .flatMap(StructureNumbers::cumulative)
              .map(CumulativeNumbers::eqd2Dvh)
              .filter(dvh -> dvh.coveredVolumeCm3() > LOBE_CM3)
              .map(dvh -> dvh.doseAtVolumeCm3Gy(LOBE_CM3))
              .orElse(0.0);
      goals.add(
          goal(
              lobe,
              "D1.5cc",
              Math.max(LOBE_GY, nowGy),
              "Guan 2024, or as approved",
              EvidenceTag.USER));
    }
    return goals;
  }

  private static GoalState goal(
      String structure, String metric, double limit, String source, EvidenceTag evidence) {
    return new GoalState(
        structure,
        metric,
        GoalComparison.AT_MOST,
        limit,
        OptionalDouble.empty(),
        DoseQuantity.CUMULATIVE_EQD2,
        source,
        evidence);
  }

  PlanSnapshot snapshot() {
    return snapshot;
  }

  CaseVoxels voxels() {
    return voxels;
  }

  List<DoseGrid> beams() {
    return beams;
  }

  DoseGrid firstCourse() {
    return firstCourse;
  }

  ContourSet planning() {
    return planning;
  }

  Optional<ContourSet> contours(String name) {
    return Optional.ofNullable(contours.get(name));
  }

  /** The doses and contours of the patient; the proposals ask for no image. */
  private final class InMemory implements VoxelSource {

    private final Map<Integer, ContourSet> byNumber;

    InMemory(Map<Integer, ContourSet> byNumber) {
      this.byNumber = byNumber;
    }

    @Override
    public ImageVolume readImage(String seriesInstanceUid, IProgressMonitor monitor) {
      throw new UnsupportedOperationException("no image is asked for: " + seriesInstanceUid);
    }

    @Override
    public Map<Integer, ContourSet> readContours(String structureSetUid, IProgressMonitor monitor) {
      return byNumber;
    }

    @Override
    public DoseGrid readDose(String doseUid, IProgressMonitor monitor) {
      return doseUid.equals(FIRST_DOSE)
          ? firstCourse
          : beams.get(Integer.parseInt(doseUid.substring(BEAM_DOSE.length())) - 1);
    }
  }
}
