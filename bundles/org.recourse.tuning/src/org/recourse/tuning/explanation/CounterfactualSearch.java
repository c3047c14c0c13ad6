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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.volume.DoseGrid;

/**
 * Finds the region where less dose lowers the number of a model most by its gradient, and asks the
 * model what it would say. The region is a tenth of what the model looks at, at least 1 cm³; the
 * dose is lowered by 2 Gy.
 *
 * @param asking asks the model
 * @param score of the plan
 */
record CounterfactualSearch(ModelQuestions asking, double score) {

  private static final double PART = 0.1;
  private static final double SMALLEST_CM3 = 1;
  private static final double LESS_GY = 2;
  private static final double SMALL_STEP_GY = 0.25;

  /** Returns the counterfactual, and adds the test of the gradient it is built on. */
  Optional<Counterfactual> find(
      List<StructureShare> structures, List<FidelityTest> fidelity, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    LookedAt looked = asking.looked();
    Integer[] order = looked.order(looked.perGy());
    int most =
        (int)
            Math.max(PART * order.length, Math.min(order.length, SMALLEST_CM3 / looked.voxelCm3()));
    var region = new BitSet();
    int count = 0;
    while (count < most && looked.perGy()[order[count]] > 0) {
      region.set(looked.positions()[order[count]]);
      count++;
    }
    if (count == 0) {
      return Optional.empty();
    }
    step(region, SMALL_STEP_GY, progress.split(1))
        .ifPresent(
            changes -> fidelity.add(FidelityTests.step(SMALL_STEP_GY, changes[0], changes[1])));
    String where = structures.isEmpty() ? "the target" : structures.getFirst().structure();
    double volumeCm3 = count * looked.voxelCm3();
    return step(region, LESS_GY, progress.split(1))
        .filter(changes -> changes[0] < 0)
        .map(changes -> new Counterfactual(LESS_GY, volumeCm3, where, -changes[0], -changes[1]));
  }

  /** Returns the change of the score by the gradient and that of the model. */
  private Optional<double[]> step(BitSet region, double lessGy, IProgressMonitor monitor) {
    DoseGrid changed = asking.changed(region, gy -> gy - lessGy);
    OptionalDouble after = asking.score(changed, monitor);
    return after.isPresent()
        ? Optional.of(
            new double[] {asking.looked().linearChange(changed), after.getAsDouble() - score})
        : Optional.empty();
  }
}
