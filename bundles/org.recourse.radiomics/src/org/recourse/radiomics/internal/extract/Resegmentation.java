/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.List;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Narrows a region to a range of intensities, as {@code resegmentRange} and {@code resegmentMode}
 * of PyRadiomics 3.0.1 say: absolute values, parts of the maximum, or standard deviations from the
 * mean of the region.
 */
public final class Resegmentation {

  private Resegmentation() {}

  /** Returns the voxels inside the range, limits included; the region itself if none is set. */
  public static Region apply(VoxelBlock image, Region region, Settings settings) {
    List<Double> range = settings.numbers("resegmentRange");
    if (range.isEmpty()) {
      return region;
    }
    if (range.size() > 2) {
      throw new IllegalArgumentException("resegmentRange has more than two values: " + range);
    }
    double[] limits = range.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    byte[] inside = region.toBytes();
    switch (settings.text("resegmentMode", "absolute")) {
      case "relative" -> {
        double maximum = maximum(image, inside);
        for (int i = 0; i < limits.length; i++) {
          limits[i] *= maximum;
        }
      }
      case "sigma" -> {
        double mean = mean(image, inside, 0, 1);
        double deviation = Math.sqrt(mean(image, inside, mean, 2));
        for (int i = 0; i < limits.length; i++) {
          limits[i] = mean + deviation * limits[i];
        }
      }
      default -> {
        // absolute: the limits are intensities already
      }
    }
    double upper = limits.length == 2 ? limits[1] : Double.POSITIVE_INFINITY;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0 && !(image.valueAt(i) >= limits[0] && image.valueAt(i) <= upper)) {
        inside[i] = 0;
      }
    }
    return Region.of(region.geometry(), inside);
  }

  private static double maximum(VoxelBlock image, byte[] inside) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        maximum = Math.max(maximum, image.valueAt(i));
      }
    }
    return maximum;
  }

  private static double mean(VoxelBlock image, byte[] inside, double centre, int power) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        double d = image.valueAt(i) - centre;
        sum += power == 1 ? d : d * d;
        count++;
      }
    }
    return sum / count;
  }
}
