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
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.internal.firstorder.Moments;

/**
 * Intensity-based statistics of IBSI. Kurtosis is reduced by 3; variance is divided by the number
 * of values; a percentile p is the smallest value that at least p % of the values do not exceed.
 * Not changed after construction.
 */
public final class IntensityStatistics {

  private final double[] sorted;
  private final Moments moments;

  private IntensityStatistics(double[] sorted) {
    this.sorted = sorted;
    moments = new Moments(sorted, 0);
  }

  public static IntensityStatistics of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new IntensityStatistics(sorted);
  }

  /** Adds the statistics that intensities and grey levels have in common. */
  void addCommon(FeatureVector.Builder vector, String prefix) {
    double mean = moments.mean();
    double deviation = Math.sqrt(moments.variance());
    double q1 = percentile(25);
    double q3 = percentile(75);
    vector
        .put(prefix + "mean", mean)
        .put(prefix + "var", moments.variance())
        .put(prefix + "skew", moments.skewness())
        .put(prefix + "kurt", moments.variance() == 0 ? 0 : moments.kurtosis() - 3)
        .put(prefix + "median", median())
        .put(prefix + "min", moments.minimum())
        .put(prefix + "p10", percentile(10))
        .put(prefix + "p90", percentile(90))
        .put(prefix + "max", moments.maximum())
        .put(prefix + "iqr", q3 - q1)
        .put(prefix + "range", moments.maximum() - moments.minimum())
        .put(prefix + "mad", moments.meanAbsoluteDeviation())
        .put(prefix + "rmad", moments.robustMeanAbsoluteDeviation(percentile(10), percentile(90)))
        .put(prefix + "medad", medianAbsoluteDeviation())
        .put(prefix + "cov", deviation / mean, Reason.DIVISION_BY_ZERO)
        .put(prefix + "qcod", (q3 - q1) / (q3 + q1), Reason.DIVISION_BY_ZERO);
  }

  /** Adds all statistics of intensities. */
  public void addTo(FeatureVector.Builder vector, String prefix) {
    addCommon(vector, prefix);
    vector
        .put(prefix + "energy", moments.energy())
        .put(prefix + "rms", Math.sqrt(moments.energy() / sorted.length));
  }

  private double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length) - 1;
    return sorted[Math.max(rank, 0)];
  }

  private double median() {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  private double medianAbsoluteDeviation() {
    double centre = median();
    double sum = 0;
    for (double value : sorted) {
      sum += Math.abs(value - centre);
    }
    return sum / sorted.length;
  }
}
