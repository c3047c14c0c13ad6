/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.spline.BSplineCoefficients;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Local binary pattern on a sphere of {@code lbp3DIcosphereRadius} voxels, as in PyRadiomics 3.0.1:
 * one image per level of spherical harmonics ({@code lbp-3D-m1}, …) and the kurtosis of the samples
 * ({@code lbp-3D-k}). Only voxels of the region are computed; the others are 0.
 *
 * <p>Source: J. Banerjee et al., ACCV 2012 Workshops, doi:10.1007/978-3-642-37410-4_3. Samples are
 * cubic B-spline values (0 outside the image, whole numbers for images of whole numbers). Worked
 * example: where no sample is smaller than the voxel, m1 is 42·√42/(4π) = 21.66 with 42 samples.
 * The kurtosis of equal samples is −3, as in SciPy of that time. Stateless.
 */
public final class LocalBinaryPattern3dFilter implements ImageFilter {

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "LBP3D",
        "Local binary pattern on a sphere",
        "1.0.0",
        List.of(
            SettingKey.LBP_3D_LEVELS,
            SettingKey.LBP_3D_ICOSPHERE_RADIUS,
            SettingKey.LBP_3D_ICOSPHERE_SUBDIVISION),
        "Banerjee 2013, doi:10.1007/978-3-642-37410-4_3");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    if (settings.flag("force2D", false)) {
      sink.finding(
          Finding.warning(
              "Local binary patterns are taken in 3D, but features in planes (force2D is on).",
              "LBP3D"));
    }
    GridGeometry grid = image.geometry();
    int levels = settings.integer("lbp3DLevels", 2);
    SubMonitor progress = SubMonitor.convert(monitor, "Local binary pattern in 3D", grid.sizeZ());
    double[] coefficients = image.toDoubles();
    BSplineCoefficients.replace(coefficients, grid);
    var pattern =
        new SpherePattern(
            coefficients,
            grid,
            new Icosphere(
                settings.integer("lbp3DIcosphereSubdivision", 1),
                settings.number("lbp3DIcosphereRadius", 1)),
            levels,
            image.type() == SampleType.INTEGER);
    double[][] results = new double[levels + 1][grid.voxelCount()];
    for (int z = 0; z < grid.sizeZ(); z++) {
      progress.checkCanceled();
      for (int y = 0; y < grid.sizeY(); y++) {
        for (int x = 0; x < grid.sizeX(); x++) {
          int i = grid.indexOf(x, y, z);
          if (region.contains(i)) {
            pattern.at(x, y, z, image.valueAt(i));
            for (int level = 0; level < levels; level++) {
              results[level][i] = pattern.norm(level);
            }
            results[levels][i] = pattern.kurtosis();
          }
        }
      }
      progress.worked(1);
    }
    for (int level = 0; level < levels; level++) {
      sink.image("lbp-3D-m" + (level + 1), VoxelBlock.ofFloat64(grid, results[level]));
    }
    sink.image("lbp-3D-k", VoxelBlock.ofFloat64(grid, results[levels]));
  }
}
