/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.EarlierEqd2;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * EQD2 of the delivered courses of a case, mapped to the planned one by its registrations, without
 * recovery. Needs no plan with a dose. Thread-safe.
 */
final class CaseBackground {

  private final PlanSnapshot snapshot;
  private final CaseVoxels voxels;
  private final GridGeometry grid;
  private final String frameUid;
  private final SliceExecutor executor;
  private final Set<Finding> findings = new LinkedHashSet<>();

  /**
   * @param grid dose grid of the new plan
   * @param frameUid frame of that grid
   */
  CaseBackground(
      PlanSnapshot snapshot,
      CaseVoxels voxels,
      GridGeometry grid,
      String frameUid,
      SliceExecutor executor) {
    this.snapshot = snapshot;
    this.voxels = voxels;
    this.grid = grid;
    this.frameUid = frameUid;
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
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    GridGeometry wider = wider(shiftsMm);
    return switch (new EarlierEqd2(voxels, executor)
        .on(wider, frameUid, snapshot, tissue, monitor)) {
      case EarlierEqd2.Result.Unknown(String reason) -> throw new PlanningFileException(reason);
      case EarlierEqd2.Result.Known known -> {
        findings.addAll(known.findings());
        TrilinearSampler sampler = TrilinearSampler.of(known.eqd2());
        List<double[]> sums = new ArrayList<>();
        for (Vector3 shift : shiftsMm) {
          sums.add(sampled(sampler, position, shift));
        }
        yield sums;
      }
    };
  }

  private double[] sampled(TrilinearSampler sampler, int[] position, Vector3 shiftMm) {
    double[] eqd2Gy = new double[position.length];
    for (int i = 0; i < position.length; i++) {
      Vector3 point = grid.centreMm(position[i]).minus(shiftMm);
      eqd2Gy[i] = Math.max(0, sampler.sampleOr(point.x(), point.y(), point.z(), 0));
    }
    return eqd2Gy;
  }

  /** The grid with a margin for the greatest shift, so that none looks beyond its edge. */
  private GridGeometry wider(List<Vector3> shiftsMm) {
    double greatest =
        shiftsMm.stream().mapToDouble(shift -> shift.distanceTo(Vector3.ZERO)).max().orElse(0);
    Vector3 spacing = grid.spacingMm();
    int x = (int) Math.ceil(greatest / spacing.x());
    int y = (int) Math.ceil(greatest / spacing.y());
    int z = (int) Math.ceil(greatest / spacing.z());
    return new GridGeometry(
        grid.sizeX() + 2 * x,
        grid.sizeY() + 2 * y,
        grid.sizeZ() + 2 * z,
        grid.toPatientMm(-x, -y, -z),
        spacing,
        grid.axes());
  }
}
