/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.DoseRoute;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.PointMap;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.CourseDose;

/**
 * Sorts the plans of all courses into what can be summed voxel by voxel and what cannot, and why.
 * Thread-safe.
 *
 * <p>Every plan of a course is summed with its own number of fractions, so that a boost after a
 * first phase keeps its dose per fraction. Planned courses other than the assessed one are
 * alternatives and are left out.
 */
final class CourseIntake {

  /**
   * A plan whose EQD2 enters the sum.
   *
   * @param course position of its course in the snapshot
   * @param plan what it was computed from; key of caches
   * @param assessed whether it is the plan that is edited
   * @param transformIds registrations its dose comes through
   */
  record Part(
      int course, PlanState plan, boolean assessed, CourseDose dose, List<String> transformIds) {}

  /**
   * What the courses give.
   *
   * @param parts plans that can be summed
   * @param refusals sentences on plans with a dose that cannot be summed: the sum is then unknown
   * @param uses how each course is used, in the order of the snapshot
   * @param findings reservations
   */
  record Taken(
      List<Part> parts, List<String> refusals, List<CourseDoseUse> uses, List<Finding> findings) {}

  private static final int EARLIER_PLANS_KEPT = 8;

  private final PlanDoseSum doses;
  private final CaseVoxels voxels;
  private final Recent<PlanState, PlanDoseSum.Result> earlier = new Recent<>(EARLIER_PLANS_KEPT);

  CourseIntake(PlanDoseSum doses, CaseVoxels voxels) {
    this.doses = doses;
    this.voxels = voxels;
  }

  /**
   * Takes in all courses; {@code assessedDose} is the dose of the assessed plan, already summed.
   */
  Taken take(PlanSnapshot snapshot, PlanNumbers.PlanDose assessedDose, IProgressMonitor monitor) {
    var taken =
        new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    FrameTransforms transforms = snapshot.frameTransforms();
    PlanSnapshot.PlanPosition assessed = snapshot.assessed().orElseThrow();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      if (course.kind() == CourseKind.PLANNED && c != assessed.course()) {
        taken.uses().add(new CourseDoseUse.NotUsed("It is another planned course."));
        continue;
      }
      int before = taken.parts().size();
      int refusedBefore = taken.refusals().size();
      for (int p = 0; p < course.plans().size(); p++) {
        boolean isAssessed = c == assessed.course() && p == assessed.plan();
        PlanState plan = course.plans().get(p);
        Optional<PlanNumbers.PlanDose> dose =
            isAssessed ? Optional.of(assessedDose) : earlierDose(plan, taken.findings(), monitor);
        int position = c;
        dose.ifPresent(
            d ->
                takePlan(
                    new Source(position, course, plan, isAssessed, d),
                    assessedDose,
                    transforms,
                    taken,
                    monitor));
      }
      int summed = taken.parts().size() - before + taken.refusals().size() - refusedBefore;
      boolean any = taken.parts().size() > before;
      if (any && summed < course.plans().size()) {
        taken.refusals().add(partOf(course));
      }
      boolean refused = taken.refusals().size() > refusedBefore;
      taken.uses().add(use(course, any, refused ? taken.refusals().get(refusedBefore) : ""));
    }
    return taken;
  }

  /** Says how the courses are used where the assessed plan has no dose, so nothing is summed. */
  static Taken withoutDose(PlanSnapshot snapshot) {
    String reason =
        "The assessed plan has no dose grid, so cumulative EQD2 is not computed. Import its"
            + " RTDOSE.";
    List<CourseDoseUse> uses =
        snapshot.courses().stream()
            .map(course -> use(course, false, course.plans().isEmpty() ? "" : reason))
            .toList();
    return new Taken(List.of(), List.of(reason), uses, List.of());
  }

  private static String partOf(CourseState course) {
    return "Not every plan of "
        + course.label()
        + " has a dose grid, so cumulative EQD2 is not computed: it would be too low. Import the"
        + " missing RTDOSE.";
  }

  private Optional<PlanNumbers.PlanDose> earlierDose(
      PlanState plan, List<Finding> findings, IProgressMonitor monitor) {
    PlanDoseSum.Result result =
        earlier.get(plan, () -> doses.of(plan, monitor), r -> r.dose().isPresent());
    findings.addAll(result.findings());
    return result.dose();
  }

  /** A plan with its dose, before it is known whether it can be summed. */
  private record Source(
      int course, CourseState state, PlanState plan, boolean assessed, PlanNumbers.PlanDose dose) {}

  private void takePlan(
      Source source,
      PlanNumbers.PlanDose target,
      FrameTransforms transforms,
      Taken taken,
      IProgressMonitor monitor) {
    String label = labelOf(source.state(), source.plan());
    Optional<DoseRoute> route = transforms.doseRoute(target.frameUid(), source.dose().frameUid());
    if (route.isEmpty()) {
      taken.refusals().add(noRegistration(label));
      return;
    }
    PointMap toCourse;
    try {
      toCourse = voxels.map(route.get(), monitor);
    } catch (DicomReadException e) {
      taken
          .refusals()
          .add(
              "The deformation on the way to the dose of "
                  + label
                  + " cannot be read, so cumulative EQD2 is not computed: "
                  + e.getMessage());
      return;
    }
    PrescriptionState prescription = source.plan().prescription();
    CourseDose.Intake intake =
        CourseDose.check(
            label,
            source.dose().doseGy(),
            CourseDose.DoseScale.GRAY,
            prescription.totalDoseGy().orElse(0),
            prescription.fractionCount(),
            toCourse);
    switch (intake) {
      case CourseDose.Intake.Accepted(CourseDose accepted) -> {
        taken
            .parts()
            .add(
                new Part(
                    source.course(),
                    source.plan(),
                    source.assessed(),
                    accepted.with(prescription.schedule(), route.get().uncertainty()),
                    route.get().transformIds()));
        taken.findings().addAll(route.get().reservations());
      }
      case CourseDose.Intake.Refused(String sentence) -> taken.refusals().add(sentence);
    }
  }

  private static String noRegistration(String label) {
    return "No registration leads from the frame of the plan to the dose of "
        + label
        + ", so cumulative EQD2 is not computed. Import a registration or type its matrix.";
  }

  private static String labelOf(CourseState course, PlanState plan) {
    if (course.label().isBlank()) {
      return plan.label().isBlank() ? "a course without label" : plan.label();
    }
    return course.plans().size() > 1 ? course.label() + ", " + plan.label() : course.label();
  }

  private static CourseDoseUse use(CourseState course, boolean any, String refusal) {
    if (any) {
      return new CourseDoseUse.Voxels();
    }
    if (!refusal.isEmpty()) {
      return new CourseDoseUse.NotUsed(refusal);
    }
    if (!course.typedDoses().isEmpty()) {
      return new CourseDoseUse.TypedFigures(course.typedDoses().size());
    }
    return new CourseDoseUse.NotUsed(
        "It has no dose grid and no typed dose figures, so it is not part of any sum.");
  }
}
