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
import org.recourse.grid.geometry.Vector3;

/**
 * Says which structures have so few voxels of the dose grid that near-maximum figures are read off
 * a handful of numbers. The count is chosen here. Stateless.
 */
public final class CoarseDoseGrid implements PlanCheck {

  static final int FEWEST_VOXELS = 30;

  private static final double MM3_PER_CM3 = 1000;

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    if (numbers.planDose().isEmpty()) {
      return findings;
    }
    Vector3 spacing = numbers.planDose().get().doseGy().geometry().spacingMm();
    double voxelCm3 = spacing.x() * spacing.y() * spacing.z() / MM3_PER_CM3;
    for (StructureNumbers structure : numbers.structures()) {
      double voxels = structure.volumeCm3().orElse(0) / voxelCm3;
      if (structure.physicalDvh().isPresent() && voxels > 0 && voxels < FEWEST_VOXELS) {
        findings.add(
            Finding.warning(
                String.format(
                    Locale.ROOT,
                    "The structure has only %.0f voxels of the dose grid (%.1f × %.1f × %.1f mm),"
                        + " so its maximum and small-volume doses are coarse. Compute the dose on a"
                        + " finer grid.",
                    voxels,
                    spacing.x(),
                    spacing.y(),
                    spacing.z()),
                structure.structure().name()));
      }
    }
    return findings;
  }
}
