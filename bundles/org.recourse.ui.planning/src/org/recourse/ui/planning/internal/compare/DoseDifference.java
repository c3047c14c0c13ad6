/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.Resampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.rendering.ScalarVolume;

/**
 * First dose minus second, on the grid of the first. Voxels that differ by less than {@value
 * #LEAST_GY} Gy, or by less than a twentieth of the range, are left undefined, so that nothing is
 * drawn there. Immutable.
 *
 * @param differenceGy the difference
 * @param rangeGy a round number that 99 % of the differences do not exceed, at least 1 Gy
 */
record DoseDifference(ScalarVolume differenceGy, double rangeGy) {

  static final double LEAST_GY = 0.5;

  private static final double LEAST_FRACTION = 0.05;
  private static final double WITHIN = 0.99;
  private static final double[] ROUND_GY = {1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 80};

  /**
   * @param firstToSecond from the frame of the first dose to that of the second, mm
   */
  static DoseDifference of(
      DoseGrid first,
      DoseGrid second,
      AffineTransform firstToSecond,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry geometry = first.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Difference", 2 * geometry.sizeZ() + 1);
    DoseGrid there =
        Resampler.resample(second, geometry, firstToSecond, executor, progress.split(1));
    float[][] slices = new float[geometry.sizeZ()][];
    float[] sizes = new float[geometry.voxelCount()];
    int shown = 0;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.split(1);
      slices[z] = minus(first, there, z);
      for (float differenceGy : slices[z]) {
        if (Math.abs(differenceGy) >= LEAST_GY) {
          sizes[shown++] = Math.abs(differenceGy);
        }
      }
    }
    double rangeGy = rangeGy(Arrays.copyOf(sizes, shown));
    double leastGy = Math.max(LEAST_GY, LEAST_FRACTION * rangeGy);
    ScalarVolume.Builder volume = ScalarVolume.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.split(1);
      for (int i = 0; i < slices[z].length; i++) {
        slices[z][i] = Math.abs(slices[z][i]) < leastGy ? Float.NaN : slices[z][i];
      }
      volume.slice(z, slices[z]);
    }
    return new DoseDifference(volume.build(), rangeGy);
  }

  private static float[] minus(DoseGrid first, DoseGrid second, int z) {
    float[] some = new float[first.geometry().sliceVoxelCount()];
    float[] other = new float[some.length];
    first.copySlice(z, some);
    second.copySlice(z, other);
    for (int i = 0; i < some.length; i++) {
      some[i] -= other[i];
    }
    return some;
  }

  private static double rangeGy(float[] sizes) {
    if (sizes.length == 0) {
      return ROUND_GY[0];
    }
    Arrays.sort(sizes);
    double most = sizes[(int) Math.floor(WITHIN * (sizes.length - 1))];
    for (double round : ROUND_GY) {
      if (round >= most) {
        return round;
      }
    }
    return Math.ceil(most);
  }
}
