/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import java.util.Arrays;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.internal.firstorder.Moments;
import org.recourse.radiomics.internal.texture.Log2;
import org.recourse.radiomics.settings.Settings;

/**
 * First order features of small kernels: the same numbers, to the last bit, as the family gives for
 * the kernel as a region with the levels of the whole region. Values of a kernel are few, so they
 * are sorted, not counted in bins. Stateless apart from its settings; thread-safe.
 */
final class FirstOrderKernel {

  private final double energyShift;
  private final double voxelVolumeMm3;
  private final boolean withDeviation;

  FirstOrderKernel(Settings settings, double voxelVolumeMm3, boolean withDeviation) {
    energyShift = settings.number("voxelArrayShift", 0);
    this.voxelVolumeMm3 = voxelVolumeMm3;
    this.withDeviation = withDeviation;
  }

  /** Computes the features of the values of a kernel and their levels, in the same order. */
  FeatureVector features(double[] values, int[] level) {
    var moments = new Moments(values, energyShift);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double p10 = percentile(sorted, 10);
    double p90 = percentile(sorted, 90);
    int[] counts = levelCounts(level);
    double total = values.length;
    double uniformity = 0;
    for (int count : counts) {
      uniformity += (count / total) * (count / total);
    }
    FeatureVector.Builder vector =
        FeatureVector.builder()
            .put("Energy", moments.energy())
            .put("TotalEnergy", moments.energy() * voxelVolumeMm3)
            .put("Entropy", Log2.entropy(counts, 0, total))
            .put("Minimum", moments.minimum())
            .put("10Percentile", p10)
            .put("90Percentile", p90)
            .put("Maximum", moments.maximum())
            .put("Mean", moments.mean())
            .put("Median", percentile(sorted, 50))
            .put("InterquartileRange", percentile(sorted, 75) - percentile(sorted, 25))
            .put("Range", moments.maximum() - moments.minimum())
            .put("MeanAbsoluteDeviation", moments.meanAbsoluteDeviation())
            .put(
                "RobustMeanAbsoluteDeviation",
                moments.robustMeanAbsoluteDeviation(p10, p90),
                Reason.DIVISION_BY_ZERO)
            .put("RootMeanSquared", Math.sqrt(moments.energy() / values.length))
            .put("Skewness", moments.skewness())
            .put("Kurtosis", moments.kurtosis())
            .put("Variance", moments.variance())
            .put("Uniformity", uniformity);
    if (withDeviation) {
      vector.put("StandardDeviation", Math.sqrt(moments.variance()));
    }
    return vector.build();
  }

  private static double percentile(double[] sorted, double percent) {
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Numbers of voxels of the present levels, by rising level. */
  private static int[] levelCounts(int[] level) {
    int[] sorted = level.clone();
    Arrays.sort(sorted);
    int[] counts = new int[sorted.length];
    int present = -1;
    for (int i = 0; i < sorted.length; i++) {
      present += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
      counts[present]++;
    }
    return Arrays.copyOf(counts, present + 1);
  }
}
