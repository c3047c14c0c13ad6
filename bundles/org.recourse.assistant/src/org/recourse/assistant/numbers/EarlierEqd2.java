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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.CumulativeEqd2;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * EQD2 of the delivered courses on any grid, without a plan that has a dose: each course is
 * converted on its own grid, mapped by the registrations of the case, and added. Complete repair,
 * no recovery. Thread-safe.
 */
public final class EarlierEqd2 {

  /** A sum, or why there is none. */
  public sealed interface Result {

    /**
     * The sum.
     *
     * @param eqd2 Gy
     * @param courses labels of the plans in it
     * @param findings reservations, and the courses that are not in it
     */
    record Known(DoseGrid eqd2, List<String> courses, List<Finding> findings) implements Result {
      public Known {
        courses = List.copyOf(courses);
        findings = List.copyOf(findings);
      }
    }

    /** No sum; a sentence says what is missing and what to do. */
    record Unknown(String reason) implements Result {}
  }

  private final CaseVoxels voxels;
  private final SliceExecutor executor;

  public EarlierEqd2(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  /**
   * @param target grid of the sum
   * @param frameUid frame of that grid
   */
  public Result on(
      GridGeometry target,
      String frameUid,
      PlanSnapshot snapshot,
      AlphaBetaRatio tissue,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Previous courses", 2);
    PlanSnapshot earlier = withoutPlans(snapshot);
    var nothing = new PlanNumbers.PlanDose(DoseGrid.builder(target).build(), frameUid);
    CourseIntake.Taken taken =
        new CourseIntake(new PlanDoseSum(voxels, executor), voxels)
            .take(earlier, nothing, progress.split(1));
    if (!taken.refusals().isEmpty()) {
      return new Result.Unknown(taken.refusals().getFirst());
    }
    List<CourseDose> courses =
        taken.parts().stream()
            .filter(part -> !part.assessed())
            .map(CourseIntake.Part::dose)
            .toList();
    List<Finding> findings = new ArrayList<>(taken.findings());
    findings.addAll(leftOut(earlier, taken.uses()));
    if (courses.isEmpty()) {
      return new Result.Unknown("the case has no previous course with a dose");
    }
    try {
      CumulativeEqd2 sum =
          CumulativeEqd2.of(courses, target, Tissue.of(tissue), executor, progress.split(1));
      findings.addAll(sum.findings());
      return new Result.Known(
          sum.eqd2(), courses.stream().map(CourseDose::label).toList(), findings);
    } catch (IllegalArgumentException e) { // a negative physical dose has no EQD2
      return new Result.Unknown(
          "EQD2 could not be computed: " + e.getMessage() + ". Check the dose grids.");
    }
  }

  /** The delivered courses, and a plan that stands for the one that is not yet made. */
  private static PlanSnapshot withoutPlans(PlanSnapshot snapshot) {
    List<CourseState> courses = new ArrayList<>();
    for (CourseState course : snapshot.courses()) {
      if (course.kind() == CourseKind.PREVIOUS) {
        courses.add(course);
      }
    }
    var one =
        new PrescriptionState(
            OptionalDouble.of(1), OptionalInt.of(1), 1, OptionalDouble.empty(), "");
    var plan =
        new PlanState(
            "new plan",
            one,
            100,
            List.of(),
            List.of(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            "");
    courses.add(
        new CourseState(
            "new plan",
            CourseKind.PLANNED,
            CourseSource.DICOM,
            "",
            "",
            "",
            List.of(plan),
            one,
            List.of()));
    return new PlanSnapshot(
        snapshot.revision(),
        snapshot.synthetic(),
        snapshot.patient(),
        snapshot.structures(),
        courses,
        Optional.of(new PlanSnapshot.PlanPosition(courses.size() - 1, 0)),
        snapshot.goals(),
        snapshot.protocolIds(),
        snapshot.registrations(),
        snapshot.deformations(),
        snapshot.goalsAtUnfavourableEnd(),
        snapshot.images(),
        snapshot.findings());
  }

  private static List<Finding> leftOut(PlanSnapshot snapshot, List<CourseDoseUse> uses) {
    List<Finding> findings = new ArrayList<>();
    for (int c = 0; c + 1 < uses.size(); c++) { // the last one is the plan to be made
      String label = snapshot.courses().get(c).label();
      switch (uses.get(c)) {
        case CourseDoseUse.Voxels in -> {
          // part of the sum
        }
        case CourseDoseUse.TypedFigures typed ->
            findings.add(
                Finding.warning(
                    label
                        + " is known from paper only; it is not in the background of the plan."
                        + " Check the ledger.",
                    label));
        case CourseDoseUse.NotUsed(String reason) ->
            findings.add(Finding.warning(reason + " It is not in the background.", label));
      }
    }
    return findings;
  }
}
