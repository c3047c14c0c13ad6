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

/** Grey level dependence features of PyRadiomics 3.0.1. Stateless and thread-safe. */
public final class DependenceFamily implements FeatureFamily {

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "gldm",
        "Grey level dependence matrix",
        "1.0",
        List.of(
            "SmallDependenceEmphasis",
            "LargeDependenceEmphasis",
            "GrayLevelNonUniformity",
            "DependenceNonUniformity",
            "DependenceNonUniformityNormalized",
            "GrayLevelVariance",
            "DependenceVariance",
            "DependenceEntropy",
            "LowGrayLevelEmphasis",
            "HighGrayLevelEmphasis",
            "SmallDependenceLowGrayLevelEmphasis",
            "SmallDependenceHighGrayLevelEmphasis",
            "LargeDependenceLowGrayLevelEmphasis",
            "LargeDependenceHighGrayLevelEmphasis"),
        Set.of(),
        true,
        List.of(
            SettingKey.BIN_WIDTH,
            SettingKey.BIN_COUNT,
            SettingKey.DISTANCES,
            SettingKey.GLDM_A,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION),
        "Sun 1983, doi 10.1016/0734-189X(83)90032-4; PyRadiomics 3.0.1, doi"
            + " 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    var matrix = new LevelSizeFeatures();
    Neighbourhood.of(input).forEachDependence(matrix);
    return FeatureVector.builder()
        .put("SmallDependenceEmphasis", matrix.smallEmphasis())
        .put("LargeDependenceEmphasis", matrix.largeEmphasis())
        .put("GrayLevelNonUniformity", matrix.levelNonUniformity())
        .put("DependenceNonUniformity", matrix.sizeNonUniformity())
        .put("DependenceNonUniformityNormalized", matrix.sizeNonUniformityNormalised())
        .put("GrayLevelVariance", matrix.levelVariance())
        .put("DependenceVariance", matrix.sizeVariance())
        .put("DependenceEntropy", matrix.entropy())
        .put("LowGrayLevelEmphasis", matrix.lowLevelEmphasis())
        .put("HighGrayLevelEmphasis", matrix.highLevelEmphasis())
        .put("SmallDependenceLowGrayLevelEmphasis", matrix.smallLow())
        .put("SmallDependenceHighGrayLevelEmphasis", matrix.smallHigh())
        .put("LargeDependenceLowGrayLevelEmphasis", matrix.largeLow())
        .put("LargeDependenceHighGrayLevelEmphasis", matrix.largeHigh())
        .build();
  }
}
