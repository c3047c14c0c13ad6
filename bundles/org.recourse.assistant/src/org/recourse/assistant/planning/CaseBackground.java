/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.ContributedRiskCatalogue;

/**
 * EQD2 of the previous courses of a case, mapped to the planned one by its registrations, without
 * recovery. Thread-safe.
 */
final class CaseBackground {

  private final PlanSnapshot snapshot;
  private final CaseVoxels voxels;
  private final GridGeometry grid;
  private final SliceExecutor executor;
  private final Set<Finding> findings = new LinkedHashSet<>();

  /**
   * @param snapshot the case with its plan as it was, on whose grid the courses are summed
   * @param grid dose grid of the new plan
   */
  CaseBackground(
      PlanSnapshot snapshot, CaseVoxels voxels, GridGeometry grid, SliceExecutor executor) {
    this.snapshot = snapshot;
    this.voxels = voxels;
    this.grid = grid;
    this.executor = executor;
  }

  /** Reservations about what was used. */
  synchronized List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** See {@link org.recourse.planning.wishes.Background#eqd2Gy}. */
  synchronized List<double[]> eqd2Gy(
      double alphaBetaGy, int[] position, List<Vector3> shiftsMm, IProgressMonitor monitor)
      throws PlanningFileException {
    PlanNumbers numbers =
        new NumbersComputation(voxels, new ContributedRiskCatalogue(List.of()), executor)
            .compute(snapshot, monitor);
    var maps = new Eqd2Maps(voxels, executor);
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    List<double[]> sums = shiftsMm.stream().map(shift -> new double[position.length]).toList();
    boolean any = false;
    for (LedgerNumbers.Column column : numbers.ledger().columns()) {
      switch (maps.ofCourse(numbers, column.label(), tissue, monitor)) {
        case Eqd2Maps.Result.Known known -> {
          for (int s = 0; s < sums.size(); s++) {
            add(known.eqd2(), position, shiftsMm.get(s), sums.get(s));
          }
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
    return sums;
  }

  private void add(DoseGrid eqd2, int[] position, Vector3 shiftMm, double[] sum) {
    TrilinearSampler sampler = TrilinearSampler.of(eqd2);
    for (int i = 0; i < position.length; i++) {
      var point = grid.centreMm(position[i]).minus(shiftMm);
      sum[i] += sampler.sampleOr(point.x(), point.y(), point.z(), 0);
    }
  }
}
