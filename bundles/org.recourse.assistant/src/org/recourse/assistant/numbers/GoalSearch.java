/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.radiobiology.conversion.Tissue;

/** Finds the place of the extreme that a goal is about. Thread-safe. */
public final class GoalSearch implements GoalLocator {

  private final CourseIntake intake;
  private final Eqd2Summation summation;
  private final StructureSamplings samplings;

  public GoalSearch(CaseVoxels voxels, SliceExecutor executor) {
    intake = new CourseIntake(new PlanDoseSum(voxels, executor), voxels);
    summation = new Eqd2Summation(executor);
    samplings = new StructureSamplings(voxels, executor);
  }

  @Override
  public GoalNumbers located(GoalNumbers goal, PlanNumbers numbers, IProgressMonitor monitor) {
    Map<Tissue, Eqd2Sum> sums = new ConcurrentHashMap<>();
    Optional<Tissue> tissue =
        numbers
            .structure(goal.goal().structureName())
            .map(StructureNumbers::structure)
            .flatMap(numbers.snapshot()::tissue);
    boolean needed = goal.goal().quantity() != DoseQuantity.PHYSICAL && goal.excess().isPresent();
    if (needed && tissue.isPresent() && numbers.planDose().isPresent()) {
      CourseIntake.Taken taken = intake.take(numbers.snapshot(), numbers.planDose().get(), monitor);
      sums.put(tissue.get(), summation.ofAll(taken, tissue.get(), monitor));
    }
    return new GoalPlaces(numbers.snapshot(), samplings, sums, numbers.planDose(), monitor)
        .located(goal);
  }
}
