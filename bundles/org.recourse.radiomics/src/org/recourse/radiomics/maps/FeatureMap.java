/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;

/**
 * Values of one feature at the voxels of a region. Where the feature is not defined in the
 * neighbourhood of a voxel, the map has no value there; neither has it outside of the region.
 * Immutable and thread-safe.
 */
public final class FeatureMap {

  /**
   * Values from smallest to largest.
   *
   * @param minimum smallest value
   * @param maximum largest value
   */
  public record Range(double minimum, double maximum) {}

  private final String name;
  private final Region region;
  private final int[] entry; // number of a voxel in values, -1 outside of the region
  private final double[] values; // NaN where not defined; never handed out

  /** Takes what a mapper has computed; the arrays belong to the map from now on. */
  FeatureMap(String name, Region region, int[] entry, double[] values) {
    this.name = name;
    this.region = region;
    this.entry = entry;
    this.values = values;
  }

  /** Full name such as {@code wavelet-LLH_glcm_Contrast}. */
  public String name() {
    return name;
  }

  /** Grid of the map: the box around the region, on the grid of the image or as resampled. */
  public GridGeometry geometry() {
    return region.geometry();
  }

  /** Region of the map, on its grid. */
  public Region region() {
    return region;
  }

  /** Returns the value of a voxel; throws IndexOutOfBoundsException outside of the grid. */
  public OptionalDouble valueAt(int x, int y, int z) {
    double value = valueOr(geometry().indexOf(x, y, z), Double.NaN);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns the value at an array position, {@code (z·sizeY + y)·sizeX + x}, or {@code otherwise}
   * where there is none; for loops over whole slices.
   */
  public double valueOr(int index, double otherwise) {
    int at = entry[index];
    return at < 0 || Double.isNaN(values[at]) ? otherwise : values[at];
  }

  /** Number of voxels with a value. */
  public int definedCount() {
    int count = 0;
    for (double value : values) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  /** Returns the smallest and largest value; empty if no voxel has one. */
  public Optional<Range> range() {
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
    }
    return minimum > maximum ? Optional.empty() : Optional.of(new Range(minimum, maximum));
  }
}
