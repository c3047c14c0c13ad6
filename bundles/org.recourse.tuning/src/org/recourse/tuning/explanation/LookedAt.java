/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.risk.VoxelValues;

/**
 * The voxels a model looks at, with dose and attribution. Immutable.
 *
 * @param geometry grid of the model
 * @param positions of the voxels on it, ascending
 * @param perGy gradient of each
 * @param contribution of each
 * @param doseGy planned dose of each
 */
record LookedAt(
    GridGeometry geometry,
    int[] positions,
    double[] perGy,
    double[] contribution,
    double[] doseGy) {

  private static final double MM3_PER_CM3 = 1000;

  /** Takes the voxels with a value; both attributions are of one model, so on one grid. */
  static LookedAt of(VoxelValues gradient, VoxelValues contributions, DoseGrid dose) {
    GridGeometry geometry = gradient.geometry();
    TrilinearSampler sampler = TrilinearSampler.of(dose);
    List<Integer> at = new ArrayList<>();
    float[] slope = new float[geometry.sliceVoxelCount()];
    float[] part = new float[geometry.sliceVoxelCount()];
    List<double[]> values = new ArrayList<>();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      gradient.copySlice(z, slope);
      contributions.copySlice(z, part);
      for (int i = 0; i < slope.length; i++) {
        if (!Float.isNaN(slope[i]) && !Float.isNaN(part[i])) {
          int position = z * slope.length + i;
          at.add(position);
          values.add(
              new double[] {slope[i], part[i], sampler.sampleOr(geometry.centreMm(position), 0)});
        }
      }
    }
    return new LookedAt(
        geometry,
        at.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().mapToDouble(v -> v[0]).toArray(),
        values.stream().mapToDouble(v -> v[1]).toArray(),
        values.stream().mapToDouble(v -> v[2]).toArray());
  }

  int count() {
    return positions.length;
  }

  double voxelCm3() {
    Vector3 spacing = geometry.spacingMm();
    return spacing.x() * spacing.y() * spacing.z() / MM3_PER_CM3;
  }

  double wholeContribution() {
    double sum = 0;
    for (double part : contribution) {
      sum += part;
    }
    return sum;
  }

  /** Returns the indices of the voxels, those with the largest value first. */
  Integer[] order(double[] values) {
    Integer[] order = new Integer[values.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    return order;
  }

  /** Change of the score by the gradient when the dose of each voxel becomes another. */
  double linearChange(DoseGrid changed) {
    TrilinearSampler sampler = TrilinearSampler.of(changed);
    double change = 0;
    for (int i = 0; i < positions.length; i++) {
      change += perGy[i] * (sampler.sampleOr(geometry.centreMm(positions[i]), 0) - doseGy[i]);
    }
    return change;
  }
}
