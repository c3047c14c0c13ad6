/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * N4 correction of the slowly varying intensity bias of MR images (N. Tustison et al., IEEE TMI 29
 * (2010) 1310, doi:10.1109/TMI.2010.2046908), with the parameters and the convergence rule of
 * itk::N4BiasFieldCorrectionImageFilter (ITK 5.2.1).
 *
 * <p>Each iteration sharpens the histogram of {@code log(image) − field} in the region, fits a
 * cubic B-spline to what the sharpening changed and adds it to the field. ITK visits 64 control
 * points per voxel; because the voxels lie on a grid, the sums of the fit and the field itself
 * factorise and are taken axis by axis here, with 4 operations per voxel. ITK computes in single
 * precision, this class in double, so the fields agree to about 10⁻³, not to the last bit.
 *
 * <p>Degenerate cases: an empty region, or one with a single intensity, has the field 1. Voxels of
 * the region with values ≤ 0 enter with their value instead of its logarithm, as in ITK. The result
 * does not depend on the number of threads. Stateless and thread-safe.
 */
public final class BiasFieldCorrection {

  private final SliceExecutor executor;

  public BiasFieldCorrection(SliceExecutor executor) {
    this.executor = executor;
  }

  /**
   * Corrects an image.
   *
   * @param region voxels from which the field is estimated; the whole image is corrected
   */
  public BiasFieldResult correct(
      VoxelBlock image, Region region, BiasFieldParameters parameters, IProgressMonitor monitor) {
    GridGeometry grid = image.geometry();
    if (!grid.equals(region.geometry())) {
      throw new IllegalArgumentException(
          "image and region differ: " + grid + ", " + region.geometry());
    }
    int most = parameters.iterations().stream().mapToInt(Integer::intValue).sum();
    SubMonitor progress = SubMonitor.convert(monitor, "Bias-field correction", most + 1);
    int points = parameters.controlPoints();
    var lattice =
        new SplineLattice(
            new SplineAxis(grid.sizeX(), points),
            new SplineAxis(grid.sizeY(), points),
            new SplineAxis(grid.sizeZ(), points));
    var levels = new ArrayList<BiasFieldResult.Level>();
    var estimate = new BiasFieldEstimate(image, region, parameters, executor);
    for (int level = 0; level < parameters.iterations().size(); level++) {
      lattice = level == 0 ? lattice : lattice.refined();
      SubMonitor part = progress.split(parameters.iterations().get(level));
      levels.add(estimate.fit(lattice, parameters.iterations().get(level), part));
    }
    return result(image, lattice, levels, progress.split(1));
  }

  private BiasFieldResult result(
      VoxelBlock image,
      SplineLattice lattice,
      List<BiasFieldResult.Level> levels,
      SubMonitor progress) {
    GridGeometry grid = image.geometry();
    float[] field = new float[grid.voxelCount()];
    float[] corrected = new float[grid.voxelCount()];
    executor.forEachSlice(
        grid.sizeZ(),
        progress,
        z -> {
          int sizeX = grid.sizeX();
          double[] plane = new double[lattice.planeSize()];
          double[] curve = new double[lattice.x.controlPointCount];
          double[] row = new double[sizeX];
          lattice.planeOf(z, plane);
          for (int y = 0; y < grid.sizeY(); y++) {
            lattice.rowOf(plane, y, curve);
            lattice.curve(curve, 0, sizeX, row, 0);
            int from = grid.indexOf(0, y, z);
            for (int x = 0; x < sizeX; x++) {
              field[from + x] = (float) row[x];
              corrected[from + x] = (float) (image.valueAt(from + x) / Math.exp(row[x]));
            }
          }
        });
    return new BiasFieldResult(
        VoxelBlock.ofFloat32(grid, corrected), VoxelBlock.ofFloat32(grid, field), levels);
  }
}
