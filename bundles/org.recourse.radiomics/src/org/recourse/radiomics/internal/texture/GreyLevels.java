/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Grey levels of a region, in an array with margin: 1 to {@link #levelCount()}, 0 outside the
 * region. Not changed after construction.
 */
public final class GreyLevels {

  /** Marks a voxel outside the region; grey levels start at 1. */
  static final int OUTSIDE = 0;

  /** More levels would need a matrix of pairs of more than 1 GiB. */
  static final int MOST_LEVELS = 16_384;

  private final RegionIndex index;
  private final int[] level;
  private final int levelCount;
  private final int[] voxelsOfLevel;

  private GreyLevels(RegionIndex index, int[] level, int levelCount) {
    this.index = index;
    this.level = level;
    this.levelCount = levelCount;
    voxelsOfLevel = new int[levelCount + 1];
    for (int s = 0; s < index.segmentCount(); s++) {
      int end = index.start(s) + index.length(s);
      for (int p = index.start(s); p < end; p++) {
        voxelsOfLevel[level[p]]++;
      }
    }
  }

  /** Levels of the PyRadiomics profile, shared by the families of one image. */
  static GreyLevels of(FeatureInput input) {
    return input.derived(GreyLevels.class, GreyLevels::discretise);
  }

  private static GreyLevels discretise(FeatureInput input) {
    Settings settings = input.settings();
    RegionIndex index = input.ofRegion(RegionIndex.class, RegionIndex::of);
    int margin = 1;
    for (double distance : settings.numbers("distances")) {
      margin = Math.max(margin, (int) distance);
    }
    if (margin > index.margin()) {
      index = RegionIndex.of(input.region(), margin);
    }
    RegionValues region = RegionValues.of(input);
    return of(index, region.values(), region.edges());
  }

  /** Discretises region values, which are in the order of the segments. */
  public static GreyLevels of(RegionIndex index, double[] values, BinEdges edges) {
    int[] level = new int[index.arrayLength()];
    int from = 0;
    int most = 1;
    checkCount(edges.levelCount());
    for (int s = 0; s < index.segmentCount(); s++) {
      int start = index.start(s);
      int length = index.length(s);
      most = Math.max(most, edges.levels(values, from, level, start, length));
      from += length;
    }
    return new GreyLevels(index, level, most);
  }

  private static void checkCount(int levelCount) {
    if (levelCount > MOST_LEVELS) {
      throw new IllegalArgumentException(
          levelCount
              + " grey levels; at most "
              + MOST_LEVELS
              + " can be counted in pairs: choose a larger binWidth or a binCount");
    }
  }

  /** Takes levels that are given in the order of the segments. */
  public static GreyLevels ofLevels(RegionIndex index, int[] levels, int levelCount) {
    checkCount(levelCount);
    int[] level = new int[index.arrayLength()];
    int from = 0;
    for (int s = 0; s < index.segmentCount(); s++) {
      System.arraycopy(levels, from, level, index.start(s), index.length(s));
      from += index.length(s);
    }
    return new GreyLevels(index, level, levelCount);
  }

  /** Takes whole numbers of an image as levels. */
  public static GreyLevels ofImage(RegionIndex index, VoxelBlock image) {
    double[] values = index.values(image);
    int[] levels = new int[values.length];
    int most = 1;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (int) values[i];
      most = Math.max(most, levels[i]);
    }
    return ofLevels(index, levels, most);
  }

  public RegionIndex index() {
    return index;
  }

  /** The array itself, for the kernels of this package; they only read it. */
  int[] array() {
    return level;
  }

  /** Returns the highest level; lower ones may be empty. */
  public int levelCount() {
    return levelCount;
  }

  public int voxelsOf(int greyLevel) {
    return voxelsOfLevel[greyLevel];
  }

  /** Returns the number of levels with at least one voxel. */
  public int presentCount() {
    int count = 0;
    for (int voxels : voxelsOfLevel) {
      count += voxels > 0 ? 1 : 0;
    }
    return count;
  }
}
