/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import org.recourse.radiomics.feature.FeatureInput;

/**
 * Entropy in bits and uniformity of the grey level histogram.
 *
 * @param entropy {@code -Σ p·log2(p + ε)}
 * @param uniformity {@code Σ p²}
 */
public record HistogramFeatures(double entropy, double uniformity) {

  public static HistogramFeatures of(FeatureInput input) {
    return of(GreyLevels.of(input));
  }

  public static HistogramFeatures of(GreyLevels levels) {
    double total = levels.index().voxelCount();
    int[] counts = new int[levels.levelCount() + 1];
    double squares = 0;
    for (int i = 1; i < counts.length; i++) {
      counts[i] = levels.voxelsOf(i);
      squares += (counts[i] / total) * (counts[i] / total);
    }
    return new HistogramFeatures(Log2.entropy(counts, 1, total), squares);
  }
}
