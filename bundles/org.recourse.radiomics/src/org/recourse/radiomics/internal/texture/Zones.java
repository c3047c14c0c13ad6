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
 * Connected zones of equal grey level, found with a union-find forest in one walk over the region.
 *
 * <p>A voxel needs only the neighbours before it, and of these only one of each group that is
 * already joined. Worked example: {@code TextureMatricesTest}. Not changed after construction.
 */
public final class Zones {

  private static final int SMALL = 32; // sizes below are counted in a table

  private final GreyLevels levels;
  private final int[] parent; // of voxels inside, roots point to themselves
  private final int[] size; // at roots, 0 elsewhere

  private Zones(EqualNeighbours neighbours, NeighbourGroups groups) {
    levels = neighbours.levels();
    RegionIndex index = levels.index();
    parent = new int[index.arrayLength()];
    size = new int[index.arrayLength()];
    int[] offset = Direction.neighbours().stream().mapToInt(index::offset).toArray();
    for (int s = 0; s < index.segmentCount(); s++) {
      joinSegment(neighbours.bits(), groups, offset, index.start(s), index.length(s));
    }
  }

  /** Zones of voxels joined over faces, edges and corners. */
  public static Zones of(EqualNeighbours neighbours) {
    return new Zones(neighbours, NeighbourGroups.ALL);
  }

  /** Zones joined along the given directions of distance 1 only. */
  public static Zones of(EqualNeighbours neighbours, List<Direction> directions) {
    return new Zones(neighbours, NeighbourGroups.of(EqualNeighbours.before(directions)));
  }

  private void joinSegment(
      int[] bits, NeighbourGroups groups, int[] offset, int start, int length) {
    for (int p = start; p < start + length; p++) {
      int chosen = groups.representatives(bits[p] & EqualNeighbours.BEFORE);
      if (chosen == 0) {
        parent[p] = p;
        size[p] = 1;
        continue;
      }
      int root = root(p - offset[Integer.numberOfTrailingZeros(chosen)]);
      parent[p] = root;
      size[root]++;
      for (int rest = chosen & chosen - 1; rest != 0; rest &= rest - 1) {
        join(p, p - offset[Integer.numberOfTrailingZeros(rest)]);
      }
    }
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    if (rootA == rootB) {
      return;
    }
    int upper = Math.min(rootA, rootB);
    int lower = Math.max(rootA, rootB);
    parent[lower] = upper;
    size[upper] += size[lower];
    size[lower] = 0;
  }

  private int root(int p) {
    int[] up = parent;
    int here = p;
    while (up[here] != here) {
      up[here] = up[up[here]]; // halves the path
      here = up[here];
    }
    return here;
  }

  /** Names the zone of an array position with margin. */
  int zoneOf(int position) {
    return root(position);
  }

  /** Counts zones by level and size, each pair once. */
  public void forEachZone(CellSink sink) {
    RegionIndex index = levels.index();
    int[] level = levels.array();
    int[] small = new int[(levels.levelCount() + 1) * SMALL];
    long[] large = new long[64];
    int largeCount = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        int here = size[p]; // 0 but at roots; column 0 is not read
        if (here < SMALL) {
          small[level[p] * SMALL + here]++;
          continue;
        }
        if (largeCount == large.length) {
          large = Arrays.copyOf(large, 2 * largeCount);
        }
        large[largeCount++] = (long) level[p] << Integer.SIZE | here;
      }
    }
    for (int i = 0; i < small.length; i++) {
      if (small[i] > 0 && i % SMALL > 0) {
        sink.add(i / SMALL, i % SMALL, small[i]);
      }
    }
    addLarge(Arrays.copyOf(large, largeCount), sink);
  }

  /** Counts zones by level and least border distance, each zone as one cell entry. */
  void forEachDistance(int[] borderDistance, CellSink sink) {
    RegionIndex index = levels.index();
    int[] least = new int[parent.length];
    int voxel = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int p = index.start(s); p < index.start(s) + index.length(s); p++, voxel++) {
        int root = root(p);
        least[root] =
            least[root] == 0 ? borderDistance[voxel] : Math.min(least[root], borderDistance[voxel]);
      }
    }
    var cells = new WeightedRuns();
    CellSink collector = cells.collector(1);
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int p = index.start(s); p < index.start(s) + index.length(s); p++) {
        if (parent[p] == p) {
          collector.add(levels.array()[p], least[p], 1);
        }
      }
    }
    cells.forEach(sink);
  }

  /** Adds entries of level · 2³² + size, equal ones as one cell. */
  static void addLarge(long[] zones, CellSink sink) {
    Arrays.sort(zones);
    int from = 0;
    for (int i = 1; i <= zones.length; i++) {
      if (i == zones.length || zones[i] != zones[from]) {
        sink.add((int) (zones[from] >> Integer.SIZE), (int) zones[from], i - from);
        from = i;
      }
    }
  }
}
