/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;

/** Numbers of a plan whose dose another engine computed; the last ones are kept. Thread-safe. */
final class RecalculatedPlans {

  private record Kept(
      PlanSnapshot snapshot,
      PlanEdit.NewBeamDoses.Recalculation recalculation,
      PlanNumbers numbers) {}

  private final PlanEvaluation evaluation;
  private Optional<Kept> last = Optional.empty();

  RecalculatedPlans(PlanEvaluation evaluation) {
    this.evaluation = evaluation;
  }

  synchronized PlanNumbers of(
      PlanSnapshot snapshot,
      PlanEdit.NewBeamDoses.Recalculation recalculation,
      IProgressMonitor monitor) {
    Optional<Kept> known =
        last.filter(kept -> kept.recalculation() == recalculation) // identity: it holds grids
            .filter(kept -> kept.snapshot().equals(snapshot));
    if (known.isEmpty()) {
      PlanNumbers numbers = evaluation.numbers(snapshot, recalculation.beams(), monitor);
      known = Optional.of(new Kept(snapshot, recalculation, numbers));
      last = known;
    }
    return known.get().numbers();
  }
}
