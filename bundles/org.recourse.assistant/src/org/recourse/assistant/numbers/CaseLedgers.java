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
import java.util.OptionalInt;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.ledger.CourseLedger;
import org.recourse.radiobiology.ledger.CourseRecord;
import org.recourse.radiobiology.ledger.CumulativeDose;
import org.recourse.radiobiology.ledger.LedgerCourse;
import org.recourse.radiobiology.ledger.LedgerStructure;
import org.recourse.radiobiology.ledger.Limit;
import org.recourse.radiobiology.ledger.OrganAtRisk;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RemainingDoseMap;

/**
 * Makes the ledger of the courses of a case as a value of {@code org.recourse.radiobiology.ledger},
 * with doses, intervals, schedules and registration uncertainties. Thread-safe.
 */
public final class CaseLedgers {

  private final CourseIntake intake;
  private final StructureSamplings samplings;
  private final SliceExecutor executor;

  public CaseLedgers(CaseVoxels voxels, SliceExecutor executor) {
    this(
        new CourseIntake(new PlanDoseSum(voxels, executor), voxels),
        new StructureSamplings(voxels, executor),
        executor);
  }

  /** Shares what is kept with others. */
  CaseLedgers(CourseIntake intake, StructureSamplings samplings, SliceExecutor executor) {
    this.intake = intake;
    this.samplings = samplings;
    this.executor = executor;
  }

  /** A ledger, or why there is none. */
  public sealed interface Result {

    /** The ledger; sums of it are on the grid of the assessed plan. */
    record Known(CourseLedger ledger) implements Result {}

    /** No ledger; the sentences say what is missing and what to do. */
    record Unknown(List<String> reasons) implements Result {
      public Unknown {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** A sum with its parts as volumes, or why there is none. */
  public sealed interface Sum {

    /** The sum over all courses and its parts, on the grid of the assessed plan. */
    record Known(CumulativeDose<RecoveryConvention.NoRecovery> dose) implements Sum {}

    /** No sum; the sentences say what is missing and what to do. */
    record Unknown(List<String> reasons) implements Sum {
      public Unknown {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** The dose that may still be given, or why it is not known. */
  public sealed interface Remaining {

    /** Gy per fraction for the fractions of the assessed plan. */
    record Known(RemainingDoseMap map) implements Remaining {}

    /** No map; the sentences say what is missing and what to do. */
    record Unknown(List<String> reasons) implements Remaining {
      public Unknown {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** Sums all courses for a structure; the parts are the volumes of the single courses. */
  public Sum sum(PlanNumbers numbers, LedgerStructure structure, IProgressMonitor monitor) {
    return switch (of(numbers, monitor)) {
      case Result.Unknown(List<String> reasons) -> new Sum.Unknown(reasons);
      case Result.Known(CourseLedger ledger) -> {
        try {
          yield new Sum.Known(ledger.sum(structure, grid(numbers), executor, monitor));
        } catch (IllegalArgumentException e) { // a dose that has no EQD2, such as a negative one
          yield new Sum.Unknown(List.of("EQD2 could not be computed: " + e.getMessage() + "."));
        }
      }
    };
  }

  /**
   * Returns how much dose per fraction every voxel may still receive in the fractions of the
   * assessed plan until a limit of an organ is used up by it and the earlier courses.
   */
  public Remaining remaining(
      PlanNumbers numbers,
      String organ,
      Limit<RecoveryConvention.NoRecovery> limit,
      IProgressMonitor monitor) {
    OptionalInt fractions =
        numbers
            .snapshot()
            .assessedPlan()
            .map(plan -> plan.prescription().fractionCount())
            .orElse(OptionalInt.empty());
    if (fractions.isEmpty() || fractions.getAsInt() < 1) {
      return new Remaining.Unknown(
          List.of("The number of fractions of the plan is not known. Enter it in Prescription."));
    }
    PlanSnapshot snapshot = numbers.snapshot();
    RepairUse repair =
        numbers
            .structure(organ)
            .map(known -> snapshot.repair(known.structure()))
            .orElse(RepairUse.COMPLETE);
    if (repair.isUndecided()) {
      return new Remaining.Unknown(List.of(repair.reservation()));
    }
    return switch (of(numbers, monitor)) {
      case Result.Unknown(List<String> reasons) -> new Remaining.Unknown(reasons);
      case Result.Known(CourseLedger ledger) -> {
        try {
          var given =
              ledger
                  .earlier()
                  .sum(
                      new OrganAtRisk(organ, new Tissue(limit.alphaBeta(), repair.assumption())),
                      grid(numbers),
                      executor,
                      monitor);
          yield new Remaining.Known(
              RemainingDoseMap.of(
                  given,
                  limit,
                  fractions.getAsInt(),
                  snapshot.assessedPlan().orElseThrow().prescription().schedule(),
                  executor,
                  monitor));
        } catch (IllegalArgumentException e) { // nothing given voxel by voxel, or a wrong limit
          yield new Remaining.Unknown(
              List.of("The remaining dose could not be computed: " + e.getMessage() + "."));
        }
      }
    };
  }

  private static GridGeometry grid(PlanNumbers numbers) {
    return numbers.planDose().orElseThrow().doseGy().geometry(); // a ledger has one
  }

  /** Makes the ledger. Other planned courses are alternatives and are left out. */
  public Result of(PlanNumbers numbers, IProgressMonitor monitor) {
    if (numbers.planDose().isEmpty()) {
      return new Result.Unknown(CourseIntake.withoutDose(numbers.snapshot()).refusals());
    }
    CourseIntake.Taken taken = intake.take(numbers.snapshot(), numbers.planDose().get(), monitor);
    if (!taken.refusals().isEmpty()) {
      return new Result.Unknown(taken.refusals());
    }
    PlanSnapshot snapshot = numbers.snapshot();
    List<LedgerCourse> courses = new ArrayList<>();
    List<String> labels = CourseLabels.of(snapshot);
    for (int c = 0; c < snapshot.courses().size(); c++) {
      CourseState course = snapshot.courses().get(c);
      int position = c;
      List<CourseDose> plans =
          taken.parts().stream()
              .filter(part -> part.course() == position)
              .map(CourseIntake.Part::dose)
              .toList();
      boolean planned = snapshot.assessed().filter(at -> at.course() == position).isPresent();
      if (planned || course.kind() == CourseKind.PREVIOUS) {
        courses.add(
            new LedgerCourse(
                labels.get(c),
                planned
                    ? new LedgerCourse.Timing.Planned()
                    : new LedgerCourse.Timing.Earlier(
                        CourseDates.toAssessed(course, snapshot.assessedCourse())),
                plans.isEmpty() ? paper(course) : new CourseRecord.Voxels(plans)));
      }
    }
    return new Result.Known(new CourseLedger(courses));
  }

  /** Returns the sampling of a structure on the grid of the sums; empty if its place is unknown. */
  public Optional<StructureSampling> sampling(
      StructureState structure, PlanNumbers numbers, IProgressMonitor monitor) {
    return numbers
        .planDose()
        .flatMap(
            dose ->
                samplings.of(
                    structure,
                    dose,
                    numbers.snapshot().frameTransforms(),
                    new ArrayList<>(),
                    monitor));
  }

  private static CourseRecord.Paper paper(CourseState course) {
    OptionalInt fractions = course.prescription().fractionCount();
    return new CourseRecord.Paper(
        course.prescription().totalDoseGy(),
        fractions.isPresent() && fractions.getAsInt() >= 1 ? fractions : OptionalInt.empty(),
        course.prescription().schedule(),
        course.typedDoses().stream()
            .filter(dose -> dose.doseGy().isPresent() && dose.doseGy().getAsDouble() >= 0)
            .filter(dose -> isMaximum(dose.metric()))
            .map(
                dose ->
                    new CourseRecord.PaperMaximum(
                        dose.structureName(), dose.doseGy().getAsDouble()))
            .toList());
  }

  private static boolean isMaximum(String metric) {
    try {
      return DoseMetric.parse(metric) instanceof DoseMetric.MaximumDose;
    } catch (IllegalArgumentException e) { // typed by a user; a finding of the numbers names it
      return false;
    }
  }
}
