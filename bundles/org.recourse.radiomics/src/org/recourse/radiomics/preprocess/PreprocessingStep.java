/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.Vector3;

/** One step of a preprocessing pipeline. Immutable; its text is what the record shows. */
public sealed interface PreprocessingStep {

  /** N4 bias-field correction, estimated in the region of the correction or in the whole image. */
  record CorrectBiasField(BiasFieldParameters parameters, Extent extent)
      implements PreprocessingStep {}

  /** Mean 0 and standard deviation 1, times a scale; outliers are clipped before. */
  record ZScore(Extent extent, double scale, Optional<Double> outliers)
      implements PreprocessingStep {

    OptionalDouble limit() {
      return outliers.isPresent() ? OptionalDouble.of(outliers.get()) : OptionalDouble.empty();
    }
  }

  /** White-stripe normalisation. */
  record NormaliseWhiteStripe(WhiteStripe stripe, Extent extent) implements PreprocessingStep {}

  /** Standard histogram. */
  record StandardiseHistogram(HistogramStandard standard, Extent extent)
      implements PreprocessingStep {}

  /** Resampling on the grid of PyRadiomics around the region; regions by nearest voxel. */
  record Resample(Vector3 spacingMm, Interpolation interpolation, int padDistance)
      implements PreprocessingStep {}

  /** Growing (positive) or shrinking (negative) of the region. */
  record Margin(double marginMm) implements PreprocessingStep {}

  /** The voxels from which a step takes its statistics. */
  enum Extent {
    /** All voxels of the image. */
    IMAGE,
    /** The voxels of the region. */
    REGION,
    /** The voxels brighter than the mean of the image: the body against the air around it. */
    ABOVE_MEAN
  }
}
