/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.settings.Settings;

/**
 * For every voxel of a region, from its neighbours inside the region: how many depend on it (level
 * at most alpha away), the sum of their levels and their number.
 *
 * <p>Outside voxels have level 0 and so add nothing to the sum; with alpha 0 they are never equal.
 * The 26 neighbours of distance 1 are read in one loop over each row, without branches. The numbers
 * are kept in the order of the segments. Not changed after construction.
 */
public final class Neighbourhood {

  private static final Set<Direction> ALL_AROUND = Set.copyOf(Direction.neighbours());

  /** Numbers of neighbours, which depend on the region alone and are shared by its images. */
  private record NeighbourCounts(List<Direction> directions, int[] count) {}

  private final GreyLevels levels;
  private final int[] dependent;
  private final int[] sum;
  private final int[] count;

  private Neighbourhood(GreyLevels levels, List<Direction> directions, int alpha, int[] count) {
    this.levels = levels;
    this.count = count;
    int voxels = levels.index().voxelCount();
    dependent = new int[voxels];
    sum = new int[voxels];
    if (alpha == 0 && Set.copyOf(directions).equals(ALL_AROUND)) {
      addBlocks();
    } else {
      addDirections(offsets(levels.index(), directions), alpha);
    }
  }

  /** The 26 neighbours, as nine rows of three, with the centre taken out again. */
  private void addBlocks() {
    RegionIndex index = levels.index();
    int from = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      int start = index.start(s);
      int length = index.length(s);
      for (int i = 0; i < length; i++) {
        dependent[from + i] = -1;
        sum[from + i] = -levels.array()[start + i];
      }
      for (int row = 0; row < 9; row++) {
        int offset = (row / 3 - 1) * index.strideZ() + (row % 3 - 1) * index.strideY();
        addRow(levels.array(), start, offset, from, length);
      }
      from += length;
    }
  }

  private void addRow(int[] level, int start, int offset, int from, int length) {
    int[] equal = dependent;
    int[] total = sum;
    int neighbour = start + offset;
    for (int i = 0; i < length; i++) {
      int here = level[start + i];
      int a = level[neighbour + i - 1];
      int b = level[neighbour + i];
      int c = level[neighbour + i + 1];
      // a number minus 1 is negative, and its sign bit 1, only for 0: for equal levels
      equal[from + i] +=
          (((here ^ a) - 1) >>> 31) + (((here ^ b) - 1) >>> 31) + (((here ^ c) - 1) >>> 31);
      total[from + i] += a + b + c;
    }
  }

  private void addDirections(int[] offsets, int alpha) {
    RegionIndex index = levels.index();
    int from = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int offset : offsets) {
        if (alpha == 0) {
          addEqual(levels.array(), index.start(s), offset, from, index.length(s));
        } else {
          addNear(levels.array(), index.start(s), offset, from, index.length(s), alpha);
        }
      }
      from += index.length(s);
    }
  }

  /** Neighbourhoods of the PyRadiomics profile, shared by the families of one image. */
  static Neighbourhood of(FeatureInput input) {
    return input.derived(Neighbourhood.class, Neighbourhood::compute);
  }

  private static Neighbourhood compute(FeatureInput input) {
    Settings settings = input.settings();
    GreyLevels levels = GreyLevels.of(input);
    int fixedAxis = settings.flag("force2D", false) ? settings.integer("force2Ddimension", 0) : -1;
    List<Integer> distances =
        settings.numbers("distances").stream().map(Double::intValue).distinct().toList();
    List<Direction> directions =
        Direction.ofDistances(distances.isEmpty() ? List.of(1) : distances, fixedAxis);
    NeighbourCounts shared =
        input.ofRegion(
            NeighbourCounts.class,
            region ->
                new NeighbourCounts(
                    directions, counts(levels.index(), levels.array(), directions)));
    int alpha = settings.integer("gldm_a", 0);
    return shared.directions().equals(directions)
        ? new Neighbourhood(levels, directions, alpha, shared.count())
        : of(levels, directions, alpha);
  }

  /** Neighbourhoods of both senses of the given directions. */
  public static Neighbourhood of(GreyLevels levels, List<Direction> directions, int alpha) {
    return new Neighbourhood(
        levels, directions, alpha, counts(levels.index(), levels.array(), directions));
  }

  private static int[] offsets(RegionIndex index, List<Direction> directions) {
    var offsets = new ArrayList<Integer>();
    for (Direction direction : directions) {
      offsets.add(index.offset(direction));
      offsets.add(-index.offset(direction));
    }
    return offsets.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static int[] counts(RegionIndex index, int[] level, List<Direction> directions) {
    int[] counts = new int[index.voxelCount()];
    int[] offsets = offsets(index, directions);
    int from = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      int start = index.start(s);
      int length = index.length(s);
      for (int offset : offsets) {
        int neighbour = start + offset;
        for (int i = 0; i < length; i++) {
          counts[from + i] += -level[neighbour + i] >>> 31; // 1 for a level above 0
        }
      }
      from += length;
    }
    return counts;
  }

  private void addEqual(int[] level, int start, int offset, int from, int length) {
    int[] equal = dependent;
    int[] total = sum;
    int neighbour = start + offset;
    for (int i = 0; i < length; i++) {
      int other = level[neighbour + i];
      equal[from + i] += ((level[start + i] ^ other) - 1) >>> 31; // 1 for equal levels
      total[from + i] += other;
    }
  }

  private void addNear(int[] level, int start, int offset, int from, int length, int alpha) {
    int neighbour = start + offset;
    for (int i = 0; i < length; i++) {
      int other = level[neighbour + i];
      boolean near = other != GreyLevels.OUTSIDE && Math.abs(level[start + i] - other) <= alpha;
      dependent[from + i] += near ? 1 : 0;
      sum[from + i] += other;
    }
  }

  /** Counts voxels by level and number of dependent neighbours plus one. */
  public void forEachDependence(CellSink sink) {
    int most = 0;
    for (int d : dependent) {
      most = Math.max(most, d);
    }
    int width = most + 1;
    int[] matrix = new int[(levels.levelCount() + 1) * width];
    int i = 0;
    RegionIndex index = levels.index();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++, i++) {
        matrix[levels.array()[p] * width + dependent[i]]++;
      }
    }
    for (int level = 1; level <= levels.levelCount(); level++) {
      for (int d = 0; d < width; d++) {
        int occurrences = matrix[level * width + d];
        if (occurrences > 0) {
          sink.add(level, d + 1, occurrences);
        }
      }
    }
  }

  /** Tone differences of these neighbourhoods. */
  public ToneDifferences toneDifferences(boolean countLonely) {
    int[] voxels = new int[levels.levelCount() + 1];
    double[] difference = new double[levels.levelCount() + 1];
    double[] inverse = new double[neighbourLimit()];
    for (int n = 1; n < inverse.length; n++) {
      inverse[n] = 1.0 / n;
    }
    int i = 0;
    RegionIndex index = levels.index();
    int[] array = levels.array();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++, i++) {
        int level = array[p];
        int n = count[i];
        if (n > 0 || countLonely) {
          voxels[level]++;
          difference[level] += Math.abs(level * n - sum[i]) * inverse[n];
        }
      }
    }
    return new ToneDifferences(voxels, difference);
  }

  private int neighbourLimit() {
    int most = 1;
    for (int n : count) {
      most = Math.max(most, n);
    }
    return most + 1;
  }
}
