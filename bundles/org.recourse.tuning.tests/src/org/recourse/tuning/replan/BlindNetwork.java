/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.risk.AttributingRiskModel;
import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/** A model that claims to follow the plan and gives 0.9 for every dose. */
final class BlindNetwork implements AttributingRiskModel {

  static final String ID = "test.blind";

  private static final double SCORE = 0.9;

  @Override
  public RiskModelDescription description() {
    return new RiskModelDescription(
        ID,
        "1",
        "Blind",
        "made-up outcome",
        true,
        false,
        "synthetic",
        "constant",
        List.of(),
        List.of(),
        List.of(new Literature("made up", "", Evidence.ASSUMED)));
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    return new RiskResult.Assessed(
        new RiskValue.Score(SCORE, RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    GridGeometry grid = input.voxels().orElseThrow().plannedDose().orElseThrow().geometry();
    return new VoxelAttribution.Attributed(
        VoxelValues.of(grid, new float[grid.voxelCount()]), SCORE, "test", List.of());
  }
}
