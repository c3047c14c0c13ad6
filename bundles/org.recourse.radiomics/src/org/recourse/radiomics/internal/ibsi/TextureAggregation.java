/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.internal.texture.ConsensusTexture;
import org.recourse.radiomics.internal.texture.Direction;
import org.recourse.radiomics.internal.texture.GreyLevels;
import org.recourse.radiomics.internal.texture.RegionIndex;

/**
 * Texture features with the ways of IBSI to merge slices and directions: 2D is the mean over
 * slices, 2.5D merges the matrices of all slices, 3D uses all directions; {@code avg} is the mean
 * over directions, {@code comb} merges them. Not changed after construction.
 */
public final class TextureAggregation {

  private static final List<Direction> IN_PLANE = Direction.ofDistances(List.of(1), 0);

  private final Region region;
  private final Region morphological;
  private final int[] levels;
  private final int levelCount;

  /**
   * Takes levels in the order of the region's voxels.
   *
   * @param morphological region from whose border zone distances are counted
   */
  public TextureAggregation(Region region, Region morphological, int[] levels, int levelCount) {
    this.region = region;
    this.morphological = morphological;
    this.levels = levels;
    this.levelCount = levelCount;
  }

  /** Adds the 3D features. */
  public void addVolume(FeatureVector.Builder vector, SubMonitor progress) {
    add(vector, whole(Direction.neighbours(), BorderDistance.inVolume(morphological)), "3D");
    progress.done();
  }

  /** Adds the 2.5D features. */
  public void addMergedSlices(FeatureVector.Builder vector, SubMonitor progress) {
    add(vector, whole(IN_PLANE, BorderDistance.inSlices(morphological)), "2_5D");
    progress.done();
  }

  private Map<String, Double> whole(List<Direction> directions, int[] distance) {
    RegionIndex index = RegionIndex.of(region);
    GreyLevels grey = GreyLevels.ofLevels(index, levels, levelCount);
    return new ConsensusTexture(grey, directions, index.valuesOf(distance)).features();
  }

  /** Adds the 2D features: means over the slices that hold voxels. */
  public void addSlices(FeatureVector.Builder vector, SubMonitor progress) {
    GridGeometry grid = region.geometry();
    int[] distance = BorderDistance.inSlices(morphological);
    var sum = new LinkedHashMap<String, double[]>(); // sum and count
    int from = 0;
    progress.setWorkRemaining(grid.sizeZ());
    for (int z = 0; z < grid.sizeZ(); z++) {
      progress.checkCanceled();
      var box = new IndexBox(0, 0, z, grid.sizeX() - 1, grid.sizeY() - 1, z);
      Region slice = region.crop(box);
      int voxels = slice.voxelCount();
      if (voxels > 0) {
        RegionIndex index = RegionIndex.of(slice);
        int offset = z * grid.sliceVoxelCount();
        int[] sliceDistance = Arrays.copyOfRange(distance, offset, offset + grid.sliceVoxelCount());
        GreyLevels grey =
            GreyLevels.ofLevels(index, Arrays.copyOfRange(levels, from, from + voxels), levelCount);
        new ConsensusTexture(grey, IN_PLANE, index.valuesOf(sliceDistance))
            .features()
            .forEach((name, value) -> addFinite(sum, name, value));
        from += voxels;
      }
      progress.worked(1);
    }
    var mean = new LinkedHashMap<String, Double>();
    sum.forEach((name, parts) -> mean.put(name, parts[0] / parts[1]));
    add(vector, mean, "2D");
  }

  private static void addFinite(Map<String, double[]> sum, String name, double value) {
    double[] parts = sum.computeIfAbsent(name, key -> new double[2]);
    if (Double.isFinite(value)) {
      parts[0] += value;
      parts[1]++;
    }
  }

  private static void add(
      FeatureVector.Builder vector, Map<String, Double> features, String suffix) {
    features.forEach(
        (name, value) -> {
          String full =
              name.endsWith("_avg") || name.endsWith("_comb")
                  ? name.substring(0, name.lastIndexOf('_'))
                      + "_"
                      + suffix
                      + name.substring(name.lastIndexOf('_'))
                  : name + "_" + suffix;
          vector.put(full, value, Reason.NO_NEIGHBOURS);
        });
  }
}
