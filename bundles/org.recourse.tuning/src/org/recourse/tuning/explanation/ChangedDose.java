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
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * Changes the dose of a plan where a model looks, to ask it what it would say. Such a dose is
 * painted, not delivered: it explains and is never proposed. Stateless.
 */
final class ChangedDose {

  private ChangedDose() {}

  /**
   * Returns the dose with the voxels changed whose centre lies in a voxel of the region.
   *
   * @param region voxels of {@code grid}
   * @param change of the dose, Gy; never below 0
   */
  static DoseGrid of(DoseGrid dose, GridGeometry grid, BitSet region, DoubleUnaryOperator change) {
    GridGeometry geometry = dose.geometry();
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      dose.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        int at = nearest(grid, geometry.centreMm(z * slice.length + i));
        if (at >= 0 && region.get(at)) {
          slice[i] = (float) Math.max(0, change.applyAsDouble(slice[i]));
        }
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Position of the voxel that holds a point, or -1 outside. */
  private static int nearest(GridGeometry grid, Vector3 p) {
    Vector3 index = grid.toIndex(p);
    int x = (int) Math.round(index.x());
    int y = (int) Math.round(index.y());
    int z = (int) Math.round(index.z());
    boolean inside =
        x >= 0 && y >= 0 && z >= 0 && x < grid.sizeX() && y < grid.sizeY() && z < grid.sizeZ();
    return inside ? grid.indexOf(x, y, z) : -1;
  }

  /** Returns the numbers with another physical dose, for a question to a model that sees voxels. */
  static PlanNumbers with(PlanNumbers numbers, DoseGrid dose) {
    String frameUid = numbers.planDose().orElseThrow().frameUid();
    return new PlanNumbers(
        numbers.snapshot(),
        Optional.of(new PlanNumbers.PlanDose(dose, frameUid)),
        numbers.structures(),
        numbers.goals(),
        numbers.courses(),
        numbers.risks(),
        numbers.findings());
  }
}
