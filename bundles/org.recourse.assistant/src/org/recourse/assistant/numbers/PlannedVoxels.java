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
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskVoxels;

/**
 * Dose, contours and images of the plan that a snapshot assesses, exactly as the risk models are
 * given them, without computing any number.
 *
 * @param voxels what models read; thread-safe
 * @param findings what the dose lacks
 */
public record PlannedVoxels(RiskVoxels voxels, List<Finding> findings) {

  public PlannedVoxels {
    Objects.requireNonNull(voxels, "voxels");
    findings = List.copyOf(findings);
  }

  /**
   * Sums the dose of the plan; contours and images are read when they are asked for.
   *
   * @param executor must stay open as long as the voxels are read
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static PlannedVoxels of(
      PlanSnapshot snapshot, CaseVoxels voxels, SliceExecutor executor, IProgressMonitor monitor) {
    Optional<PlanState> plan = snapshot.assessedPlan();
    PlanDoseSum.Result sum =
        plan.isPresent()
            ? new PlanDoseSum(voxels, executor).of(plan.get(), SubMonitor.convert(monitor))
            : new PlanDoseSum.Result(Optional.empty(), List.of());
    return new PlannedVoxels(
        new SnapshotVoxels(snapshot, sum.dose(), new StructureSamplings(voxels, executor), voxels),
        sum.findings());
  }
}
