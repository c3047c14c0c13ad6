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
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Undecimated separable wavelet with spread filters, image type {@code WaveletIBSI}: for each
 * comma-separated entry of {@code waveletBands}, such as {@code LLH} (default HHH; two letters in
 * planes), of the family {@code wavelet} (default coif1) at {@code level} (default 1), pooled over
 * rotations as {@code rotationPooling} says; see {@link SeparableKernels#wavelet}. Stateless.
 */
public final class SeparableWaveletFilter implements ImageFilter {

  private static final String DEFAULT_BAND = "HHH";

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "WaveletIBSI",
        "Separable wavelet (IBSI-2)",
        "1.0.0",
        List.of(
            SettingKey.WAVELET,
            SettingKey.WAVELET_BANDS,
            SettingKey.LEVEL,
            SettingKey.ROTATION_POOLING,
            SettingKey.FILTER_BOUNDARY),
        "Nason 1995, doi 10.1007/978-1-4612-2544-7_17; IBSI-2 reference manual, arXiv:2006.05470;"
            + " Whybra 2024, doi 10.1148/radiol.231319");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    FilterChoices choices = FilterChoices.of(settings);
    int level = settings.integer("level", 1);
    String family = settings.text("wavelet", "coif1");
    String pooled =
        choices.rotations().map(p -> "-" + p.name().toLowerCase(Locale.ROOT)).orElse("");
    for (String entry : settings.text("waveletBands", DEFAULT_BAND).split(",")) {
      String band = entry.strip();
      sink.image(
          "waveletibsi-" + family + "-" + band + "-level" + level + pooled,
          SeparableKernels.wavelet(family, band, level, choices.boundary(), choices.rotations())
              .respond(image, monitor));
    }
  }
}
