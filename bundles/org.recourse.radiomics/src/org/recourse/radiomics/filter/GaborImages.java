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
 * Gabor filter, image type {@code Gabor}: {@code gaborSigmaMm} (default 5), {@code
 * gaborWavelengthMm} (2), {@code gaborAspectRatio} (1.5), {@code gaborOrientationStepDegrees} (45),
 * {@code gaborOrthogonalPlanes} (false), {@code gaborCutoff} in widths (7); see {@link
 * GaborFilter}. Pixels that are not square in the planes used are refused. Stateless.
 */
public final class GaborImages implements ImageFilter {

  private static final double DEFAULT_SIGMA_MM = 5;
  private static final double DEFAULT_WAVELENGTH_MM = 2;
  private static final double DEFAULT_ASPECT_RATIO = 1.5;
  private static final double DEFAULT_STEP_DEGREES = 45;
  private static final double DEFAULT_CUTOFF = 7;

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        "Gabor",
        "Gabor filter (IBSI-2)",
        "1.0.0",
        List.of(
            SettingKey.GABOR_SIGMA_MM,
            SettingKey.GABOR_WAVELENGTH_MM,
            SettingKey.GABOR_ASPECT_RATIO,
            SettingKey.GABOR_ORIENTATION_STEP_DEGREES,
            SettingKey.GABOR_ORTHOGONAL_PLANES,
            SettingKey.GABOR_CUTOFF,
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
    double sigmaMm = settings.number("gaborSigmaMm", DEFAULT_SIGMA_MM);
    double wavelengthMm = settings.number("gaborWavelengthMm", DEFAULT_WAVELENGTH_MM);
    boolean planes = settings.flag("gaborOrthogonalPlanes", false);
    var filter =
        new GaborFilter(
            sigmaMm,
            wavelengthMm,
            settings.number("gaborAspectRatio", DEFAULT_ASPECT_RATIO),
            Math.toRadians(settings.number("gaborOrientationStepDegrees", DEFAULT_STEP_DEGREES)),
            planes,
            settings.number("gaborCutoff", DEFAULT_CUTOFF),
            FilterChoices.of(settings).boundary());
    sink.image(
        "gabor-sigma-"
            + FilterChoices.inName(sigmaMm)
            + "-mm-wavelength-"
            + FilterChoices.inName(wavelengthMm)
            + "-mm"
            + (planes ? "-planes" : ""),
        filter.respond(image, monitor));
  }
}
