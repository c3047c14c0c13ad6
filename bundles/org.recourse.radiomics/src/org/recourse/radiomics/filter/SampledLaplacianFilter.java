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
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Sampled Laplacian of Gaussian for each of the widths {@code sigma} in mm, cut off at {@code
 * logCutoff} widths (default 4), image type {@code LoGIBSI}; see {@link SampledLaplacian}. Without
 * {@code sigma} there is no image and a finding says so. Stateless.
 */
public final class SampledLaplacianFilter implements ImageFilter {

  private static final double DEFAULT_CUTOFF = 4;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "LoGIBSI",
        "Laplacian of Gaussian (IBSI-2)",
        "1.0.0",
        List.of(
            SettingKey.SIGMA,
            SettingKey.LOG_CUTOFF,
            SettingKey.FILTER_DIMENSIONS,
            SettingKey.FILTER_BOUNDARY),
        "IBSI-2 reference manual, arXiv:2006.05470; Whybra 2024, doi 10.1148/radiol.231319");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    FilterChoices choices = FilterChoices.of(settings);
    List<Double> sigmas = settings.numbers("sigma");
    if (sigmas.isEmpty()) {
      sink.finding(Finding.warning("LoGIBSI needs sigma; no image was made.", "LoGIBSI"));
    }
    double cutoff = settings.number("logCutoff", DEFAULT_CUTOFF);
    for (double sigmaMm : sigmas) {
      sink.image(
          "logibsi-sigma-" + FilterChoices.inName(sigmaMm) + "-mm" + choices.suffix(),
          new SampledLaplacian(sigmaMm, cutoff, choices.dimensions(), choices.boundary())
              .respond(image, monitor));
    }
  }
}
