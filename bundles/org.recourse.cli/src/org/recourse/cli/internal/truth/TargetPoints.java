/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

/**
 * Voxels of a target on a grid, in a posterior and an anterior half. Immutable.
 *
 * @param geometry the grid
 * @param posterior positions of the posterior half
 * @param anterior positions of the anterior half
 * @param centreMm middle of the target
 */
record TargetPoints(GridGeometry geometry, int[] posterior, int[] anterior, Vector3 centreMm) {

  static TargetPoints of(ContourSet target, GridGeometry geometry, SliceExecutor executor) {
    Mask mask = ContourRasteriser.rasterise(target, geometry, executor, new NullProgressMonitor());
    IntStream.Builder all = IntStream.builder();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      int offset = z * geometry.sliceVoxelCount();
      slice.stream().forEach(i -> all.add(offset + i));
    }
    int[] positions = all.build().toArray();
    if (positions.length == 0) {
      throw new IllegalArgumentException("the target holds no voxel of the grid");
    }
    Vector3 sum = Vector3.ZERO;
    for (int position : positions) {
      sum = sum.plus(geometry.centreMm(position));
    }
    Vector3 centre = sum.times(1.0 / positions.length);
    return new TargetPoints(
        geometry,
        IntStream.of(positions).filter(p -> geometry.centreMm(p).y() >= centre.y()).toArray(),
        IntStream.of(positions).filter(p -> geometry.centreMm(p).y() < centre.y()).toArray(),
        centre);
  }
}
