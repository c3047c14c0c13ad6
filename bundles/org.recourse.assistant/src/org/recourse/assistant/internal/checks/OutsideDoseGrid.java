/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.grid.finding.Finding;

/** Names targets that are partly or wholly outside of the dose grid. Stateless. */
public final class OutsideDoseGrid implements PlanCheck {

  /** Less than this is the edge of a voxel. */
  private static final double SMALLEST_PART = 0.001;

  private static final double PERCENT = 100;

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    if (numbers.planDose().isEmpty()) {
      return findings;
    }
    for (StructureNumbers structure : numbers.structures()) {
      if (structure.structure().isTarget() && structure.volumeCm3().orElse(0) > 0) {
        double inside = structure.physicalDvh().map(dvh -> dvh.coveredFraction()).orElse(0.0);
        if (inside < 1 - SMALLEST_PART) {
          findings.add(
              Finding.error(
                  String.format(
                      Locale.ROOT,
                      "%.1f %% of the target lie outside of the dose grid, so its coverage is not"
                          + " known. Compute the dose on a larger grid.",
                      PERCENT * (1 - inside)),
                  structure.structure().name()));
        }
      }
    }
    return findings;
  }
}
