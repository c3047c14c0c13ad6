/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.resample;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * Carries a grid to another geometry, and so from one frame of reference to another. Trilinear
 * interpolation at the voxel centres of the target. The result does not depend on the number of
 * threads.
 */
public final class Resampler {

  private Resampler() {}

  /**
   * Resamples a dose. Outside of the source grid, which reaches half a voxel beyond its outermost
   * voxel centres, the dose is taken as 0 Gy; a caller who must tell "no dose" from "not known"
   * compares the two geometries first.
   *
   * @param source dose in its own frame of reference
   * @param target geometry of the result
   * @param targetToSource patient position in the target's frame to that in the source's frame
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static DoseGrid resample(
      DoseGrid source,
      GridGeometry target,
      AffineTransform targetToSource,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Resampling dose", 1);
    var sampler = TrilinearSampler.of(source);
    AffineTransform step = indexToIndex(source.geometry(), target, targetToSource);
    DoseGrid.Builder resampled = DoseGrid.builder(target);
    executor.forEachSlice(
        target.sizeZ(),
        progress,
        z -> resampled.slice(z, sampledSlice(sampler, target, step, z, 0)));
    progress.done();
    return resampled.build();
  }

  /** Resamples an image; {@code outside} is the intensity beyond the source grid. */
  public static ImageVolume resample(
      ImageVolume source,
      GridGeometry target,
      AffineTransform targetToSource,
      float outside,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Resampling image", 1);
    var sampler = TrilinearSampler.of(source);
    AffineTransform step = indexToIndex(source.geometry(), target, targetToSource);
    ImageVolume.Builder resampled = ImageVolume.builder(target);
    executor.forEachSlice(
        target.sizeZ(),
        progress,
        z -> resampled.slice(z, sampledSlice(sampler, target, step, z, outside)));
    progress.done();
    return resampled.build();
  }

  private static AffineTransform indexToIndex(
      GridGeometry source, GridGeometry target, AffineTransform targetToSource) {
    return source.patientToIndex().after(targetToSource).after(target.indexToPatient());
  }

  private static float[] sampledSlice(
      TrilinearSampler sampler,
      GridGeometry target,
      AffineTransform targetIndexToSourceIndex,
      int z,
      double outside) {
    double[] m = targetIndexToSourceIndex.toMatrix4x4();
    float[] slice = new float[target.sliceVoxelCount()];
    int i = 0;
    for (int y = 0; y < target.sizeY(); y++) {
      double rowX = m[1] * y + m[2] * z + m[3];
      double rowY = m[5] * y + m[6] * z + m[7];
      double rowZ = m[9] * y + m[10] * z + m[11];
      for (int x = 0; x < target.sizeX(); x++, i++) {
        slice[i] =
            (float) sampler.indexedOr(m[0] * x + rowX, m[4] * x + rowY, m[8] * x + rowZ, outside);
      }
    }
    return slice;
  }
}
