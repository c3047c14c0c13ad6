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
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Riesz transform of the Simoncelli wavelet, image type {@code Riesz}: {@code rieszOrder} along x,
 * y and z (default 1, 0, 0) at {@code level} (default 1). With {@code rieszSteeringSigmaMm} the
 * transform is steered to the strongest local orientation instead, with the sum of the orders; see
 * {@link SimoncelliWavelet} and {@link SteeredRiesz}. Boundaries are periodic. Stateless.
 */
public final class RieszFilter implements ImageFilter {

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Riesz",
        "Riesz transform of the Simoncelli wavelet (IBSI-2)",
        "1.0.0",
        List.of(
            SettingKey.LEVEL,
            SettingKey.RIESZ_ORDER,
            SettingKey.RIESZ_STEERING_SIGMA_MM,
            SettingKey.FILTER_DIMENSIONS),
        "Unser 2010, doi 10.1109/TIP.2009.2038832; IBSI-2 reference manual, arXiv:2006.05470;"
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
    List<Double> given = settings.numbers("rieszOrder");
    int[] order = {given.isEmpty() ? 1 : 0, 0, 0};
    if (given.size() > order.length) {
      throw new IllegalArgumentException("rieszOrder has more than three values: " + given);
    }
    for (int i = 0; i < given.size(); i++) {
      order[i] = given.get(i).intValue();
    }
    String name = "riesz-" + order[0] + "-" + order[1] + "-" + order[2] + "-level" + level;
    Optional<Double> sigmaMm = settings.number("rieszSteeringSigmaMm");
    if (sigmaMm.isPresent()) {
      int sum = order[0] + order[1] + order[2];
      sink.image(
          "riesz-steered-"
              + sum
              + "-sigma-"
              + FilterChoices.inName(sigmaMm.get())
              + "-mm-level"
              + level
              + "-"
              + dimensions
              + "D",
          new SteeredRiesz(level, sum, sigmaMm.get(), dimensions).respond(image, monitor));
      return;
    }
    sink.image(
        name + "-" + dimensions + "D",
        new SimoncelliWavelet(level, order[0], order[1], order[2], dimensions)
            .respond(image, monitor));
  }
}
