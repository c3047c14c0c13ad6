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
 * Periodic convolution along one axis of a volume, x fastest, as weighted sums of stretches of
 * voxels that follow each other in memory, for all three axes along x. Every sum is taken in the
 * order of {@link PeriodicTaps}, so the result is that of PyWavelets to the last bit. Immutable.
 */
final class PeriodicConvolution {

  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;

  /** Sums in the precision of the image. */
  interface WeightedRows {

    /** Sets out[to + x] = Σ_t filter[tap[t]] · in[source[t] + x], in the order of t. */
    void sum(int[] tap, int[] source, int to, int width);
  }

  PeriodicConvolution(int sizeX, int sizeY, int sizeZ) {
    this.sizeX = sizeX;
    this.sizeY = sizeY;
    this.sizeZ = sizeZ;
  }

  /** Convolves along axis 0 (x), 1 (y) or 2 (z). */
  void convolve(int axis, int filterLength, WeightedRows rows) {
    switch (axis) {
      case 0 -> alongX(filterLength, rows);
      case 1 -> {
        for (int z = 0; z < sizeZ; z++) {
          alongRows(filterLength, rows, z * sizeX * sizeY, sizeX, sizeY, sizeX);
        }
      }
      case 2 -> alongRows(filterLength, rows, 0, sizeX * sizeY, sizeZ, sizeX * sizeY);
      default -> throw new IllegalArgumentException("axis must be 0, 1 or 2: " + axis);
    }
  }

  private void alongX(int filterLength, WeightedRows rows) {
    int from = Math.min(PeriodicTaps.firstInner(filterLength), sizeX);
    int end = Math.max(PeriodicTaps.endInner(sizeX, filterLength), from);
    var border = new PeriodicTaps[sizeX];
    for (int x = 0; x < sizeX; x++) {
      if (x <= from || x >= end) { // the first inner one stands for all of them
        border[x] = PeriodicTaps.at(x, sizeX, filterLength);
      }
    }
    int[] source = new int[filterLength];
    for (int row = 0; row < sizeX * sizeY * sizeZ; row += sizeX) {
      for (int x = 0; x < sizeX; x++) {
        if (border[x] != null) {
          for (int t = 0; t < filterLength; t++) {
            source[t] = row + border[x].source()[t];
          }
          int width = x == from && end > from ? end - from : 1;
          rows.sum(border[x].tap(), source, row + x, width);
        }
      }
    }
  }

  /** Output row {@code i} of {@code count} is the weighted sum of whole input rows. */
  private static void alongRows(
      int filterLength, WeightedRows rows, int start, int stride, int count, int width) {
    int[] source = new int[filterLength];
    for (int i = 0; i < count; i++) {
      PeriodicTaps taps = PeriodicTaps.at(i, count, filterLength);
      for (int t = 0; t < filterLength; t++) {
        source[t] = start + taps.source()[t] * stride;
      }
      rows.sum(taps.tap(), source, start + i * stride, width);
    }
  }
}
