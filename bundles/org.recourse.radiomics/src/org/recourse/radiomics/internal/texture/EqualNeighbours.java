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
import org.recourse.radiomics.feature.FeatureInput;

/**
 * For every voxel of a region, which of its 26 neighbours have the same grey level, as one bit
 * each, and the sum of the levels of all 26. Zones, runs and dependences all follow from these bits
 * without looking at the image again.
 *
 * <p>Bit k, k = 0 … 12, stands for the voxel one step back along direction k of {@link
 * Direction#neighbours()}, bit 13 + k for the one a step ahead. Voxels outside have level 0 and so
 * are never equal and add nothing to the sum. Not changed after construction.
 */
public final class EqualNeighbours {

  /** Directions, and bits of neighbours before a voxel. */
  static final int DIRECTIONS = 13;

  /** The bits of all neighbours that come before a voxel in memory. */
  static final int BEFORE = (1 << DIRECTIONS) - 1;

  private static final List<Direction> ALL = Direction.neighbours();
  private static final int ROWS = 9;
  private static final int BLOCK = 1024; // seven arrays of it fit the first cache
  private static final int[][] ROW_BITS = bitsOfRows();

  private final GreyLevels levels;
  private final int[] bits; // by array position; of no meaning outside the region
  private final int[] sum;

  private EqualNeighbours(GreyLevels levels) {
    this.levels = levels;
    RegionIndex index = levels.index();
    bits = new int[index.arrayLength()];
    sum = new int[index.arrayLength()];
    var block = new Block(levels.array(), index);
    for (int span = 0; span < index.spanCount(); span++) {
      int end = index.spanEnd(span);
      for (int start = index.spanStart(span); start < end; start += BLOCK) {
        int length = Math.min(BLOCK, end - start);
        block.compute(start, length);
        System.arraycopy(block.equal, 0, bits, start, length);
        System.arraycopy(block.total, 0, sum, start, length);
      }
    }
  }

  public static EqualNeighbours of(GreyLevels levels) {
    return new EqualNeighbours(levels);
  }

  /** Shared by the families of one image. */
  static EqualNeighbours of(FeatureInput input) {
    return input.derived(EqualNeighbours.class, one -> new EqualNeighbours(GreyLevels.of(one)));
  }

  /** Returns the bits of the neighbours before a voxel along the given directions. */
  static int before(List<Direction> directions) {
    int mask = 0;
    for (Direction direction : directions) {
      mask |= 1 << numberOf(direction);
    }
    return mask;
  }

  /** Returns the place of a direction of distance 1 among all 13. */
  static int numberOf(Direction direction) {
    int number = ALL.indexOf(direction);
    if (number < 0) {
      throw new IllegalArgumentException("not a direction of distance 1: " + direction);
    }
    return number;
  }

  /** Bits of the left, middle and right neighbour in each row; the voxel itself has none. */
  private static int[][] bitsOfRows() {
    int[][] bits = new int[ROWS][3];
    for (int row = 0; row < ROWS; row++) {
      for (int x = -1; x <= 1; x++) {
        int y = row % 3 - 1;
        int z = row / 3 - 1;
        int ahead = ALL.indexOf(new Direction(x, y, z));
        int before = ALL.indexOf(new Direction(-x, -y, -z));
        bits[row][x + 1] = ahead >= 0 ? 1 << (DIRECTIONS + ahead) : before >= 0 ? 1 << before : 0;
      }
    }
    return bits;
  }

  public GreyLevels levels() {
    return levels;
  }

  /** By array position, for the kernels of this package; they only read it. */
  int[] bits() {
    return bits;
  }

  /** Sums of the neighbours' levels, by array position; only read. */
  int[] sums() {
    return sum;
  }

  /**
   * A few hundred voxels at a time. The neighbours are copied so that all arrays are read at the
   * same place: only then does the compiler know that what is written is not what is read next, and
   * takes 16 voxels at once, which is 10 times faster than reading the neighbours where they lie.
   * For the same reason nothing is kept in local variables.
   */
  private static final class Block {

    private final int[] level;
    private final int strideY;
    private final int strideZ;
    private final int[] here = new int[BLOCK];
    private final int[] left = new int[BLOCK];
    private final int[] middle = new int[BLOCK];
    private final int[] right = new int[BLOCK];
    private final int[] equal = new int[BLOCK];
    private final int[] total = new int[BLOCK];

    Block(int[] level, RegionIndex index) {
      this.level = level;
      strideY = index.strideY();
      strideZ = index.strideZ();
    }

    void compute(int start, int length) {
      Arrays.fill(equal, 0, length, 0);
      Arrays.fill(total, 0, length, 0);
      System.arraycopy(level, start, here, 0, length);
      for (int row = 0; row < ROWS; row++) {
        int stepY = row % 3 - 1;
        int stepZ = row / 3 - 1;
        int from = start + stepZ * strideZ + stepY * strideY;
        System.arraycopy(level, from - 1, left, 0, length);
        System.arraycopy(level, from + 1, right, 0, length);
        if (from == start) {
          addSides(here, left, right, equal, length, ROW_BITS[row]);
        } else {
          System.arraycopy(level, from, middle, 0, length);
          addRow(here, left, middle, right, equal, length, ROW_BITS[row]);
          addSum(middle, total, length);
        }
        addSums(left, right, total, length);
      }
    }

    /** A number minus 1 is negative, and shifts to all ones, only for 0: for equal levels. */
    private static void addRow(
        int[] here, int[] a, int[] b, int[] c, int[] equal, int length, int[] bits) {
      final int bitA = bits[0];
      final int bitB = bits[1];
      final int bitC = bits[2];
      for (int i = 0; i < length; i++) {
        equal[i] =
            equal[i]
                | (((here[i] ^ a[i]) - 1) >> 31 & bitA)
                | (((here[i] ^ b[i]) - 1) >> 31 & bitB)
                | (((here[i] ^ c[i]) - 1) >> 31 & bitC);
      }
    }

    private static void addSides(
        int[] here, int[] a, int[] c, int[] equal, int length, int[] bits) {
      final int bitA = bits[0];
      final int bitC = bits[2];
      for (int i = 0; i < length; i++) {
        equal[i] =
            equal[i]
                | (((here[i] ^ a[i]) - 1) >> 31 & bitA)
                | (((here[i] ^ c[i]) - 1) >> 31 & bitC);
      }
    }

    private static void addSums(int[] a, int[] c, int[] total, int length) {
      for (int i = 0; i < length; i++) {
        total[i] += a[i] + c[i];
      }
    }

    private static void addSum(int[] b, int[] total, int length) {
      for (int i = 0; i < length; i++) {
        total[i] += b[i];
      }
    }
  }
}
