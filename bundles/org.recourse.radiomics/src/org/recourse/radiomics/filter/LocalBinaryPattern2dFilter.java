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
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Local binary pattern in planes, as PyRadiomics 3.0.1 takes it from scikit-image.
 *
 * <p>Around each pixel {@code lbp2DSamples} points lie on a circle of radius {@code lbp2DRadius}
 * pixels; their bilinear values (0 outside the plane) are compared with the pixel: bit 1 if not
 * smaller. Methods: {@code default} the number with these bits; {@code ror} its smallest rotation;
 * {@code uniform} the count of ones if neighbouring bits change at most twice, else samples + 1;
 * {@code var} the variance of the samples. Source: T. Ojala et al., IEEE TPAMI 24 (2002) 971,
 * doi:10.1109/TPAMI.2002.1017623. Worked example: inside a constant plane all 8 bits are 1, uniform
 * gives 8; {@code var} is not defined there and is set to 0. The planes are those of {@code
 * force2Ddimension}; without {@code force2D} a finding says that planes and features do not match.
 * The result has the sample type of the image. Stateless.
 */
public final class LocalBinaryPattern2dFilter implements ImageFilter {

  private static final int AXES = 3;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "LBP2D",
        "Local binary pattern in planes",
        "1.0.0",
        List.of(
            SettingKey.LBP_2D_RADIUS,
            SettingKey.LBP_2D_SAMPLES,
            SettingKey.LBP_2D_METHOD,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION),
        "Ojala 2002, doi:10.1109/TPAMI.2002.1017623; scikit-image local_binary_pattern");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    if (!settings.flag("force2D", false)) {
      sink.finding(
          Finding.warning(
              "Local binary patterns are taken in planes, but features in 3D (force2D is off).",
              "LBP2D"));
    }
    GridGeometry grid = image.geometry();
    int sliceAxis = AXES - 1 - settings.integer("force2Ddimension", 0);
    var pattern =
        new CirclePattern(
            settings.integer("lbp2DSamples", 8),
            settings.number("lbp2DRadius", 1),
            settings.text("lbp2DMethod", "uniform"));
    int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    int[] stride = {1, grid.sizeX(), grid.sliceVoxelCount()};
    // rows and columns as numpy has them after its axes were swapped
    int rowAxis = sliceAxis == 2 ? 1 : sliceAxis == 1 ? 2 : 1;
    int columnAxis = sliceAxis == 0 ? 2 : 0;
    double[] values = image.toDoubles();
    double[] result = new double[values.length];
    int planes = size[sliceAxis];
    SubMonitor progress = SubMonitor.convert(monitor, "Local binary pattern", planes);
    for (int plane = 0; plane < planes; plane++) {
      progress.checkCanceled();
      pattern.plane(
          values,
          result,
          plane * stride[sliceAxis],
          size[rowAxis],
          stride[rowAxis],
          size[columnAxis],
          stride[columnAxis]);
      progress.worked(1);
    }
    SampleType type = image.type();
    sink.image("lbp-2D", VoxelBlock.cast(grid, type, result));
  }
}
