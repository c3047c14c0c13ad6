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
 * #LEAST_GY} Gy are left undefined, so that nothing is drawn there. Immutable.
 *
 * @param differenceGy the difference
 * @param rangeGy a round number that 99.9 % of the differences do not exceed, at least 1 Gy
 */
record DoseDifference(ScalarVolume differenceGy, double rangeGy) {

  static final double LEAST_GY = 0.5;

  private static final double WITHIN = 0.999;
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
    SubMonitor progress = SubMonitor.convert(monitor, "Difference", geometry.sizeZ() + 1);
    DoseGrid there =
        Resampler.resample(second, geometry, firstToSecond, executor, progress.split(1));
    int voxels = geometry.sliceVoxelCount();
    ScalarVolume.Builder volume = ScalarVolume.builder(geometry);
    float[] sizes = new float[geometry.voxelCount()];
    int shown = 0;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.split(1);
      float[] some = new float[voxels];
      float[] other = new float[voxels];
      first.copySlice(z, some);
      there.copySlice(z, other);
      for (int i = 0; i < voxels; i++) {
        float differenceGy = some[i] - other[i];
        if (Math.abs(differenceGy) < LEAST_GY) {
          some[i] = Float.NaN;
        } else {
          some[i] = differenceGy;
          sizes[shown++] = Math.abs(differenceGy);
        }
      }
      volume.slice(z, some);
    }
    return new DoseDifference(volume.build(), rangeGy(Arrays.copyOf(sizes, shown)));
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
