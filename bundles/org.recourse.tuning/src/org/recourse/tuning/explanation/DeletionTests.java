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
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Takes the dose away where it is said to matter most and where it is said to matter least, in
 * equal volumes, and asks the model.
 *
 * @param asking asks the model
 * @param score of the plan
 * @param looked where the model looks
 */
record DeletionTests(ModelQuestions asking, double score, LookedAt looked) {

  private static final double PART = 0.2;

  List<FidelityTest> tests(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    Integer[] order = looked.order(looked.contribution());
    int count = Math.max(1, (int) (PART * order.length));
    var most = new BitSet();
    var least = new BitSet();
    for (int k = 0; k < count; k++) {
      most.set(looked.positions()[order[k]]);
      least.set(looked.positions()[order[order.length - 1 - k]]);
    }
    OptionalDouble withoutMost = asking.score(asking.changed(most, gy -> 0), progress.split(1));
    OptionalDouble withoutLeast = asking.score(asking.changed(least, gy -> 0), progress.split(1));
    return withoutMost.isPresent() && withoutLeast.isPresent()
        ? List.of(
            FidelityTests.deletion(
                withoutMost.getAsDouble() - score,
                withoutLeast.getAsDouble() - score,
                count * looked.voxelCm3()))
        : List.of();
  }
}
