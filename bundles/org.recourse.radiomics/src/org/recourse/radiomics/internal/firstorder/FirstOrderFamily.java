/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.firstorder;

import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.internal.texture.HistogramFeatures;
import org.recourse.radiomics.internal.texture.RegionValues;
import org.recourse.radiomics.settings.SettingKey;

/**
 * First order features of PyRadiomics 3.0.1. Kurtosis is not reduced by 3; skewness and kurtosis of
 * a flat region are 0. Worked example: {@code FirstOrderFamilyTest}. Stateless and thread-safe.
 */
public final class FirstOrderFamily implements FeatureFamily {

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "firstorder",
        "First order statistics",
        "1.0",
        List.of(
            "Energy",
            "TotalEnergy",
            "Entropy",
            "Minimum",
            "10Percentile",
            "90Percentile",
            "Maximum",
            "Mean",
            "Median",
            "InterquartileRange",
            "Range",
            "MeanAbsoluteDeviation",
            "RobustMeanAbsoluteDeviation",
            "RootMeanSquared",
            "Skewness",
            "Kurtosis",
            "Variance",
            "Uniformity"),
        Set.of("StandardDeviation"),
        true,
        List.of(SettingKey.VOXEL_ARRAY_SHIFT, SettingKey.BIN_WIDTH, SettingKey.BIN_COUNT),
        "PyRadiomics 3.0.1, doi 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    double[] values = RegionValues.of(input).values();
    var moments = new Moments(values, input.settings().number("voxelArrayShift", 0));
    var ranks = new OrderStatistics(values, moments.minimum(), moments.maximum());
    double p10 = ranks.percentile(10);
    double p90 = ranks.percentile(90);
    HistogramFeatures histogram = HistogramFeatures.of(input);
    FeatureVector.Builder vector =
        FeatureVector.builder()
            .put("Energy", moments.energy())
            .put("TotalEnergy", moments.energy() * input.image().geometry().voxelVolumeMm3())
            .put("Entropy", histogram.entropy())
            .put("Minimum", moments.minimum())
            .put("10Percentile", p10)
            .put("90Percentile", p90)
            .put("Maximum", moments.maximum())
            .put("Mean", moments.mean())
            .put("Median", ranks.percentile(50))
            .put("InterquartileRange", ranks.percentile(75) - ranks.percentile(25))
            .put("Range", moments.maximum() - moments.minimum())
            .put("MeanAbsoluteDeviation", moments.meanAbsoluteDeviation())
            .put(
                "RobustMeanAbsoluteDeviation",
                moments.robustMeanAbsoluteDeviation(p10, p90),
                Reason.DIVISION_BY_ZERO)
            .put("RootMeanSquared", Math.sqrt(moments.energy() / values.length))
            .put("Skewness", moments.skewness())
            .put("Kurtosis", moments.kurtosis())
            .put("Variance", moments.variance())
            .put("Uniformity", histogram.uniformity());
    if (input.asksFor("StandardDeviation")) {
      vector.put("StandardDeviation", Math.sqrt(moments.variance()));
    }
    return vector.build();
  }
}
