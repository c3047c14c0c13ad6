/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.Arrays;
import org.recourse.radiomics.feature.FeatureInput;

/**
 * Entropy in bits and uniformity of the grey level histogram.
 *
 * @param entropy {@code -Σ p·log2(p + ε)}
 * @param uniformity {@code Σ p²}
 */
public record HistogramFeatures(double entropy, double uniformity) {

  /** Of the levels of the settings; more levels than the matrices can hold are counted alone. */
  public static HistogramFeatures of(FeatureInput input) {
    RegionValues region = RegionValues.of(input);
    if (region.edges().levelCount() <= GreyLevels.MOST_LEVELS) {
      return of(GreyLevels.of(input));
    }
    int[] level = Arrays.stream(region.values()).mapToInt(region.edges()::levelOf).toArray();
    Arrays.sort(level);
    int[] counts = new int[level.length];
    int present = -1;
    for (int i = 0; i < level.length; i++) {
      present += i == 0 || level[i] != level[i - 1] ? 1 : 0;
      counts[present]++;
    }
    return of(counts, 0, level.length);
  }

  public static HistogramFeatures of(GreyLevels levels) {
    double total = levels.index().voxelCount();
    int[] counts = new int[levels.levelCount() + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = levels.voxelsOf(i);
    }
    return of(counts, 1, total);
  }

  private static HistogramFeatures of(int[] counts, int from, double total) {
    double squares = 0;
    for (int i = from; i < counts.length; i++) {
      squares += (counts[i] / total) * (counts[i] / total);
    }
    return new HistogramFeatures(Log2.entropy(counts, from, total), squares);
  }
}
