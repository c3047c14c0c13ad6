/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.isodose;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.Resampler;
import org.recourse.grid.volume.DoseGrid;

/** Difference of two doses, voxel by voxel. Stateless. */
public final class DoseDifference {

  private DoseDifference() {}

  /**
   * Returns {@code second − first} on the geometry of the first, Gy; negative where the first is
   * higher. A second dose on another grid is interpolated trilinearly and counts as 0 Gy outside of
   * it.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static DoseGrid of(
      DoseGrid first, DoseGrid second, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Dose difference", 2);
    GridGeometry geometry = first.geometry();
    DoseGrid other =
        second.geometry().equals(geometry)
            ? second
            : Resampler.resample(
                second, geometry, AffineTransform.IDENTITY, executor, progress.split(1));
    DoseGrid.Builder difference = DoseGrid.builder(geometry);
    executor.forEachSlice(
        geometry.sizeZ(),
        progress,
        z -> {
          float[] from = new float[geometry.sliceVoxelCount()];
          float[] slice = new float[from.length];
          first.copySlice(z, from);
          other.copySlice(z, slice);
          for (int i = 0; i < slice.length; i++) {
            slice[i] -= from[i];
          }
          difference.slice(z, slice);
        });
    progress.done();
    return difference.build();
  }
}
