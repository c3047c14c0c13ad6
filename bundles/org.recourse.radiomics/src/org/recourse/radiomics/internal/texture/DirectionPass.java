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
 * Counts pairs of grey levels along one direction at a time, in one walk over the region.
 *
 * <p>A symmetrical matrix counts each pair with its lower level first, which halves what has to
 * stay in the fast cache. With few levels two tables are filled in turns, because two increments of
 * one cell in a row have to wait for each other.
 *
 * <p>Worked example, checked by {@code TextureMatricesTest}: the row 1 1 2 1 has, along x, the
 * ordered pairs (1,1), (1,2) and (2,1); symmetrical are (1,1) once and (1,2) twice. Not
 * thread-safe.
 */
final class DirectionPass {

  private static final int FEW_LEVELS = 96;

  private final RegionIndex index;
  private final int[] level;
  private final boolean symmetrical;
  private final int width;
  private final int[] pairs;
  private final int[] second; // the other table, of length 0 with many levels

  DirectionPass(GreyLevels levels, boolean symmetrical) {
    index = levels.index();
    level = levels.array();
    this.symmetrical = symmetrical;
    width = levels.levelCount() + 1;
    pairs = new int[Math.multiplyExact(width, width)];
    second = new int[width <= FEW_LEVELS ? pairs.length : 0];
  }

  /** Counts along a direction; the counts of the direction before are lost. */
  void count(Direction direction) {
    Arrays.fill(pairs, 0);
    Arrays.fill(second, 0);
    int[] other = second.length > 0 ? second : pairs;
    int offset = index.offset(direction);
    for (int s = 0; s < index.segmentCount(); s++) {
      int start = index.start(s);
      if (symmetrical) {
        countSymmetrical(other, start, start + index.length(s), offset);
      } else {
        countOrdered(start, start + index.length(s), offset);
      }
    }
    for (int i = 0; i < second.length; i++) {
      pairs[i] += second[i];
    }
  }

  private void countSymmetrical(int[] other, int start, int end, int offset) {
    int[] levels = level;
    int[] even = pairs;
    int row = width;
    int p = start;
    for (; p + 1 < end; p += 2) {
      int here = levels[p];
      int before = levels[p - offset];
      int next = levels[p + 1];
      int beforeNext = levels[p + 1 - offset];
      even[Math.min(here, before) * row + Math.max(here, before)]++;
      other[Math.min(next, beforeNext) * row + Math.max(next, beforeNext)]++;
    }
    if (p < end) {
      int here = levels[p];
      int before = levels[p - offset];
      even[Math.min(here, before) * row + Math.max(here, before)]++;
    }
  }

  private void countOrdered(int start, int end, int offset) {
    int[] levels = level;
    for (int p = start; p < end; p++) {
      pairs[levels[p] * width + levels[p - offset]]++;
    }
  }

  int width() {
    return width;
  }

  /**
   * Pairs as {@code [level · width + level]}: the lower level first if symmetrical, else the level
   * of the voxel before second. Level 0 means outside.
   */
  int[] pairs() {
    return pairs;
  }

  /** Tells whether two neighbouring voxels along the direction are both in the region. */
  boolean hasPairs() {
    int outside = 0;
    for (int i = 1; i < width; i++) {
      outside += symmetrical ? pairs[i] : pairs[i * width];
    }
    return outside < index.voxelCount();
  }
}
