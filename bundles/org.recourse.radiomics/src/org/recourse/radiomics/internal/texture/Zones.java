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
 * <p>A voxel needs only the neighbours before it, and of these not the ones that are already joined
 * through another: with an equal voxel below (z - 1) all other equal neighbours touch that one.
 * Worked example: {@code TextureMatricesTest}. Not changed after construction.
 */
public final class Zones {

  private static final int SMALL = 32; // sizes below are counted in a table

  private final GreyLevels levels;
  private final int[] parent; // of voxels inside, roots point to themselves
  private final int[] size; // at roots

  private Zones(GreyLevels levels) {
    this.levels = levels;
    int length = levels.array().length;
    parent = new int[length];
    size = new int[length];
  }

  /** Zones of voxels joined over faces, edges and corners. */
  public static Zones of(GreyLevels levels) {
    var zones = new Zones(levels);
    zones.joinAll(levels.index());
    return zones;
  }

  /** Zones joined along the given directions only. */
  public static Zones of(GreyLevels levels, List<Direction> directions) {
    var zones = new Zones(levels);
    RegionIndex index = levels.index();
    int[] offsets = directions.stream().mapToInt(index::offset).toArray();
    int[] level = levels.array();
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int p = index.start(s); p < index.start(s) + index.length(s); p++) {
        zones.parent[p] = p;
        zones.size[p] = 1;
        for (int offset : offsets) {
          if (level[p - offset] == level[p]) {
            zones.join(p, p - offset);
          }
        }
      }
    }
    return zones;
  }

  private void joinAll(RegionIndex index) {
    int strideY = index.strideY();
    int strideZ = index.strideZ();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        parent[p] = p;
        size[p] = 1;
        joinBefore(levels.array(), p, strideY, strideZ);
      }
    }
  }

  private void joinBefore(int[] level, int p, int strideY, int strideZ) {
    int here = level[p];
    int below = p - strideZ;
    if (level[below] == here) { // touches every other neighbour before p
      join(p, below);
      return;
    }
    int back = p - strideY;
    if (level[back] == here) { // touches all but the row behind in the plane below
      join(p, back);
      joinRow(level, p, here, below + strideY);
      return;
    }
    if (level[p - 1] == here) { // touches what lies at x - 1 and x
      join(p, p - 1);
      joinEqual(level, p, here, back + 1);
      joinEqual(level, p, here, below - strideY + 1);
      joinEqual(level, p, here, below + 1);
      joinEqual(level, p, here, below + strideY + 1);
      return;
    }
    joinEqual(level, p, here, back - 1);
    joinEqual(level, p, here, back + 1);
    joinEqual(level, p, here, below - 1);
    joinEqual(level, p, here, below + 1);
    joinRow(level, p, here, below - strideY);
    joinRow(level, p, here, below + strideY);
  }

  private void joinRow(int[] level, int p, int here, int middle) {
    if (level[middle] == here) {
      join(p, middle);
      return;
    }
    joinEqual(level, p, here, middle - 1);
    joinEqual(level, p, here, middle + 1);
  }

  private void joinEqual(int[] level, int p, int here, int other) {
    if (level[other] == here) {
      join(p, other);
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
    int[] small = new int[(levels.levelCount() + 1) * SMALL];
    long[] large = new long[64];
    int largeCount = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        if (parent[p] != p) {
          continue;
        }
        int level = levels.array()[p];
        if (size[p] < SMALL) {
          small[level * SMALL + size[p]]++;
        } else {
          if (largeCount == large.length) {
            large = Arrays.copyOf(large, 2 * largeCount);
          }
          large[largeCount++] = (long) level << Integer.SIZE | size[p];
        }
      }
    }
    for (int i = 0; i < small.length; i++) {
      if (small[i] > 0) {
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

  private static void addLarge(long[] zones, CellSink sink) {
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
