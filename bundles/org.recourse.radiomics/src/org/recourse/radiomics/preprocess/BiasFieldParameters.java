/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.List;

/**
 * Parameters of the N4 bias-field correction, with the meaning and defaults of
 * itk::N4BiasFieldCorrectionImageFilter as SimpleITK offers it. The spline is cubic. Immutable.
 *
 * @param iterations largest number of iterations of each fitting level; the mesh is refined by two
 *     from level to level
 * @param convergenceThreshold coefficient of variation of the change of the field below which a
 *     level ends
 * @param histogramBins bins of the log intensities
 * @param biasFieldFullWidthAtHalfMaximum width of the Gaussian that is deconvolved, in log
 *     intensity
 * @param wienerNoise noise term of the deconvolution
 * @param controlPoints control points along each axis at the first level, at least 4
 */
public record BiasFieldParameters(
    List<Integer> iterations,
    double convergenceThreshold,
    int histogramBins,
    double biasFieldFullWidthAtHalfMaximum,
    double wienerNoise,
    int controlPoints) {

  public BiasFieldParameters {
    iterations = List.copyOf(iterations);
    if (iterations.isEmpty() || iterations.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("every level needs at least one iteration: " + iterations);
    }
    if (!(convergenceThreshold >= 0)) {
      throw new IllegalArgumentException(
          "convergenceThreshold must be >= 0: " + convergenceThreshold);
    }
    if (histogramBins < 2) {
      throw new IllegalArgumentException("histogramBins must be >= 2: " + histogramBins);
    }
    if (!(biasFieldFullWidthAtHalfMaximum > 0)) {
      throw new IllegalArgumentException(
          "biasFieldFullWidthAtHalfMaximum must be > 0: " + biasFieldFullWidthAtHalfMaximum);
    }
    if (!(wienerNoise > 0)) {
      throw new IllegalArgumentException("wienerNoise must be > 0: " + wienerNoise);
    }
    if (controlPoints < SplineAxis.SUPPORT) {
      throw new IllegalArgumentException("controlPoints must be >= 4: " + controlPoints);
    }
  }

  /** Four levels of 50 iterations, threshold 0.001, 200 bins, width 0.15, noise 0.01, 4 points. */
  public static BiasFieldParameters defaults() {
    return new BiasFieldParameters(List.of(50, 50, 50, 50), 0.001, 200, 0.15, 0.01, 4);
  }
}
