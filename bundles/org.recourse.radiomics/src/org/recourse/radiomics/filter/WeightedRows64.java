/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.Arrays;

/**
 * Weighted sums of rows in double precision. The rows are copied first so that all arrays are read
 * at the same place: only then does the compiler know that what is written is not what is read
 * next, and takes several voxels at once, which is 3 times faster than reading the rows where they
 * lie. Not thread-safe (scratch memory).
 */
final class WeightedRows64 implements PeriodicConvolution.WeightedRows {

  private static final int COMMON_LENGTH = 6; // coif1, the default of PyRadiomics
  private static final int BLOCK = 512; // six rows and the result fit the first cache
  private static final int FEW = 8;

  private final double[] in;
  private final double[] filter;
  private final double[] out;
  private final double[][] row = new double[COMMON_LENGTH][BLOCK];
  private final double[] total = new double[BLOCK];

  /** Sums rows of {@code in} into {@code out}, which must be another array. */
  WeightedRows64(double[] in, double[] filter, double[] out) {
    this.in = in;
    this.filter = filter;
    this.out = out;
  }

  @Override
  public void sum(int[] tap, int[] source, int to, int width) {
    if (width <= FEW) {
      sumFew(tap, source, to, width);
      return;
    }
    for (int from = 0; from < width; from += BLOCK) {
      int length = Math.min(BLOCK, width - from);
      if (tap.length == COMMON_LENGTH) {
        for (int t = 0; t < COMMON_LENGTH; t++) {
          System.arraycopy(in, source[t] + from, row[t], 0, length);
        }
        sumOfSix(weights(tap), row[0], row[1], row[2], row[3], row[4], row[5], total, length);
      } else {
        Arrays.fill(total, 0, length, 0);
        for (int t = 0; t < tap.length; t++) {
          System.arraycopy(in, source[t] + from, row[0], 0, length);
          add(filter[tap[t]], row[0], total, length);
        }
      }
      System.arraycopy(total, 0, out, to + from, length);
    }
  }

  private void sumFew(int[] tap, int[] source, int to, int width) {
    for (int x = 0; x < width; x++) {
      double sum = 0;
      for (int t = 0; t < tap.length; t++) {
        sum += filter[tap[t]] * in[source[t] + x];
      }
      out[to + x] = sum;
    }
  }

  private double[] weights(int[] tap) {
    double[] weights = new double[tap.length];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = filter[tap[t]];
    }
    return weights;
  }

  private static void sumOfSix(
      double[] weight,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] e,
      double[] f,
      double[] total,
      int length) {
    final double w0 = weight[0];
    final double w1 = weight[1];
    final double w2 = weight[2];
    final double w3 = weight[3];
    final double w4 = weight[4];
    final double w5 = weight[5];
    for (int x = 0; x < length; x++) {
      total[x] = w0 * a[x] + w1 * b[x] + w2 * c[x] + w3 * d[x] + w4 * e[x] + w5 * f[x];
    }
  }

  private static void add(double weight, double[] row, double[] total, int length) {
    for (int x = 0; x < length; x++) {
      total[x] += weight * row[x];
    }
  }
}
