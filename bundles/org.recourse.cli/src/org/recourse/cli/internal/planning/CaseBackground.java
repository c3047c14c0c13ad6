/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.wishes.Background;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.ContributedRiskCatalogue;

/**
 * EQD2 of the previous courses of a case, mapped to the planned one by its registrations, without
 * recovery. Used by one thread.
 */
public final class CaseBackground implements Background {

  private final OpenCase opened;
  private final GridGeometry grid;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param opened the case with its plan as it was, on whose grid the courses are summed
   * @param grid dose grid of the new plan
   */
  public CaseBackground(
      OpenCase opened, GridGeometry grid, SliceExecutor executor, IProgressMonitor monitor) {
    this.opened = opened;
    this.grid = grid;
    this.executor = executor;
    this.monitor = monitor;
  }

  /** Reservations about what was used. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  @Override
  public List<double[]> eqd2Gy(double alphaBetaGy, int[] voxels) throws PlanningFileException {
    PlanSnapshot snapshot = PlanSnapshot.of(opened.patientCase(), 1);
    PlanNumbers numbers =
        new NumbersComputation(opened.voxels(), new ContributedRiskCatalogue(List.of()), executor)
            .compute(snapshot, monitor);
    var maps = new Eqd2Maps(opened.voxels(), executor);
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    double[] sum = new double[voxels.length];
    boolean any = false;
    for (LedgerNumbers.Column column : numbers.ledger().columns()) {
      switch (maps.ofCourse(numbers, column.label(), tissue, monitor)) {
        case Eqd2Maps.Result.Known known -> {
          add(known.eqd2(), voxels, sum);
          findings.addAll(known.findings());
          any = true;
        }
        case Eqd2Maps.Result.Unknown unknown ->
            findings.add(Finding.info(String.join(" ", unknown.reasons()), column.label()));
      }
    }
    if (!any) {
      throw new PlanningFileException("the case has no previous course with a dose");
    }
    return List.of(sum);
  }

  private void add(DoseGrid eqd2, int[] voxels, double[] sum) {
    TrilinearSampler sampler = TrilinearSampler.of(eqd2);
    for (int i = 0; i < voxels.length; i++) {
      var point = grid.centreMm(voxels[i]);
      sum[i] += sampler.sampleOr(point.x(), point.y(), point.z(), 0);
    }
  }
}
