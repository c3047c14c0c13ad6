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
 * Sparse matrix of grey level pairs. A symmetrical one keeps the cells with row ≤ column; the
 * others are the same. Not thread-safe; refilled for each direction.
 */
final class PairMatrix {

  private static final int TILE = 16;

  private final int levelCount;
  private final boolean symmetrical;
  private int[] row = new int[256];
  private int[] column = new int[256];
  private double[] weight = new double[256];
  private int entryCount;
  private double total;

  PairMatrix(int levelCount, boolean symmetrical) {
    this.levelCount = levelCount;
    this.symmetrical = symmetrical;
  }

  /** Takes counts of {@code [level · width + level]}; row and column 0 are left out. */
  void set(int[] pairs, int width) {
    entryCount = 0;
    total = 0;
    if (symmetrical) {
      setSymmetrical(pairs, width);
      return;
    }
    for (int i = 1; i < width; i++) {
      for (int j = 1; j < width; j++) {
        add(i, j, pairs[i * width + j], 1);
      }
    }
  }

  /** In tiles, so that the column of the transposed count stays in the fast cache. */
  private void setSymmetrical(int[] pairs, int width) {
    for (int fromI = 1; fromI < width; fromI += TILE) {
      int toI = Math.min(fromI + TILE, width);
      for (int fromJ = fromI; fromJ < width; fromJ += TILE) {
        int toJ = Math.min(fromJ + TILE, width);
        for (int i = fromI; i < toI; i++) {
          setRow(pairs, width, i, Math.max(fromJ, i), toJ);
        }
      }
    }
  }

  private void setRow(int[] pairs, int width, int i, int fromJ, int toJ) {
    int row = i * width;
    int below = fromJ * width + i;
    for (int j = fromJ; j < toJ; j++, below += width) {
      int both = pairs[row + j] + pairs[below]; // on the diagonal twice the count, as it must be
      if (both != 0) {
        add(i, j, both, i == j ? 1 : 2);
      }
    }
  }

  /** Takes weighted sums of counts, laid out like the counts. */
  void set(double[] weighted, int width) {
    entryCount = 0;
    total = 0;
    for (int i = 1; i < width; i++) {
      for (int j = symmetrical ? i : 1; j < width; j++) {
        double cell = weighted[i * width + j] + (symmetrical ? weighted[j * width + i] : 0);
        add(i, j, cell, symmetrical && i != j ? 2 : 1);
      }
    }
  }

  private void add(int i, int j, double cell, int times) {
    if (cell == 0) {
      return;
    }
    if (entryCount == row.length) {
      row = Arrays.copyOf(row, 2 * entryCount);
      column = Arrays.copyOf(column, 2 * entryCount);
      weight = Arrays.copyOf(weight, 2 * entryCount);
    }
    row[entryCount] = i;
    column[entryCount] = j;
    weight[entryCount++] = cell;
    total += times * cell;
  }

  int levelCount() {
    return levelCount;
  }

  boolean symmetrical() {
    return symmetrical;
  }

  int entryCount() {
    return entryCount;
  }

  int row(int entry) {
    return row[entry];
  }

  int column(int entry) {
    return column[entry];
  }

  double weight(int entry) {
    return weight[entry];
  }

  /** Sum over all cells, both halves of a symmetrical matrix counted. */
  double total() {
    return total;
  }
}
