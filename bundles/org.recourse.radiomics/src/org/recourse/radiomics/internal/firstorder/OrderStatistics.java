/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.firstorder;

import java.util.Arrays;

/**
 * Values by rank, without sorting them all: values are counted in bins over their range, and only
 * the bins that hold an asked rank are sorted. Not thread-safe.
 */
public final class OrderStatistics {

  private static final int BINS = 4096;

  private final double[] values;
  private final double minimum;
  private final double scale;
  private final int[] binStart; // ranks; one more entry than bins
  private final double[][] sortedBin = new double[BINS][];

  public OrderStatistics(double[] values, double minimum, double maximum) {
    this.values = values;
    this.minimum = minimum;
    scale = maximum > minimum ? (BINS - 1) / (maximum - minimum) : 0;
    binStart = new int[BINS + 1];
    for (double value : values) {
      binStart[bin(value) + 1]++;
    }
    for (int b = 0; b < BINS; b++) {
      binStart[b + 1] += binStart[b];
    }
  }

  private int bin(double value) {
    return (int) ((value - minimum) * scale);
  }

  /** Returns the value of a rank, 0 for the smallest. */
  public double rank(int rank) {
    int b = Arrays.binarySearch(binStart, rank);
    if (b < 0) {
      b = -b - 2;
    }
    while (binStart[b + 1] == binStart[b]) {
      b++;
    }
    if (sortedBin[b] == null) {
      sortedBin[b] = sorted(b);
    }
    return sortedBin[b][rank - binStart[b]];
  }

  private double[] sorted(int b) {
    double[] members = new double[binStart[b + 1] - binStart[b]];
    int to = 0;
    for (double value : values) {
      if (bin(value) == b) {
        members[to++] = value;
      }
    }
    Arrays.sort(members);
    return members;
  }

  /** Percentile with linear interpolation between ranks, as numpy does by default. */
  public double percentile(double percent) {
    double place = percent / 100 * (values.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, values.length - 1);
    double low = rank(below);
    return low + (place - below) * (rank(above) - low);
  }
}
