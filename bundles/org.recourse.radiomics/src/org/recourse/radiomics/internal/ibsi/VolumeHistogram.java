/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import java.util.Arrays;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.ibsi.IbsiSettings;

/**
 * Intensity-volume histogram: the fraction of the region with at least an intensity g, over the
 * intensity fraction {@code (g − first)/(last − first)}. Not changed after construction.
 */
public final class VolumeHistogram {

  private final double first;
  private final double step;
  private final double[] fraction; // of the region at or above each step

  private VolumeHistogram(double first, double step, int[] bin, int bins) {
    this.first = first;
    this.step = step;
    fraction = new double[bins];
    for (int b : bin) {
      fraction[b]++;
    }
    double above = 0;
    for (int b = bins - 1; b >= 0; b--) {
      above += fraction[b];
      fraction[b] = above / bin.length;
    }
  }

  /** Uses the width of the settings, else whole intensities. */
  public static VolumeHistogram of(double[] values, IbsiSettings settings) {
    double minimum = Arrays.stream(values).min().orElseThrow();
    double maximum = Arrays.stream(values).max().orElseThrow();
    double low = settings.resegmentation().map(IbsiSettings.Range::low).orElse(minimum);
    double high = settings.resegmentation().map(IbsiSettings.Range::high).orElse(maximum);
    boolean binned = settings.histogramWidth().isPresent();
    double width = settings.histogramWidth().orElse(1.0);
    int bins = (int) Math.ceil((high - low) / width) + (binned ? 0 : 1);
    int most = Math.max(bins - 1, 0);
    int[] bin = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      bin[i] = Math.min((int) Math.floor((values[i] - low) / width), most);
    }
    return new VolumeHistogram(binned ? low + 0.5 * width : low, width, bin, most + 1);
  }

  /** Adds the features under {@code ivh_}. */
  public void addTo(FeatureVector.Builder vector) {
    double v10 = volumeAt(0.1);
    double v90 = volumeAt(0.9);
    double i10 = intensityAt(0.1);
    double i90 = intensityAt(0.9);
    vector
        .put("ivh_v10", v10)
        .put("ivh_v90", v90)
        .put("ivh_i10", i10)
        .put("ivh_i90", i90)
        .put("ivh_diff_v10_v90", v10 - v90)
        .put("ivh_diff_i10_i90", i10 - i90);
  }

  private double volumeAt(double intensityFraction) {
    int last = fraction.length - 1;
    for (int b = 0; b <= last; b++) {
      if (last == 0 || (double) b / last >= intensityFraction - 1e-12) {
        return fraction[b];
      }
    }
    return 0;
  }

  /** Least intensity above which at most this fraction of the region lies. */
  private double intensityAt(double volumeFraction) {
    for (int b = 0; b < fraction.length; b++) {
      if (fraction[b] <= volumeFraction) {
        return first + b * step;
      }
    }
    return first + fraction.length * step;
  }
}
