/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RemainingDoseMap;

/**
 * EQD2 as a grid to be looked at, with one alpha/beta and complete repair for every voxel. The
 * numbers of structures are not taken from it: each structure has its own alpha/beta and its own
 * half-time of repair. Where a course has several fractions a day a finding says so. Thread-safe;
 * keeps the sum of earlier courses, so that an edit of the plan costs one conversion.
 */
public final class Eqd2Maps {

  /** A grid, or why there is none. */
  public sealed interface Result {

    /**
     * The grid.
     *
     * @param eqd2 EQD2 in Gy, or remaining dose in Gy per fraction, on the grid of the assessed
     *     plan
     * @param courses labels of the courses in it
     * @param findings reservations
     * @param revision revision of the plan it belongs to
     */
    record Known(DoseGrid eqd2, List<String> courses, List<Finding> findings, long revision)
        implements Result {
      public Known {
        Objects.requireNonNull(eqd2, "eqd2");
        courses = List.copyOf(courses);
        findings = List.copyOf(findings);
      }
    }

    /** No grid; the sentences say what is missing and what to do. */
    record Unknown(List<String> reasons) implements Result {
      public Unknown {
        reasons = List.copyOf(reasons);
      }
    }
  }

  private final CourseIntake intake;
  private final Eqd2Summation summation;
  private final CaseLedgers ledgers;

  public Eqd2Maps(CaseVoxels voxels, SliceExecutor executor) {
    intake = new CourseIntake(new PlanDoseSum(voxels, executor), voxels);
    summation = new Eqd2Summation(executor);
    ledgers = new CaseLedgers(intake, new StructureSamplings(voxels, executor), executor);
  }

  /** EQD2 of the assessed plan alone. */
  public Result ofPlan(PlanNumbers numbers, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "EQD2", 2);
    return result(
        numbers,
        summation.ofPlan(taken(numbers, progress.split(1)), Tissue.of(tissue), progress.split(1)));
  }

  /** EQD2 of all courses with a dose grid, each converted on its own grid and then summed. */
  public Result ofAll(PlanNumbers numbers, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Cumulative EQD2", 2);
    return result(
        numbers,
        summation.ofAll(taken(numbers, progress.split(1)), Tissue.of(tissue), progress.split(1)));
  }

  /**
   * EQD2 of one course of the ledger, mapped onto the grid of the plan: its part of the sum.
   *
   * @param label label of the course as in {@link LedgerNumbers#columns()}
   */
  public Result ofCourse(
      PlanNumbers numbers, String label, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "EQD2 of " + label, 2);
    int course = CourseLabels.of(numbers.snapshot()).indexOf(label);
    if (course < 0) {
      return new Result.Unknown(List.of("The case has no course " + label + "."));
    }
    CourseIntake.Taken taken = taken(numbers, progress.split(1));
    Result result =
        result(numbers, summation.ofCourse(taken, course, Tissue.of(tissue), progress.split(1)));
    boolean unexplained = result instanceof Result.Unknown none && none.reasons().isEmpty();
    return unexplained ? new Result.Unknown(List.of(notSummed(taken, course, label))) : result;
  }

  private static String notSummed(CourseIntake.Taken taken, int course, String label) {
    return switch (taken.uses().get(course)) {
      case CourseDoseUse.NotUsed(String reason) -> reason;
      case CourseDoseUse.TypedFigures figures ->
          label + " is known from paper only, so there is no volume to show.";
      case CourseDoseUse.Voxels voxels -> label + " is the plan itself.";
    };
  }

  /**
   * Physical dose per fraction, Gy, that every voxel may still receive in the fractions of the plan
   * until the limit is used up; 0 Gy means that nothing is left.
   */
  public Result remaining(PlanNumbers numbers, OrganLimit limit, IProgressMonitor monitor) {
    return switch (ledgers.remaining(numbers, limit.organ(), limit.limit(), monitor)) {
      case CaseLedgers.Remaining.Unknown(List<String> reasons) -> new Result.Unknown(reasons);
      case CaseLedgers.Remaining.Known(RemainingDoseMap map) ->
          new Result.Known(
              map.dosePerFraction(),
              numbers.ledger().columns().stream().map(LedgerNumbers.Column::label).toList(),
              List.of(map.finding(limit.organ())),
              numbers.revision());
    };
  }

  private CourseIntake.Taken taken(PlanNumbers numbers, IProgressMonitor monitor) {
    return numbers
        .planDose()
        .map(dose -> intake.take(numbers.snapshot(), dose, monitor))
        .orElseGet(() -> CourseIntake.withoutDose(numbers.snapshot()));
  }

  private static Result result(PlanNumbers numbers, Eqd2Sum sum) {
    return switch (sum) {
      case Eqd2Sum.Known known ->
          new Result.Known(
              known.eqd2(),
              known.courses(),
              Stream.concat(known.findings().stream(), repair(numbers).stream()).toList(),
              numbers.revision());
      case Eqd2Sum.Unknown(List<String> reasons) -> new Result.Unknown(reasons);
    };
  }

  private static Optional<Finding> repair(PlanNumbers numbers) {
    List<String> several = RepairUse.severalADay(numbers.snapshot());
    return several.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                "The map counts complete repair between the several daily fractions of "
                    + String.join(", ", several)
                    + ", so it is too low for late-reacting tissue; the ledger counts the half-time"
                    + " of each structure.",
                ""));
  }
}
