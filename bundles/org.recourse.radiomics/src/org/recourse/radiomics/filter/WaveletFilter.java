/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Stationary (undecimated) wavelet decomposition as PyRadiomics 3.0.1 takes it from PyWavelets.
 *
 * <p>Each level convolves along x, y and z with the low- (L) or high-pass (H) filter, {@code out[i]
 * = Σ_j f[j]·in[i + F/2 − j]}, periodic at the ends; the first letter of a name is x. Odd sizes are
 * padded by one voxel that repeats the first one ("wrap") and cropped afterwards. A further level
 * starts from the approximation with the same filters, not with spread ones. With {@code force2D}
 * the axis {@code force2Ddimension} (0 is z) is left out and names have two letters. The
 * approximation of the last level comes last.
 *
 * <p>The sums run in single precision for single precision images and in double precision
 * otherwise. Source: G. Nason, B. Silverman, The stationary wavelet transform, 1995,
 * doi:10.1007/978-1-4612-2544-7_17. Degenerate case: a constant image c has LLL = 2^(3/2)·c and
 * zero in every other band. Stateless.
 */
public final class WaveletFilter implements ImageFilter {

  private static final int AXES = 3;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Wavelet",
        "Stationary wavelet",
        "1.0.0",
        List.of(
            SettingKey.WAVELET,
            SettingKey.LEVEL,
            SettingKey.START_LEVEL,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION),
        "Nason and Silverman 1995, doi:10.1007/978-1-4612-2544-7_17; PyWavelets swtn");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    WaveletFilters filters = WaveletFilters.named(settings.text("wavelet", "coif1"));
    int startLevel = settings.integer("start_level", 0);
    int levels = settings.integer("level", 1);
    List<Integer> axes = axes(settings);
    SubMonitor progress =
        SubMonitor.convert(monitor, "Wavelet", (startLevel + levels) << axes.size());
    var bands = new WaveletBands(image, filters, axes, progress);
    for (int level = 0; level < startLevel; level++) {
      bands.toApproximation();
    }
    String prefix = "wavelet";
    for (int level = 1; level <= levels; level++) {
      prefix = level == 1 ? "wavelet-" : "wavelet" + level + "-";
      String levelPrefix = prefix;
      bands.toNextLevel((letters, block) -> sink.image(levelPrefix + letters, block));
    }
    sink.image(prefix + "L".repeat(axes.size()), bands.approximation());
  }

  /** Axes in the order of the letters: x, y, z without the one that force2D leaves out. */
  private static List<Integer> axes(Settings settings) {
    var axes = new ArrayList<Integer>(List.of(0, 1, 2));
    if (settings.flag("force2D", false)) {
      // force2Ddimension counts as in the numpy array: 0 is z
      axes.remove(Integer.valueOf(AXES - 1 - settings.integer("force2Ddimension", 0)));
    }
    return axes;
  }

  /** Returns the grid with odd sizes made even. */
  static GridGeometry evenSized(GridGeometry grid) {
    return new GridGeometry(
        grid.sizeX() + grid.sizeX() % 2,
        grid.sizeY() + grid.sizeY() % 2,
        grid.sizeZ() + grid.sizeZ() % 2,
        grid.originMm(),
        grid.spacingMm(),
        grid.axes());
  }

  /** Returns the type of the sub-bands of an image. */
  static SampleType typeOfBands(SampleType image) {
    return image == SampleType.FLOAT32 ? SampleType.FLOAT32 : SampleType.FLOAT64;
  }
}
