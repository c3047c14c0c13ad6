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
 * <p>With alpha 0 and the 26 neighbours of distance 1 the dependent ones are the bits of {@link
 * EqualNeighbours}. Outside voxels have level 0 and so add nothing to the sum; with alpha 0 they
 * are never equal. Not changed after construction.
 */
public final class Neighbourhood {

  private static final Set<Direction> ALL_AROUND = Set.copyOf(Direction.neighbours());

  /** Numbers of neighbours, which depend on the region alone and are shared by its images. */
  private record NeighbourCounts(List<Direction> directions, short[] count) {}

  private final GreyLevels levels;
  private final int most; // neighbours that a voxel can have
  private final boolean asBits;
  private final int[] dependent; // by array position: a number, or one bit for each
  private final int[] sum;
  private final short[] count;

  private Neighbourhood(EqualNeighbours neighbours, short[] count) {
    levels = neighbours.levels();
    this.count = count;
    most = 2 * EqualNeighbours.DIRECTIONS;
    asBits = true;
    dependent = neighbours.bits();
    sum = neighbours.sums();
  }

  private Neighbourhood(GreyLevels levels, List<Direction> directions, int alpha, short[] count) {
    this.levels = levels;
    this.count = count;
    most = 2 * directions.size();
    asBits = false;
    RegionIndex index = levels.index();
    dependent = new int[index.arrayLength()];
    sum = new int[index.arrayLength()];
    int[] offsets = offsets(index, directions);
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int offset : offsets) {
        addNear(levels.array(), index.start(s), index.start(s) + index.length(s), offset, alpha);
      }
    }
  }

  private void addNear(int[] level, int start, int end, int offset, int alpha) {
    for (int p = start; p < end; p++) {
      int other = level[p + offset];
      boolean near = other != GreyLevels.OUTSIDE && Math.abs(level[p] - other) <= alpha;
      dependent[p] += near ? 1 : 0;
      sum[p] += other;
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
            region -> new NeighbourCounts(directions, counts(levels, directions)));
    int alpha = settings.integer("gldm_a", 0);
    short[] count =
        shared.directions().equals(directions) ? shared.count() : counts(levels, directions);
    return alpha == 0 && ALL_AROUND.equals(Set.copyOf(directions))
        ? new Neighbourhood(EqualNeighbours.of(input), count)
        : new Neighbourhood(levels, directions, alpha, count);
  }

  /** Neighbourhoods of both senses of the given directions. */
  public static Neighbourhood of(GreyLevels levels, List<Direction> directions, int alpha) {
    short[] count = counts(levels, directions);
    return alpha == 0 && ALL_AROUND.equals(Set.copyOf(directions))
        ? new Neighbourhood(EqualNeighbours.of(levels), count)
        : new Neighbourhood(levels, directions, alpha, count);
  }

  private static int[] offsets(RegionIndex index, List<Direction> directions) {
    var offsets = new ArrayList<Integer>();
    for (Direction direction : directions) {
      offsets.add(index.offset(direction));
      offsets.add(-index.offset(direction));
    }
    return offsets.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static short[] counts(GreyLevels levels, List<Direction> directions) {
    RegionIndex index = levels.index();
    int[] level = levels.array();
    short[] counts = new short[index.arrayLength()];
    int[] offsets = offsets(index, directions);
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int offset : offsets) {
        for (int p = index.start(s); p < end; p++) {
          counts[p] += (short) (-level[p + offset] >> 31 & 1); // 1 for a level above 0
        }
      }
    }
    return counts;
  }

  /** Counts voxels by level and number of dependent neighbours plus one. */
  public void forEachDependence(CellSink sink) {
    int width = most + 1;
    int[] matrix = new int[(levels.levelCount() + 1) * width];
    RegionIndex index = levels.index();
    int[] array = levels.array();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        int number = asBits ? Integer.bitCount(dependent[p]) : dependent[p];
        matrix[array[p] * width + number]++;
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
    double[] inverse = new double[most + 1];
    for (int n = 1; n < inverse.length; n++) {
      inverse[n] = 1.0 / n;
    }
    RegionIndex index = levels.index();
    int[] array = levels.array();
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        int level = array[p];
        int n = count[p];
        if (n > 0 || countLonely) {
          voxels[level]++;
          difference[level] += Math.abs(level * n - sum[p]) * inverse[n];
        }
      }
    }
    return new ToneDifferences(voxels, difference);
  }
}
