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

/** Grey level co-occurrence features of PyRadiomics 3.0.1. Stateless and thread-safe. */
public final class PairFamily implements FeatureFamily {

  /** Names in the order in which {@link PairFeatures} returns the values. */
  static final List<String> NAMES =
      List.of(
          "Autocorrelation",
          "JointAverage",
          "ClusterProminence",
          "ClusterShade",
          "ClusterTendency",
          "Contrast",
          "Correlation",
          "DifferenceAverage",
          "DifferenceEntropy",
          "DifferenceVariance",
          "JointEnergy",
          "JointEntropy",
          "Idm",
          "Idmn",
          "Id",
          "Idn",
          "MCC",
          "Imc1",
          "Imc2",
          "InverseVariance",
          "MaximumProbability",
          "SumAverage",
          "SumEntropy",
          "SumSquares");

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "glcm",
        "Grey level co-occurrence matrix",
        "1.0",
        NAMES,
        Set.of(),
        true,
        List.of(
            SettingKey.BIN_WIDTH,
            SettingKey.BIN_COUNT,
            SettingKey.DISTANCES,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION,
            SettingKey.SYMMETRICAL_GLCM,
            SettingKey.WEIGHTING_NORM),
        "Haralick 1973, doi 10.1109/TSMC.1973.4309314; PyRadiomics 3.0.1, doi"
            + " 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    return input.derived(DirectionFeatures.class, DirectionFeatures::of).pairs(input, monitor);
  }
}
