/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Percentile interval by resampling patients with replacement, within each outcome, so that both
 * occur in every sample. Source: Efron and Tibshirani 1993 (doi:10.1007/978-1-4899-4541-9).
 */
public final class Bootstrap {

  private Bootstrap() {}

  /**
   * @param statistic any statistic of a sample
   * @param resampleCount at least 100
   * @param seed the same seed gives the same interval
   * @return the statistic of the sample with its interval; undefined when it is undefined for the
   *     sample, without interval when it is undefined for one of the resamples
   */
  public static Estimate interval(
      ScoredOutcomes sample,
      Function<ScoredOutcomes, Estimate> statistic,
      int resampleCount,
      double level,
      long seed,
      IProgressMonitor monitor) {
    if (resampleCount < 100) {
      throw new IllegalArgumentException("at least 100 resamples: " + resampleCount);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Bootstrap", resampleCount);
    if (!(statistic.apply(sample) instanceof Estimate.Defined here)) {
      return statistic.apply(sample);
    }
    int[] events = IntStream.range(0, sample.size()).filter(sample::event).toArray();
    int[] others = IntStream.range(0, sample.size()).filter(i -> !sample.event(i)).toArray();
    var random = new Random(seed);
    double[] value = new double[resampleCount];
    for (int k = 0; k < resampleCount; k++) {
      progress.checkCanceled();
      int[] drawn = new int[sample.size()];
      for (int i = 0; i < drawn.length; i++) {
        int[] from = i < events.length ? events : others;
        drawn[i] = from[random.nextInt(from.length)];
      }
      if (!(statistic.apply(sample.drawn(drawn)) instanceof Estimate.Defined there)) {
        return Estimate.of(here.value());
      }
      value[k] = there.value();
      progress.worked(1);
    }
    Arrays.sort(value);
    double tail = (1 - level) / 2;
    return Estimate.of(
        here.value(), new Interval(quantile(value, tail), quantile(value, 1 - tail), level, false));
  }

  /** Linear between order statistics (R's type 7). */
  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
