/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.OptionalDouble;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Normalisation of intensities to mean 0 and standard deviation 1 (z-score), in double precision.
 * Stateless.
 */
public final class Normalisation {

  private Normalisation() {}

  /**
   * Normalises over the whole image as PyRadiomics 3.0.1 does: {@code scale·clip((x − mean)/sd,
   * ±outliers)}, with the sample standard deviation (n − 1) of itk::NormalizeImageFilter. Worked
   * example: 1, 2, 3 become −1, 0, 1.
   *
   * @param scale factor after the removal of outliers
   * @param outliers largest magnitude in standard deviations, or empty
   * @throws IllegalArgumentException if all voxels are equal, where it is not defined
   */
  public static VoxelBlock ofWholeImage(VoxelBlock image, double scale, OptionalDouble outliers) {
    double[] values = image.toDoubles();
    var statistics = new SampleStatistics();
    for (double value : values) {
      statistics.add(value);
    }
    return normalised(image, values, statistics, scale, outliers);
  }

  /** As {@link #ofWholeImage}, with mean and standard deviation of the voxels of a region. */
  public static VoxelBlock ofRegion(
      VoxelBlock image, Region region, double scale, OptionalDouble outliers) {
    double[] values = image.toDoubles();
    var statistics = new SampleStatistics();
    for (int i = 0; i < values.length; i++) {
      if (region.contains(i)) {
        statistics.add(values[i]);
      }
    }
    return normalised(image, values, statistics, scale, outliers);
  }

  private static VoxelBlock normalised(
      VoxelBlock image,
      double[] values,
      SampleStatistics statistics,
      double scale,
      OptionalDouble outliers) {
    double shift = -statistics.mean();
    double perDeviation = 1 / statistics.standardDeviation();
    if (!Double.isFinite(perDeviation)) {
      throw new IllegalArgumentException(
          "normalisation needs two different intensities; there are "
              + statistics.count()
              + " voxels with mean "
              + statistics.mean());
    }
    double limit = outliers.orElse(Double.POSITIVE_INFINITY);
    for (int i = 0; i < values.length; i++) {
      double z = (values[i] + shift) * perDeviation;
      values[i] = Math.max(-limit, Math.min(limit, z)) * scale;
    }
    return VoxelBlock.ofFloat64(image.geometry(), values);
  }
}
