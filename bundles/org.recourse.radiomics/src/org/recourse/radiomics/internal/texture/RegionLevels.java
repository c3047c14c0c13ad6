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

/**
 * Grey levels of a whole region by image voxel, from which kernels around single voxels take their
 * levels: a level means the same in every kernel. Not changed after construction.
 */
public final class RegionLevels {

  private final int[] level;
  private final int levelCount;
  private final int presentCount;

  private RegionLevels(int[] level, int levelCount, int presentCount) {
    this.level = level;
    this.levelCount = levelCount;
    this.presentCount = presentCount;
  }

  /** Discretises a region as the texture families do. */
  public static RegionLevels of(FeatureInput input) {
    GreyLevels levels = GreyLevels.of(input);
    RegionIndex index = levels.index();
    int[] byVoxel = new int[input.region().geometry().voxelCount()];
    for (int s = 0; s < index.segmentCount(); s++) {
      for (int i = 0; i < index.length(s); i++) {
        byVoxel[index.sourceStart(s) + i] = levels.array()[index.start(s) + i];
      }
    }
    return new RegionLevels(byVoxel, levels.levelCount(), levels.presentCount());
  }

  /** Level of the image voxel at an array position, 0 outside of the region. */
  public int at(int position) {
    return level[position];
  }

  /** Returns the highest level. */
  public int levelCount() {
    return levelCount;
  }

  /** Returns the number of different levels. */
  public int presentCount() {
    return presentCount;
  }

  /** Makes the families of a kernel's input use these levels; {@code kernel} is in image order. */
  public void seed(FeatureInput input, int[] kernel) {
    RegionIndex index = input.ofRegion(RegionIndex.class, RegionIndex::of);
    int margin = 1;
    for (double distance : input.settings().numbers("distances")) {
      margin = Math.max(margin, (int) distance);
    }
    if (margin > index.margin()) {
      index = RegionIndex.of(input.region(), margin);
    }
    GreyLevels levels = GreyLevels.ofLevels(index, index.valuesOf(kernel), levelCount);
    input.derived(GreyLevels.class, ignored -> levels);
  }
}
