/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Arrays;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** Order statistics of the voxels of a region. */
final class Percentiles {

  private Percentiles() {}

  /** Returns the intensities of the region in ascending order; refuses an empty region. */
  static double[] sorted(VoxelBlock image, Region region) {
    if (region.voxelCount() == 0) {
      throw new IllegalArgumentException("the region is empty");
    }
    double[] values = new double[region.voxelCount()];
    int count = 0;
    for (int i = 0; i < image.geometry().voxelCount(); i++) {
      if (region.contains(i)) {
        values[count++] = image.valueAt(i);
      }
    }
    Arrays.sort(values);
    return values;
  }

  /** Quantile by linear interpolation between order statistics; 0.5 of 1, 2, 4, 8 is 3. */
  static double at(double[] sorted, double fraction) {
    double position = fraction * (sorted.length - 1);
    int low = (int) position;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (sorted[high] - sorted[low]) * (position - low);
  }

  /** Returns the fraction of values below {@code value}. */
  static double rankFraction(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    int below = at >= 0 ? at : -at - 1;
    return Math.min(below / (double) sorted.length, 1);
  }
}
