/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Laplacian of Gaussian of IBSI-2: the sampled kernel {@code −(√(2π)·σ)^−D·σ^−2·(D −
 * ‖k‖²/σ²)·exp(−‖k‖²/(2σ²))} in voxels, cut off at {@code ⌊cutoff·σ + ½⌋} voxels. The kernel is the
 * sum over the axes of (second derivative along it) times (Gaussian along the others), so it is
 * applied axis by axis. With different spacings σ differs from axis to axis.
 *
 * <p>Source: IBSI-2 reference manual, arXiv:2006.05470, section 3.2. Not the recursive filter of
 * PyRadiomics ({@link LaplacianOfGaussianFilter}). Worked example: a voxel of 1 in a volume of
 * zeros gives {@code −3/((2π)^1.5·σ^5)} at its place. Immutable and thread-safe.
 *
 * @param sigmaMm width of the Gaussian
 * @param cutoff reach of the kernel in σ; IBSI uses 4
 * @param dimensions 2 for planes, 3
 * @param boundary how the image continues
 */
public record SampledLaplacian(
    double sigmaMm, double cutoff, int dimensions, BoundaryCondition boundary) {

  public SampledLaplacian {
    if (!(sigmaMm > 0 && cutoff > 0)) {
      throw new IllegalArgumentException(
          "sigma and cutoff must be > 0: " + sigmaMm + ", " + cutoff);
    }
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions must be 2 or 3: " + dimensions);
    }
  }

  /** Returns the response, in double precision, on the geometry of the image. */
  public VoxelBlock respond(VoxelBlock image, IProgressMonitor monitor) {
    GridGeometry grid = image.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Laplacian of Gaussian", dimensions);
    double[] spacing = {grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()};
    double[] total = new double[grid.voxelCount()];
    for (int curved = 0; curved < dimensions; curved++) {
      progress.checkCanceled();
      double[] response = image.toDoubles();
      for (int axis = 0; axis < dimensions; axis++) {
        double[] kernel = kernel(sigmaMm / spacing[axis], axis == curved);
        response = AxisConvolution.along(axis, response, grid, kernel, boundary);
      }
      for (int i = 0; i < total.length; i++) {
        total[i] += response[i];
      }
      progress.worked(1);
    }
    return VoxelBlock.ofFloat64(grid, total);
  }

  private double[] kernel(double sigma, boolean secondDerivative) {
    int reach = (int) Math.floor(cutoff * sigma + 0.5);
    double[] kernel = new double[2 * reach + 1];
    double variance = sigma * sigma;
    for (int i = 0; i < kernel.length; i++) {
      double k2 = (double) (i - reach) * (i - reach);
      double gaussian = Math.exp(-k2 / (2 * variance)) / (Math.sqrt(2 * Math.PI) * sigma);
      kernel[i] = secondDerivative ? gaussian * (k2 / variance - 1) / variance : gaussian;
    }
    return kernel;
  }
}
