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
 * Laws kernels, image type {@code Laws}: for each comma-separated entry of {@code lawsKernels},
 * such as {@code E5L5S5} (three kernels along x, y, z; two in planes; default L5E5E5), the
 * response, pooled over rotations as {@code rotationPooling} says, or, with {@code
 * lawsEnergyDistance} above 0, its texture energy up to that many voxels away; see {@link
 * SeparableKernels#laws}. Stateless.
 */
public final class LawsFilter implements ImageFilter {

  private static final String DEFAULT_KERNELS = "L5E5E5";

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Laws",
        "Laws kernels (IBSI-2)",
        "1.0.0",
        List.of(
            SettingKey.LAWS_KERNELS,
            SettingKey.LAWS_ENERGY_DISTANCE,
            SettingKey.ROTATION_POOLING,
            SettingKey.FILTER_BOUNDARY),
        "Laws 1980, doi 10.1117/12.959169; IBSI-2 reference manual, arXiv:2006.05470; Whybra 2024,"
            + " doi 10.1148/radiol.231319");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    FilterChoices choices = FilterChoices.of(settings);
    int distance = settings.integer("lawsEnergyDistance", 0);
    String pooled =
        choices.rotations().map(p -> "-" + p.name().toLowerCase(Locale.ROOT)).orElse("");
    for (String entry : settings.text("lawsKernels", DEFAULT_KERNELS).split(",")) {
      String kernels = entry.strip();
      SeparableKernels filter =
          SeparableKernels.laws(
              List.of(kernels.split("(?<=\\G..)")), choices.boundary(), choices.rotations());
      String name = "laws-" + kernels + pooled;
      if (distance > 0) {
        sink.image(name + "-energy-" + distance, filter.energy(image, distance, monitor));
      } else {
        sink.image(name, filter.respond(image, monitor));
      }
    }
  }
}
