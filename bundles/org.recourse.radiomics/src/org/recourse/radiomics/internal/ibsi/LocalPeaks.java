/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Mean intensity in a sphere of 1 cm³ around the brightest voxel (local peak), and the largest such
 * mean around any voxel of the region (global peak). The sphere holds the voxels whose centre is at
 * most 6.2 mm away, also outside the region. Not changed after construction.
 */
public final class LocalPeaks {

  private static final double RADIUS_MM = Math.cbrt(3 / (4 * Math.PI)) * 10;

  private final VoxelBlock image;
  private final Region region;
  private final GridGeometry grid;

  public LocalPeaks(VoxelBlock image, Region region) {
    this.image = image;
    this.region = region;
    grid = image.geometry();
  }

  /** Adds the features under {@code loc_}. */
  public void addTo(FeatureVector.Builder vector) {
    double brightest = Double.NEGATIVE_INFINITY;
    double local = Double.NEGATIVE_INFINITY;
    double global = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < grid.voxelCount(); i++) {
      if (!region.contains(i)) {
        continue;
      }
      double value = image.valueAt(i);
      double mean = mean(i);
      global = Math.max(global, mean);
      if (value > brightest || value == brightest && mean > local) {
        brightest = value;
        local = mean;
      }
    }
    vector.put("loc_peak_loc", local).put("loc_peak_glob", global);
  }

  private double mean(int index) {
    int cx = index % grid.sizeX();
    int cy = index / grid.sizeX() % grid.sizeY();
    int cz = index / grid.sliceVoxelCount();
    double sx = grid.spacingMm().x();
    double sy = grid.spacingMm().y();
    double sz = grid.spacingMm().z();
    int reachZ = (int) (RADIUS_MM / sz);
    int reachY = (int) (RADIUS_MM / sy);
    double sum = 0;
    int count = 0;
    for (int z = Math.max(cz - reachZ, 0); z <= Math.min(cz + reachZ, grid.sizeZ() - 1); z++) {
      double dz = (z - cz) * sz;
      for (int y = Math.max(cy - reachY, 0); y <= Math.min(cy + reachY, grid.sizeY() - 1); y++) {
        double dy = (y - cy) * sy;
        double rest = RADIUS_MM * RADIUS_MM - dz * dz - dy * dy;
        if (rest < 0) {
          continue;
        }
        int reachX = (int) (Math.sqrt(rest) / sx);
        int from = Math.max(cx - reachX, 0);
        int to = Math.min(cx + reachX, grid.sizeX() - 1);
        int row = (z * grid.sizeY() + y) * grid.sizeX();
        for (int x = from; x <= to; x++) {
          sum += image.valueAt(row + x);
        }
        count += to - from + 1;
      }
    }
    return sum / count;
  }
}
