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
import org.recourse.radiomics.settings.Settings;

/** Grey level size zone features of PyRadiomics 3.0.1. Stateless and thread-safe. */
public final class ZoneFamily implements FeatureFamily {

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "glszm",
        "Grey level size zone matrix",
        "1.0",
        List.of(
            "SmallAreaEmphasis",
            "LargeAreaEmphasis",
            "GrayLevelNonUniformity",
            "GrayLevelNonUniformityNormalized",
            "SizeZoneNonUniformity",
            "SizeZoneNonUniformityNormalized",
            "ZonePercentage",
            "GrayLevelVariance",
            "ZoneVariance",
            "ZoneEntropy",
            "LowGrayLevelZoneEmphasis",
            "HighGrayLevelZoneEmphasis",
            "SmallAreaLowGrayLevelEmphasis",
            "SmallAreaHighGrayLevelEmphasis",
            "LargeAreaLowGrayLevelEmphasis",
            "LargeAreaHighGrayLevelEmphasis"),
        Set.of(),
        true,
        List.of(
            SettingKey.BIN_WIDTH,
            SettingKey.BIN_COUNT,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION),
        "Thibault 2014, doi 10.1109/TBME.2013.2284600; PyRadiomics 3.0.1, doi"
            + " 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    Settings settings = input.settings();
    EqualNeighbours neighbours = EqualNeighbours.of(input);
    Zones zones =
        settings.flag("force2D", false)
            ? Zones.of(
                neighbours,
                Direction.ofDistances(List.of(1), settings.integer("force2Ddimension", 0)))
            : Zones.of(neighbours);
    var matrix = new LevelSizeFeatures();
    zones.forEachZone(matrix);
    return FeatureVector.builder()
        .put("SmallAreaEmphasis", matrix.smallEmphasis())
        .put("LargeAreaEmphasis", matrix.largeEmphasis())
        .put("GrayLevelNonUniformity", matrix.levelNonUniformity())
        .put("GrayLevelNonUniformityNormalized", matrix.levelNonUniformityNormalised())
        .put("SizeZoneNonUniformity", matrix.sizeNonUniformity())
        .put("SizeZoneNonUniformityNormalized", matrix.sizeNonUniformityNormalised())
        .put("ZonePercentage", matrix.percentage(matrix.sizeSum()))
        .put("GrayLevelVariance", matrix.levelVariance())
        .put("ZoneVariance", matrix.sizeVariance())
        .put("ZoneEntropy", matrix.entropy())
        .put("LowGrayLevelZoneEmphasis", matrix.lowLevelEmphasis())
        .put("HighGrayLevelZoneEmphasis", matrix.highLevelEmphasis())
        .put("SmallAreaLowGrayLevelEmphasis", matrix.smallLow())
        .put("SmallAreaHighGrayLevelEmphasis", matrix.smallHigh())
        .put("LargeAreaLowGrayLevelEmphasis", matrix.largeLow())
        .put("LargeAreaHighGrayLevelEmphasis", matrix.largeHigh())
        .build();
  }
}
