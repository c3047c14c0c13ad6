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
import java.util.List;

/**
 * Runs of equal grey level along directions of distance 1, counted from the bits of {@link
 * EqualNeighbours}.
 *
 * <p>A run of two and more voxels begins where the voxel ahead is equal and the voxel before is
 * not, and is walked once; the voxels of a level that are in no such run are runs of one. So the
 * time depends on the number of equal neighbours and not on that of voxels times directions.
 *
 * <p>Worked example, checked by {@code TextureMatricesTest}: the row 1 1 2 1 has, along x, the runs
 * 1·2, 2·1 and 1·1 (level · length). Not changed after construction.
 */
final class RunLengths {

  private static final int SHORT = 16; // lengths below are counted in a table

  private final GreyLevels levels;
  private final int[] table; // [direction][level][length]
  private final int[] inRuns; // [direction][level]: voxels in runs of two and more
  private final int levelCount;
  private final long[][] longRuns = new long[EqualNeighbours.DIRECTIONS][0]; // level, length
  private final int[] longCount = new int[EqualNeighbours.DIRECTIONS];

  private RunLengths(EqualNeighbours neighbours, int wanted) {
    levels = neighbours.levels();
    levelCount = levels.levelCount() + 1;
    table = new int[EqualNeighbours.DIRECTIONS * levelCount * SHORT];
    inRuns = new int[EqualNeighbours.DIRECTIONS * levelCount];
    RegionIndex index = levels.index();
    int[] offset = Direction.neighbours().stream().mapToInt(index::offset).toArray();
    int[] bits = neighbours.bits();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        int starts = (bits[p] >>> EqualNeighbours.DIRECTIONS) & ~bits[p] & wanted;
        while (starts != 0) {
          int direction = Integer.numberOfTrailingZeros(starts);
          starts &= starts - 1;
          add(direction, levels.array()[p], walk(bits, p, offset[direction], direction));
        }
      }
    }
  }

  /** Counts the runs along some directions of distance 1. */
  static RunLengths of(EqualNeighbours neighbours, List<Direction> directions) {
    return new RunLengths(neighbours, EqualNeighbours.before(directions));
  }

  private static int walk(int[] bits, int from, int offset, int direction) {
    int ahead = 1 << (EqualNeighbours.DIRECTIONS + direction);
    int length = 2;
    for (int p = from + offset; (bits[p] & ahead) != 0; p += offset) {
      length++;
    }
    return length;
  }

  private void add(int direction, int level, int length) {
    int row = direction * levelCount + level;
    inRuns[row] += length;
    if (length < SHORT) {
      table[row * SHORT + length]++;
      return;
    }
    int count = longCount[direction]++;
    if (count == longRuns[direction].length) {
      longRuns[direction] = Arrays.copyOf(longRuns[direction], Math.max(64, 2 * count));
    }
    longRuns[direction][count] = (long) level << Integer.SIZE | length;
  }

  /** Hands over the runs along one of the directions, each level and length once. */
  void forEachRun(Direction direction, CellSink sink) {
    int number = EqualNeighbours.numberOf(direction);
    for (int level = 1; level < levelCount; level++) {
      int row = number * levelCount + level;
      int single = levels.voxelsOf(level) - inRuns[row];
      if (single > 0) {
        sink.add(level, 1, single);
      }
      for (int length = 2; length < SHORT; length++) {
        int runs = table[row * SHORT + length];
        if (runs > 0) {
          sink.add(level, length, runs);
        }
      }
    }
    Zones.addLarge(Arrays.copyOf(longRuns[number], longCount[number]), sink);
  }
}
