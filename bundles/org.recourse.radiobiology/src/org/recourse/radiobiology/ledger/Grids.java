/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** Sums and multiples of grids of one geometry. Stateless. */
final class Grids {

  private Grids() {}

  static DoseGrid scaled(
      DoseGrid grid, double factor, SliceExecutor executor, IProgressMonitor monitor) {
    if (factor == 1) {
      return grid;
    }
    DoseGrid.Builder scaled = DoseGrid.builder(grid.geometry());
    int voxels = grid.geometry().sliceVoxelCount();
    executor.forEachSlice(
        grid.geometry().sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          grid.copySlice(z, slice);
          for (int i = 0; i < voxels; i++) {
            slice[i] = (float) (factor * slice[i]);
          }
          scaled.slice(z, slice);
        });
    return scaled.build();
  }

  static DoseGrid sum(List<DoseGrid> grids, SliceExecutor executor, IProgressMonitor monitor) {
    if (grids.size() == 1) {
      return grids.getFirst();
    }
    GridGeometry geometry = grids.getFirst().geometry();
    DoseGrid.Builder sum = DoseGrid.builder(geometry);
    int voxels = geometry.sliceVoxelCount();
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] total = new float[voxels];
          float[] slice = new float[voxels];
          for (DoseGrid grid : grids) {
            grid.copySlice(z, slice);
            for (int i = 0; i < voxels; i++) {
              total[i] += slice[i];
            }
          }
          sum.slice(z, total);
        });
    return sum.build();
  }
}
