/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Volume factor of a transform on every voxel: 1 keeps volume, at most 0 folds.
 *
 * @param determinant the map
 * @param least smallest value
 * @param largest largest value
 * @param foldedFraction share of voxels at or below 0
 */
public record JacobianMap(
    ImageVolume determinant, double least, double largest, double foldedFraction) {

  public static JacobianMap of(
      SpatialTransform transform,
      GridGeometry grid,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    ImageVolume.Builder map = ImageVolume.builder(grid);
    double[][] slices = new double[grid.sizeZ()][];
    executor.forEachSlice(
        grid.sizeZ(),
        monitor,
        z -> {
          float[] values = new float[grid.sliceVoxelCount()];
          double[] summary = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0};
          for (int i = 0; i < values.length; i++) {
            double d =
                transform
                    .jacobianAt(grid.toPatientMm(i % grid.sizeX(), i / grid.sizeX(), z))
                    .determinant();
            values[i] = (float) d;
            summary[0] = Math.min(summary[0], d);
            summary[1] = Math.max(summary[1], d);
            summary[2] += d <= 0 ? 1 : 0;
          }
          map.slice(z, values);
          slices[z] = summary;
        });
    double least = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    double folded = 0;
    for (double[] slice : slices) {
      least = Math.min(least, slice[0]);
      largest = Math.max(largest, slice[1]);
      folded += slice[2];
    }
    return new JacobianMap(map.build(), least, largest, folded / grid.voxelCount());
  }
}
