/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * Periodic convolution along one axis of a volume in double precision, x fastest. Every sum is
 * taken in the order of {@link PeriodicTaps}, so the result is that of PyWavelets to the last bit.
 * The innermost loop runs along x for all three axes, where the compiler vectorises it; taking it
 * along the filtered axis instead is 5 times slower.
 */
final class PeriodicConvolution64 {

  private static final int COMMON_LENGTH = 6; // coif1, the default of PyRadiomics

  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;

  PeriodicConvolution64(int sizeX, int sizeY, int sizeZ) {
    this.sizeX = sizeX;
    this.sizeY = sizeY;
    this.sizeZ = sizeZ;
  }

  /** Convolves along axis 0 (x), 1 (y) or 2 (z); {@code out} must not be {@code in}. */
  void convolve(int axis, double[] in, double[] filter, double[] out) {
    switch (axis) {
      case 0 -> alongX(in, filter, out);
      case 1 -> {
        for (int z = 0; z < sizeZ; z++) {
          int slice = z * sizeX * sizeY;
          alongRows(in, filter, out, slice, sizeX, sizeY, sizeX);
        }
      }
      case 2 -> alongRows(in, filter, out, 0, sizeX * sizeY, sizeZ, sizeX * sizeY);
      default -> throw new IllegalArgumentException("axis must be 0, 1 or 2: " + axis);
    }
  }

  private void alongX(double[] in, double[] filter, double[] out) {
    int length = filter.length;
    int from = Math.min(PeriodicTaps.firstInner(length), sizeX);
    int end = Math.max(PeriodicTaps.endInner(sizeX, length), from);
    var border = new PeriodicTaps[sizeX];
    for (int x = 0; x < sizeX; x++) {
      if (x < from || x >= end) {
        border[x] = PeriodicTaps.at(x, sizeX, length);
      }
    }
    int[] offset = new int[length];
    for (int row = 0; row < in.length; row += sizeX) {
      for (int j = 0; j < length; j++) {
        offset[j] = row + from + length / 2 - j;
      }
      sumRow(in, filter, offset, out, row + from, end - from);
      for (int x = 0; x < sizeX; x++) {
        if (border[x] != null) {
          out[row + x] = sum(in, row, border[x], filter);
        }
      }
    }
  }

  private static double sum(double[] in, int row, PeriodicTaps taps, double[] filter) {
    double sum = 0;
    for (int t = 0; t < filter.length; t++) {
      sum += filter[taps.tap()[t]] * in[row + taps.source()[t]];
    }
    return sum;
  }

  /** Output row {@code i} of {@code count} is the weighted sum of whole input rows. */
  private static void alongRows(
      double[] in, double[] filter, double[] out, int start, int stride, int count, int width) {
    double[] weight = new double[filter.length];
    int[] offset = new int[filter.length];
    for (int i = 0; i < count; i++) {
      PeriodicTaps taps = PeriodicTaps.at(i, count, filter.length);
      for (int t = 0; t < filter.length; t++) {
        weight[t] = filter[taps.tap()[t]];
        offset[t] = start + taps.source()[t] * stride;
      }
      sumRow(in, weight, offset, out, start + i * stride, width);
    }
  }

  /** out[to + x] = Σ_t weight[t] · in[offset[t] + x], terms added in ascending t. */
  private static void sumRow(
      double[] in, double[] weight, int[] offset, double[] out, int to, int width) {
    if (weight.length == COMMON_LENGTH) {
      sumRowOfSix(in, weight, offset, out, to, width);
      return;
    }
    for (int x = 0; x < width; x++) {
      out[to + x] = 0;
    }
    for (int t = 0; t < weight.length; t++) {
      double w = weight[t];
      int from = offset[t];
      for (int x = 0; x < width; x++) {
        out[to + x] += w * in[from + x];
      }
    }
  }

  private static void sumRowOfSix(
      double[] in, double[] weight, int[] offset, double[] out, int to, int width) {
    final double w0 = weight[0];
    final double w1 = weight[1];
    final double w2 = weight[2];
    final double w3 = weight[3];
    final double w4 = weight[4];
    final double w5 = weight[5];
    final int o0 = offset[0];
    final int o1 = offset[1];
    final int o2 = offset[2];
    final int o3 = offset[3];
    final int o4 = offset[4];
    final int o5 = offset[5];
    for (int x = 0; x < width; x++) {
      out[to + x] =
          w0 * in[o0 + x]
              + w1 * in[o1 + x]
              + w2 * in[o2 + x]
              + w3 * in[o3 + x]
              + w4 * in[o4 + x]
              + w5 * in[o5 + x];
    }
  }
}
