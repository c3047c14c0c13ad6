/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.internal.texture.Log2;

/** Features of the histogram of grey levels. Not changed after construction. */
public final class IntensityHistogram {

  private final int[] levels;
  private final int[] count;

  public IntensityHistogram(int[] levels, int levelCount) {
    this.levels = levels;
    count = new int[levelCount + 1];
    for (int level : levels) {
      count[level]++;
    }
  }

  /** Adds the features under {@code ih_}. */
  public void addTo(FeatureVector.Builder vector) {
    double[] values = new double[levels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = levels[i];
    }
    IntensityStatistics.of(values).addCommon(vector, "ih_");
    int mode = 1;
    double entropy = 0;
    double uniformity = 0;
    for (int i = 1; i < count.length; i++) {
      mode = count[i] > count[mode] ? i : mode;
      double p = (double) count[i] / levels.length;
      entropy -= Log2.term(p);
      uniformity += p * p;
    }
    vector.put("ih_mode", mode).put("ih_entropy", entropy).put("ih_uniformity", uniformity);
    addGradients(vector);
  }

  private void addGradients(FeatureVector.Builder vector) {
    int last = count.length - 1;
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    int mostLevel = 1;
    int leastLevel = 1;
    for (int i = 1; i <= last; i++) {
      double gradient =
          last == 1
              ? 0
              : i == 1
                  ? count[2] - count[1]
                  : i == last ? count[i] - count[i - 1] : 0.5 * (count[i + 1] - count[i - 1]);
      if (gradient > most) {
        most = gradient;
        mostLevel = i;
      }
      if (gradient < least) {
        least = gradient;
        leastLevel = i;
      }
    }
    vector
        .put("ih_max_grad", most)
        .put("ih_max_grad_g", mostLevel)
        .put("ih_min_grad", least)
        .put("ih_min_grad_g", leastLevel);
  }
}
