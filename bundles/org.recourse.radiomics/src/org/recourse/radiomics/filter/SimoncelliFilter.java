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
 * Isotropic wavelet of Simoncelli at {@code level} (default 1), image type {@code Simoncelli}; see
 * {@link SimoncelliWavelet}. Boundaries are periodic. Stateless.
 */
public final class SimoncelliFilter implements ImageFilter {

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Simoncelli",
        "Non-separable wavelet of Simoncelli (IBSI-2)",
        "1.0.0",
        List.of(SettingKey.LEVEL, SettingKey.FILTER_DIMENSIONS),
        "Portilla 2000, doi 10.1023/A:1026553619983; IBSI-2 reference manual, arXiv:2006.05470;"
            + " Whybra 2024, doi 10.1148/radiol.231319");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    int dimensions = FilterChoices.of(settings).dimensions();
    int level = settings.integer("level", 1);
    sink.image(
        "simoncelli-level" + level + "-" + dimensions + "D",
        new SimoncelliWavelet(level, dimensions).respond(image, monitor));
  }
}
