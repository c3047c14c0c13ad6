/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.spline.BSplineCoefficients;

/**
 * Resamples an image and a region on another grid as itk::ResampleImageFilter (ITK 5.2.1) does: the
 * continuous index runs linearly along each row between the mapped ends of the row, positions more
 * than half a voxel outside the image give 0, and the result has the sample type of the image, so
 * that whole numbers are <em>truncated</em>, not rounded. Regions are taken from the nearest voxel.
 * Stateless and thread-safe; the result does not depend on the number of threads.
 *
 * <p>Memory: one double per voxel of the image for the B-spline, and the new image.
 */
public final class ImageResampler {

  private final SliceExecutor executor;

  public ImageResampler(SliceExecutor executor) {
    this.executor = executor;
  }

  /** Returns {@code image} on {@code target}. */
  public VoxelBlock resample(
      VoxelBlock image,
      GridGeometry target,
      Interpolation interpolation,
      IProgressMonitor monitor) {
    double[] values = resample(image.toDoubles(), image.geometry(), target, interpolation, monitor);
    return VoxelBlock.cast(target, image.type(), values);
  }

  /**
   * Returns {@code image} on {@code target} without truncation of whole numbers, as IBSI asks
   * before it rounds.
   */
  public VoxelBlock resampleReal(
      VoxelBlock image,
      GridGeometry target,
      Interpolation interpolation,
      IProgressMonitor monitor) {
    double[] values = resample(image.toDoubles(), image.geometry(), target, interpolation, monitor);
    return VoxelBlock.cast(target, SampleType.FLOAT64, values);
  }

  /** Returns {@code region} on {@code target}, each voxel from the nearest one. */
  public Region resample(Region region, GridGeometry target, IProgressMonitor monitor) {
    return resample(region, target, Interpolation.NEAREST, 0.5, monitor);
  }

  /**
   * Returns the voxels of {@code target} at which the interpolated region reaches {@code
   * threshold}; IBSI uses linear interpolation and 0.5.
   */
  public Region resample(
      Region region,
      GridGeometry target,
      Interpolation interpolation,
      double threshold,
      IProgressMonitor monitor) {
    byte[] bytes = region.toBytes();
    double[] values = new double[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i];
    }
    double[] resampled = resample(values, region.geometry(), target, interpolation, monitor);
    byte[] inside = new byte[resampled.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (resampled[i] >= threshold ? 1 : 0);
    }
    return Region.of(target, inside);
  }

  private double[] resample(
      double[] values,
      GridGeometry source,
      GridGeometry target,
      Interpolation interpolation,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Resampling", 2);
    if (interpolation == Interpolation.BSPLINE) {
      BSplineCoefficients.replace(values, source);
    }
    progress.worked(1);
    double[] resampled = new double[target.voxelCount()];
    executor.forEachSlice(
        target.sizeZ(),
        progress,
        z -> new SliceResampling(values, source, target, interpolation).slice(z, resampled));
    progress.worked(1);
    return resampled;
  }
}
