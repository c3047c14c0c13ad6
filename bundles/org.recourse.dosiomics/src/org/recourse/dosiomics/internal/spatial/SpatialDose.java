/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.image.IndexBox;

/**
 * A dose on the voxels that the spatial features of a region need. Not changed after construction.
 */
public final class SpatialDose {

  private final SpatialRegion region;
  private final float[] doseGy; // over the box
  private final double[] insideGy; // in the order of the voxels of the region

  private SpatialDose(SpatialRegion region, float[] doseGy) {
    this.region = region;
    this.doseGy = doseGy;
    insideGy = new double[region.voxelCount()];
    for (int i = 0; i < insideGy.length; i++) {
      insideGy[i] = doseGy[region.position(i)];
    }
  }

  /** Takes the part of a dose around the region; the grid is that of the region. */
  public static SpatialDose of(SpatialRegion region, DoseGrid dose) {
    return new SpatialDose(region, cropped(dose, region.box()));
  }

  /** Copies the part of a dose inside a box; x varies fastest. */
  public static float[] cropped(DoseGrid dose, IndexBox box) {
    GridGeometry grid = dose.geometry();
    float[] part = new float[box.sizeX() * box.sizeY() * box.sizeZ()];
    float[] slice = new float[grid.sliceVoxelCount()];
    int to = 0;
    for (int z = box.minZ(); z <= box.maxZ(); z++) {
      dose.copySlice(z, slice);
      for (int y = box.minY(); y <= box.maxY(); y++, to += box.sizeX()) {
        System.arraycopy(slice, y * grid.sizeX() + box.minX(), part, to, box.sizeX());
      }
    }
    return part;
  }

  SpatialRegion region() {
    return region;
  }

  /** Dose at an array position of the box, Gy. */
  double atGy(int position) {
    return doseGy[position];
  }

  /** Dose of a voxel of the region, Gy. */
  double insideGy(int entry) {
    return insideGy[entry];
  }

  /** Doses of the region in rising order, as a copy. */
  double[] sortedGy() {
    double[] sorted = insideGy.clone();
    java.util.Arrays.sort(sorted);
    return sorted;
  }
}
