/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.risk.VoxelAttribution;

/**
 * Asks a model what it would say with another dose.
 *
 * @param attributions asks the models
 * @param modelId the model
 * @param numbers numbers of the plan
 * @param looked where the model looks
 */
record ModelQuestions(
    DoseAttributions attributions, String modelId, PlanNumbers numbers, LookedAt looked) {

  /** Returns the dose of the plan, changed in a region of the grid of the model. */
  DoseGrid changed(BitSet region, DoubleUnaryOperator change) {
    return ChangedDose.of(
        numbers.planDose().orElseThrow().doseGy(), looked.geometry(), region, change);
  }

  /** Returns the score for another dose. */
  OptionalDouble score(DoseGrid dose, IProgressMonitor monitor) {
    VoxelAttribution answer =
        attributions.of(
            modelId, VoxelAttribution.Method.GRADIENT, ChangedDose.with(numbers, dose), monitor);
    return switch (answer) {
      case VoxelAttribution.Attributed attributed -> OptionalDouble.of(attributed.score());
      case VoxelAttribution.NotAvailable none -> OptionalDouble.empty();
    };
  }
}
