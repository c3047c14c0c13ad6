/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;

/** Opens a case, computes all its numbers and notes inputs and findings. Stateless. */
final class CaseNumbers {

  private CaseNumbers() {}

  static PlanNumbers compute(
      String input,
      RiskCatalogue catalogue,
      Surroundings surroundings,
      JsonResult result,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    try (CaseFolder opened = CaseFolder.open(input, surroundings, executor, progress.split(30))) {
      PlanSnapshot snapshot = PlanSnapshot.of(opened.openCase().patientCase(), 1);
      CaseInputs.add(result, opened, Optional.empty());
      var computation =
          new NumbersComputation(
              opened.openCase().voxels(), catalogue, surroundings.protocols(), executor);
      progress.setTaskName("Computing dose, cumulative EQD2, goals and risks");
      PlanNumbers numbers = computation.compute(snapshot, progress.split(70));
      result.findings(numbers.findings());
      return numbers;
    }
  }
}
