/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.Arrays;

/** Mean, extremes and spread of a list of numbers, not empty. The list is sorted in place. */
final class Sample {

  private final double[] sorted;
  private final double mean;

  Sample(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    mean = sum / values.length;
    Arrays.sort(values);
    sorted = values;
  }

  double mean() {
    return mean;
  }

  double minimum() {
    return sorted[0];
  }

  double maximum() {
    return sorted[sorted.length - 1];
  }

  /** Divided by the number of values. */
  double standardDeviation() {
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / sorted.length);
  }

  /** Linear between ranks, as in the radiomic families. */
  double percentile(double percent) {
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
