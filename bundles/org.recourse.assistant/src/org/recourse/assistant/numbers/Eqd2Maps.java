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
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * EQD2 as a grid to be looked at, with one alpha/beta for every voxel. The numbers of structures
 * are not taken from it: each structure has its own alpha/beta. Thread-safe; keeps the sum of
 * earlier courses, so that an edit of the plan costs one conversion.
 */
public final class Eqd2Maps {

  /** A grid, or why there is none. */
  public sealed interface Result {

    /**
     * The grid.
     *
     * @param eqd2 EQD2 in Gy, on the grid of the assessed plan
     * @param courses labels of the courses in it
     * @param findings reservations
     */
    record Known(DoseGrid eqd2, List<String> courses, List<Finding> findings) implements Result {
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

  public Eqd2Maps(CaseVoxels voxels, SliceExecutor executor) {
    intake = new CourseIntake(new PlanDoseSum(voxels, executor));
    summation = new Eqd2Summation(executor);
  }

  /** EQD2 of the assessed plan alone. */
  public Result ofPlan(PlanNumbers numbers, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "EQD2", 2);
    return result(summation.ofPlan(taken(numbers, progress.split(1)), tissue, progress.split(1)));
  }

  /** EQD2 of all courses with a dose grid, each converted on its own grid and then summed. */
  public Result ofAll(PlanNumbers numbers, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Cumulative EQD2", 2);
    return result(summation.ofAll(taken(numbers, progress.split(1)), tissue, progress.split(1)));
  }

  private CourseIntake.Taken taken(PlanNumbers numbers, IProgressMonitor monitor) {
    return numbers
        .planDose()
        .map(dose -> intake.take(numbers.snapshot(), dose, monitor))
        .orElseGet(() -> CourseIntake.withoutDose(numbers.snapshot()));
  }

  private static Result result(Eqd2Sum sum) {
    return switch (sum) {
      case Eqd2Sum.Known known -> new Result.Known(known.eqd2(), known.courses(), known.findings());
      case Eqd2Sum.Unknown(List<String> reasons) -> new Result.Unknown(reasons);
    };
  }
}
