/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.settings.SettingKey;

/** Grey level run length features of PyRadiomics 3.0.1. Stateless and thread-safe. */
public final class RunFamily implements FeatureFamily {

  /** Names in the order of {@link #values}. */
  static final List<String> NAMES =
      List.of(
          "ShortRunEmphasis",
          "LongRunEmphasis",
          "GrayLevelNonUniformity",
          "GrayLevelNonUniformityNormalized",
          "RunLengthNonUniformity",
          "RunLengthNonUniformityNormalized",
          "RunPercentage",
          "GrayLevelVariance",
          "RunVariance",
          "RunEntropy",
          "LowGrayLevelRunEmphasis",
          "HighGrayLevelRunEmphasis",
          "ShortRunLowGrayLevelEmphasis",
          "ShortRunHighGrayLevelEmphasis",
          "LongRunLowGrayLevelEmphasis",
          "LongRunHighGrayLevelEmphasis");

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "glrlm",
        "Grey level run length matrix",
        "1.0",
        NAMES,
        Set.of(),
        true,
        List.of(
            SettingKey.BIN_WIDTH,
            SettingKey.BIN_COUNT,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION,
            SettingKey.WEIGHTING_NORM),
        "Galloway 1975, doi 10.1016/S0146-664X(75)80008-6; PyRadiomics 3.0.1, doi"
            + " 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    return input.derived(DirectionFeatures.class, DirectionFeatures::of).runs(input, monitor);
  }

  static double[] values(LevelSizeFeatures runs) {
    return new double[] {
      runs.smallEmphasis(),
      runs.largeEmphasis(),
      runs.levelNonUniformity(),
      runs.levelNonUniformityNormalised(),
      runs.sizeNonUniformity(),
      runs.sizeNonUniformityNormalised(),
      runs.percentage(runs.sizeSum()),
      runs.levelVariance(),
      runs.sizeVariance(),
      runs.entropy(),
      runs.lowLevelEmphasis(),
      runs.highLevelEmphasis(),
      runs.smallLow(),
      runs.smallHigh(),
      runs.largeLow(),
      runs.largeHigh()
    };
  }
}
