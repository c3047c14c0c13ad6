/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.preprocess.ImageAndRegion;
import org.recourse.radiomics.preprocess.ImageResampler;
import org.recourse.radiomics.preprocess.Interpolation;
import org.recourse.radiomics.preprocess.Normalisation;
import org.recourse.radiomics.preprocess.ResamplingGrid;
import org.recourse.radiomics.settings.Settings;

/**
 * The steps of PyRadiomics 3.0.1 before the features: normalise the whole image, then resample the
 * surroundings of the region, or only crop to them. Stateless and thread-safe.
 */
public final class Preparation {

  private static final int DEFAULT_PAD_DISTANCE = 5;
  private static final int AXES = 3;

  private final SliceExecutor executor;

  public Preparation(SliceExecutor executor) {
    this.executor = executor;
  }

  /** Applies the steps that the settings ask for; the region must not be empty. */
  public ImageAndRegion apply(ImageAndRegion source, Settings settings, SubMonitor progress) {
    VoxelBlock image = source.image();
    if (settings.flag("normalize", false)) {
      OptionalDouble outliers =
          settings.number("removeOutliers").stream().mapToDouble(Double::doubleValue).findFirst();
      image = Normalisation.ofWholeImage(image, settings.number("normalizeScale", 1), outliers);
    }
    GridGeometry grid = image.geometry();
    IndexBox box = source.region().box().orElseThrow();
    int padding = settings.integer("padDistance", DEFAULT_PAD_DISTANCE);
    List<Double> spacing = settings.numbers("resampledPixelSpacing");
    if (spacing.isEmpty()) {
      return settings.flag("preCrop", false)
          ? crop(image, source, box.grownWithin(grid, padding))
          : new ImageAndRegion(image, source.region());
    }
    if (spacing.size() != AXES) {
      throw new IllegalArgumentException("resampledPixelSpacing needs 3 values: " + spacing);
    }
    var spacingMm = new Vector3(spacing.get(0), spacing.get(1), spacing.get(2));
    if (ResamplingGrid.effectiveSpacingMm(grid, box, spacingMm).equals(grid.spacingMm())) {
      return crop(image, source, box.grownWithin(grid, padding));
    }
    GridGeometry target = ResamplingGrid.cornerAligned(grid, box, spacingMm, padding);
    var resampler = new ImageResampler(executor);
    Interpolation interpolation =
        Interpolation.named(settings.text("interpolator", Interpolation.BSPLINE.parameterName()));
    return new ImageAndRegion(
        resampler.resample(image, target, interpolation, progress),
        resampler.resample(source.region(), target, progress));
  }

  private static ImageAndRegion crop(VoxelBlock image, ImageAndRegion source, IndexBox box) {
    return new ImageAndRegion(image.crop(box), source.region().crop(box));
  }
}
