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
 * Counts pairs and runs of grey levels along one direction at a time, in one walk over the region.
 *
 * <p>A run needs no walk along its line: the position of a voxel in its run is that of the voxel
 * before it plus one if their levels are equal, else 1. As many runs have at least {@code k} voxels
 * as voxels have position {@code k}, so the runs of exactly {@code k} voxels are the difference of
 * two neighbouring counts.
 *
 * <p>Worked example, checked by {@code TextureMatricesTest}: the row 1 1 2 1 has, along x, the
 * pairs (1,1), (1,2) and (2,1), and the runs 1·2, 2·1 and 1·1 (level · length). Not thread-safe.
 */
final class DirectionPass {

  private final RegionIndex index;
  private final int[] level;
  private final int width;
  private final int runWidth;
  private final int[] pairs; // [level][level of the voxel before], level 0: outside
  private final int[] positions; // [level][position in the run]
  private final int[] position; // of each voxel

  DirectionPass(GreyLevels levels) {
    index = levels.index();
    level = levels.array();
    width = levels.levelCount() + 1;
    pairs = new int[Math.multiplyExact(width, width)];
    int longest = Math.max(index.sizeX(), Math.max(index.sizeY(), index.sizeZ()));
    runWidth = longest + 2;
    positions = new int[Math.multiplyExact(width, runWidth)];
    position = new int[level.length];
  }

  /** Counts along a direction; the counts of the direction before are lost. */
  void count(Direction direction) {
    Arrays.fill(pairs, 0);
    Arrays.fill(positions, 0);
    int offset = index.offset(direction);
    for (int s = 0; s < index.segmentCount(); s++) {
      int start = index.start(s);
      countSegment(start, start + index.length(s), offset);
    }
  }

  private void countSegment(int start, int end, int offset) {
    int[] levels = level;
    int[] place = position;
    for (int p = start; p < end; p++) {
      int here = levels[p];
      int before = levels[p - offset];
      pairs[here * width + before]++;
      int run = here == before ? place[p - offset] + 1 : 1;
      place[p] = run;
      positions[here * runWidth + run]++;
    }
  }

  int width() {
    return width;
  }

  /** Pairs as {@code [level · width + level of the voxel before]}; column 0 means outside. */
  int[] pairs() {
    return pairs;
  }

  /** Tells whether two neighbouring voxels along the direction are both in the region. */
  boolean hasPairs() {
    int outside = 0;
    for (int i = 1; i < width; i++) {
      outside += pairs[i * width];
    }
    return outside < index.voxelCount();
  }

  /** Hands the runs over, level by level, each level by growing length. */
  void forEachRun(CellSink matrix) {
    for (int i = 1; i < width; i++) {
      int row = i * runWidth;
      for (int k = 1; positions[row + k] > 0; k++) {
        int runs = positions[row + k] - positions[row + k + 1];
        if (runs > 0) {
          matrix.add(i, k, runs);
        }
      }
    }
  }
}
