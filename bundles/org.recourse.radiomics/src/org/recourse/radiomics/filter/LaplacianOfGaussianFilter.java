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
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Laplacian of Gaussian with the recursive filters of ITK, one image per {@code sigma} (mm).
 *
 * <p>{@code LoG = σ² Σ_axis (1/spacing²)·∂²G/∂axis²}: for each axis the second derivative along it,
 * then smoothing along the two others in ascending order. Every pass and the running sum are
 * rounded to single precision, as itk::LaplacianRecursiveGaussianImageFilter (ITK 5.2.1) does with
 * {@code NormalizeAcrossScale}. Degenerate cases, as in PyRadiomics: fewer than 4 voxels along an
 * axis, or fewer than {@code ⌈σ/spacing⌉ + 1}, give a finding and no image. Worked example: of a
 * parabola x² (mm²) far from the border, 2σ². Stateless.
 */
public final class LaplacianOfGaussianFilter implements ImageFilter {

  private static final int AXES = 3;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "LoG",
        "Laplacian of Gaussian",
        "1.0.0",
        List.of(SettingKey.SIGMA),
        "Farnebäck and Westin 2006, doi:10.1007/s10851-006-8464-z; ITK 5.2.1");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    List<Double> sigmasMm = settings.numbers("sigma");
    SubMonitor progress =
        SubMonitor.convert(monitor, "Laplacian of Gaussian", AXES * sigmasMm.size());
    for (double sigmaMm : sigmasMm) {
      if (isLargeEnough(image.geometry(), sigmaMm)) {
        // as Python writes the number: 1.0 gives "1-0"
        String name = "log-sigma-" + Double.toString(sigmaMm).replace('.', '-') + "-mm-3D";
        sink.image(name, laplacian(image, sigmaMm, progress));
      } else {
        sink.finding(
            Finding.warning(
                "The image is too small for a Laplacian of Gaussian with sigma "
                    + sigmaMm
                    + " mm (at least 4 voxels and sigma/spacing + 1 voxels along each axis are"
                    + " needed); its features are left out.",
                "LoG"));
        progress.worked(AXES);
      }
    }
  }

  private static boolean isLargeEnough(GridGeometry grid, double sigmaMm) {
    int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    for (int axis = 0; axis < AXES; axis++) {
      double needed = Math.ceil(sigmaMm / spacingMm(grid, axis)) + 1;
      if (size[axis] < RecursiveLines.SHORTEST_LINE || size[axis] < needed) {
        return false;
      }
    }
    return true;
  }

  static VoxelBlock laplacian(VoxelBlock image, double sigmaMm, SubMonitor progress) {
    GridGeometry grid = image.geometry();
    var lines = new RecursiveLines(grid.sizeX(), grid.sizeY(), grid.sizeZ());
    float[] total = new float[grid.voxelCount()];
    for (int axis = 0; axis < AXES; axis++) {
      progress.checkCanceled();
      float[] values = image.toFloats();
      double spacing = spacingMm(grid, axis);
      lines.filter(axis, RecursiveGaussian.secondDerivative(sigmaMm, spacing), values);
      for (int other = 0; other < AXES; other++) {
        if (other != axis) {
          RecursiveGaussian smoothing =
              RecursiveGaussian.smoothing(sigmaMm, spacingMm(grid, other));
          lines.filter(other, smoothing, values);
        }
      }
      double perSpacing2 = 1.0 / (spacing * spacing);
      for (int i = 0; i < total.length; i++) {
        total[i] = (float) (total[i] + values[i] * perSpacing2);
      }
      progress.worked(1);
    }
    return VoxelBlock.ofFloat32(grid, total);
  }

  private static double spacingMm(GridGeometry grid, int axis) {
    return switch (axis) {
      case 0 -> grid.spacingMm().x();
      case 1 -> grid.spacingMm().y();
      default -> grid.spacingMm().z();
    };
  }
}
