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
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Mean over a cube or square of {@code meanSupport} voxels (default 15), image type {@code
 * MeanIBSI}; see {@link SeparableKernels#mean}. Stateless.
 */
public final class MeanFilter implements ImageFilter {

  private static final int DEFAULT_SUPPORT = 15;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "MeanIBSI",
        "Mean filter (IBSI-2)",
        "1.0.0",
        List.of(SettingKey.MEAN_SUPPORT, SettingKey.FILTER_DIMENSIONS, SettingKey.FILTER_BOUNDARY),
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
    int support = settings.integer("meanSupport", DEFAULT_SUPPORT);
    sink.image(
        "mean-" + support + choices.suffix(),
        SeparableKernels.mean(support, choices.dimensions(), choices.boundary())
            .respond(image, monitor));
  }
}
