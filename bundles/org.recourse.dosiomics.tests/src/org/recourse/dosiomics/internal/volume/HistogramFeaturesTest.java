/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.dosiomics.DosePhantoms;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

class HistogramFeaturesTest {

  /** The histogram has bins of 0.01 Gy. */
  private static final double TOLERANCE_GY = 0.01;

  private static FeatureVector of(double... doseGy) {
    DoseGrid dose = DosePhantoms.row(10, doseGy);
    GridGeometry grid = dose.geometry();
    var all = new java.util.BitSet();
    all.set(0, doseGy.length);
    Mask mask = Mask.builder(grid).slice(0, all).build();
    Optional<Dvh> dvh = StructureSampling.ofMask(mask, grid, new NullProgressMonitor()).dvh(dose);
    FeatureVector.Builder vector = FeatureVector.builder();
    HistogramFeatures.addTo(vector, dvh, mask.volumeCm3(), DosiomicsSettings.DEFAULT);
    return vector.build();
  }

  @Test
  void workedExampleOfTheJavadoc() {
    FeatureVector vector = of(20, 60);

    assertEquals(2, vector.number("dvh_VolumeCm3").getAsDouble(), 1e-12);
    assertEquals(40, vector.number("dvh_MeanGy").getAsDouble(), TOLERANCE_GY);
    assertEquals(80, vector.number("dvh_IntegralDoseGyCm3").getAsDouble(), TOLERANCE_GY);
    assertEquals(50, vector.number("dvh_V50GyPercent").getAsDouble(), 1e-9);
    assertEquals(20, vector.number("dvh_StandardDeviationGy").getAsDouble(), TOLERANCE_GY);
    assertEquals(55.0213, vector.number("dvh_GeudA8Gy").getAsDouble(), TOLERANCE_GY);
    assertEquals(21.4354, vector.number("dvh_GeudAMinus10Gy").getAsDouble(), TOLERANCE_GY);
    assertEquals(60, vector.number("dvh_D2PercentGy").getAsDouble(), TOLERANCE_GY);
    assertEquals(60, vector.number("dvh_D0_03Cm3Gy").getAsDouble(), TOLERANCE_GY);
  }

  @Test
  void aPartLargerThanTheRegionIsNotDefined() {
    assertEquals(
        new FeatureValue.Undefined(Reason.REGION_TOO_SMALL),
        of(30).find("dvh_D2Cm3Gy").orElseThrow());
  }

  @Test
  void withoutDoseTheHomogeneityIsNotDefined() {
    FeatureVector vector = of(0, 0);

    assertEquals(0, vector.number("dvh_MeanGy").getAsDouble());
    assertEquals(
        new FeatureValue.Undefined(Reason.DIVISION_BY_ZERO),
        vector.find("dvh_HomogeneityD5OverD95").orElseThrow());
  }

  @Test
  void outsideOfTheDoseGridOnlyTheVolumeIsKnown() {
    FeatureVector.Builder builder = FeatureVector.builder();
    HistogramFeatures.addTo(builder, Optional.empty(), 5, DosiomicsSettings.DEFAULT);
    FeatureVector vector = builder.build();

    assertEquals(5, vector.number("dvh_VolumeCm3").getAsDouble());
    vector
        .asMap()
        .forEach(
            (name, value) -> {
              if (!name.equals("dvh_VolumeCm3")) {
                assertEquals(new FeatureValue.Undefined(Reason.EMPTY_REGION), value, name);
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "D95%, D95PercentGy",
    "D0.03cc, D0_03Cm3Gy",
    "V20Gy[%], V20GyPercent",
    "V20Gy[cc], V20GyCm3",
    "Dmean, MeanGy",
    "MOH5%, MOH5PercentGy",
    "DC0.1cc, DC0_1Cm3Gy",
    "CV5Gy[cc], CV5GyCm3"
  })
  void namesCarryTheUnit(String metric, String name) {
    assertEquals(name, HistogramFeatures.name(DoseMetric.parse(metric)));
  }

  @Test
  void everyFeatureHasItsDefinitionAtItsPlace() {
    List<String> defined =
        HistogramFeatures.definitions(DosiomicsSettings.DEFAULT).stream()
            .map(DoseFeature::name)
            .toList();

    assertEquals(defined, List.copyOf(of(20, 60).names()));
  }
}
