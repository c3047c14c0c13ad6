/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.BitSet;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Tissue;
import org.recourse.phantom.internal.image.TissuePainting;
import org.recourse.phantom.solid.Solid;

/** Electron density on the dose grid, and which voxels are inside the patient. Immutable. */
final class DensityMap {

  private final GridGeometry geometry;
  private final float[][] densityBySlice;
  private final BitSet[] insideBySlice;

  private DensityMap(GridGeometry geometry, float[][] densityBySlice, BitSet[] insideBySlice) {
    this.geometry = geometry;
    this.densityBySlice = densityBySlice;
    this.insideBySlice = insideBySlice;
  }

  /** Samples the anatomy; the grid must lie along the patient axes. */
  static DensityMap of(
      HeadAnatomy anatomy,
      GridGeometry geometry,
      AffineTransform gridToAnatomy,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    float[][] densityBySlice = new float[geometry.sizeZ()][];
    BitSet[] insideBySlice = new BitSet[geometry.sizeZ()];
    AffineTransform indexToAnatomy = gridToAnatomy.after(geometry.indexToPatient());
    new TissuePainting(anatomy.layers(), executor)
        .paint(
            geometry,
            gridToAnatomy,
            List.of(Tissue::relativeDensity),
            (z, channels) -> {
              densityBySlice[z] = channels[0].clone();
              insideBySlice[z] = inside(anatomy.external(), geometry, indexToAnatomy, z);
            },
            monitor);
    return new DensityMap(geometry, densityBySlice, insideBySlice);
  }

  private static BitSet inside(
      Solid external, GridGeometry geometry, AffineTransform indexToAnatomy, int z) {
    BitSet inside = new BitSet(geometry.sliceVoxelCount());
    for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
      for (int x = 0; x < geometry.sizeX(); x++, i++) {
        Vector3 p = indexToAnatomy.apply(new Vector3(x, y, z));
        if (external.contains(p)) {
          inside.set(i);
        }
      }
    }
    return inside;
  }

  GridGeometry geometry() {
    return geometry;
  }

  boolean isInside(int slice, int indexInSlice) {
    return insideBySlice[slice].get(indexInSlice);
  }

  /** Returns the density of the nearest voxel of a slice; 0 outside the patient or the grid. */
  double at(double xMm, double yMm, int slice) {
    int x = (int) Math.round((xMm - geometry.originMm().x()) / geometry.spacingMm().x());
    int y = (int) Math.round((yMm - geometry.originMm().y()) / geometry.spacingMm().y());
    if (x < 0 || y < 0 || x >= geometry.sizeX() || y >= geometry.sizeY()) {
      return 0;
    }
    int i = y * geometry.sizeX() + x;
    return insideBySlice[slice].get(i) ? densityBySlice[slice][i] : 0;
  }
}
