/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.Arrays;

/**
 * Sparse matrix of grey level pairs, row by row, with the diagonal apart. A symmetrical one keeps
 * the cells with row &lt; column; the others are the same. Not thread-safe; refilled for each
 * direction.
 */
final class PairMatrix {

  private final int levelCount;
  private final boolean symmetrical;
  private final int[] rowStart; // of each level, in column and weight; one more entry than levels
  private final double[] diagonal;
  private int[] column = new int[256];
  private double[] weight = new double[256];
  private double total;

  PairMatrix(int levelCount, boolean symmetrical) {
    this.levelCount = levelCount;
    this.symmetrical = symmetrical;
    rowStart = new int[levelCount + 2];
    diagonal = new double[levelCount + 1];
  }

  /**
   * Takes counts of {@code [level · width + level]}, for a symmetrical matrix with the lower level
   * first; row 0 is left out.
   */
  void set(int[] pairs, int width) {
    int entries = 0;
    for (int i = 1; i < width; i++) {
      rowStart[i] = entries;
      int row = i * width;
      diagonal[i] = pairs[row + i];
      if (!symmetrical) {
        entries = compact(pairs, row, 1, i, entries);
      }
      entries = compact(pairs, row, i + 1, width, entries);
    }
    close(entries);
  }

  /** Keeps what is not 0; the place moves on without a branch, which could not be foreseen. */
  private int compact(int[] pairs, int row, int from, int to, int place) {
    reserve(place + to - from);
    int entries = place;
    int[] columns = column;
    double[] weights = weight;
    for (int j = from; j < to; j++) {
      int count = pairs[row + j];
      columns[entries] = j;
      weights[entries] = count;
      entries += -count >>> 31; // 1 for a count above 0
    }
    return entries;
  }

  /** Takes weighted sums of counts, laid out like the counts. */
  void set(double[] weighted, int width) {
    int entries = 0;
    for (int i = 1; i < width; i++) {
      rowStart[i] = entries;
      reserve(entries + width);
      diagonal[i] = weighted[i * width + i];
      for (int j = symmetrical ? i + 1 : 1; j < width; j++) {
        if (j != i && weighted[i * width + j] != 0) {
          column[entries] = j;
          weight[entries++] = weighted[i * width + j];
        }
      }
    }
    close(entries);
  }

  private void reserve(int entries) {
    if (entries > column.length) {
      column = Arrays.copyOf(column, 2 * entries);
      weight = Arrays.copyOf(weight, 2 * entries);
    }
  }

  private void close(int entries) {
    rowStart[levelCount + 1] = entries;
    double off = 0;
    for (int e = 0; e < entries; e++) {
      off += weight[e];
    }
    double on = 0;
    for (int i = 1; i <= levelCount; i++) {
      on += diagonal[i];
    }
    if (symmetrical) {
      for (int i = 1; i <= levelCount; i++) {
        diagonal[i] *= 2; // a pair of equal levels counts both ways
      }
    }
    total = symmetrical ? 2 * (on + off) : on + off;
  }

  int levelCount() {
    return levelCount;
  }

  boolean symmetrical() {
    return symmetrical;
  }

  /** First cell of a row beside the diagonal; the row ends where the next one starts. */
  int rowStart(int level) {
    return rowStart[level];
  }

  /** Columns of the cells beside the diagonal; only read. */
  int[] columns() {
    return column;
  }

  /** Weights of the cells beside the diagonal; only read. */
  double[] weights() {
    return weight;
  }

  double diagonal(int level) {
    return diagonal[level];
  }

  /** Sum over all cells, both halves of a symmetrical matrix counted. */
  double total() {
    return total;
  }
}
