/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseMetricTest {

  /** 4 cm³ of which 1, 2 and 1 cm³ lie evenly spread between 10, 20, 30 and 40 Gy. */
  private static Dvh steps() {
    double[] cumulative = new double[4001];
    for (int i = 0; i < cumulative.length; i++) {
      double dose = i * Dvh.BIN_GY;
      cumulative[i] =
          dose < 10
              ? 4
              : dose < 20
                  ? 4 - (dose - 10) / 10
                  : dose < 30 ? 3 - (dose - 20) / 5 : (40 - dose) / 10;
    }
    return new Dvh(
        8, Optional.empty(), 25, 10, 40, 0, cumulative, new HalfSamples(25.02, 11, 39, cumulative));
  }

  @ParameterizedTest(name = "{0} = {1} {2}")
  @CsvSource({
    "D75%,       20,   GY",
    "D50%,       25,   GY",
    "D100%,      10,   GY",
    "D1cc,       30,   GY",
    "d 0.5 CM3,  35,   GY",
    "V20Gy[%],   75,   PERCENT",
    "v20gy[cc],  3,    CM3",
    "V45Gy[cc],  0,    CM3",
    "V0Gy[%],    100,  PERCENT",
    "Dmean,      25,   GY",
    "Dmax,       40,   GY",
    "DMIN,       10,   GY",
    "D50%[Gy],   25,   GY",
    "MOH25%,     35,   GY", // 30 to 40 Gy evenly
    "MOH3cc,     28.333333, GY", // (2 cc of 25 Gy + 1 cc of 35 Gy) / 3
    "MOC25%,     15,   GY",
    "MOH100%,    25,   GY",
    "MOC4cc,     25,   GY",
    "CV20Gy[%],  25,   PERCENT",
    "cv20gy[cm3], 1,   CM3",
    "DC1cc,      20,   GY",
    "DC25%,      20,   GY"
  })
  void readsTheHistogram(String text, double expected, MetricValue.Unit unit) {
    DoseMetric metric = DoseMetric.parse(text);

    var value = assertInstanceOf(MetricValue.Defined.class, metric.evaluate(steps()));

    assertEquals(expected, value.value(), 1e-5);
    assertEquals(unit, value.unit());
    assertEquals(unit, metric.unit());
    assertEquals(metric, DoseMetric.parse(metric.text()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "D95      | needs % or cc",
        "D95Gy    | needs % or cc",
        "D95%[cc] | always in Gy",
        "D0%      | above 0 %",
        "D101%    | at most 100 %",
        "V20Gy    | in which unit",
        "V20[%]   | needs Gy",
        "V95%     | needs a prescription",
        "V-5Gy[%] | expected D95%",
        "Dose     | expected D95%",
        "MOH      | expected D95%",
        "MOH5     | needs % or cc",
        "MOC120%  | at most 100 %",
        "CV20Gy   | in which unit",
        "DC0cc    | above 0",
        "''       | expected D95%"
      })
  void refusesWithASentence(String text, String reason) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> DoseMetric.parse(text));

    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getMessage().contains('"' + text + '"'), refusal.getMessage());
  }

  @Test
  void aDoseInPercentRefersToThePrescription() {
    assertEquals(new DoseMetric.VolumePercentAtDose(19), DoseMetric.parse("V95%[%]", 20));
    assertEquals(DoseMetric.parse("D95%"), DoseMetric.parse("D95%", 20));
    assertThrows(IllegalArgumentException.class, () -> DoseMetric.parse("V95%[%]", 0));
  }

  @ParameterizedTest(name = "{0}: error {1} by {2}")
  @CsvSource({
    "D50%,      0.005,   HALF_BIN",
    "MOH5%,     0.005,   HALF_BIN",
    "Dmean,     0.02,    HALF_OF_SAMPLES",
    "Dmax,      1,       EXTREME_OF_HALF",
    "Dmin,      1,       EXTREME_OF_HALF",
    "DC100%,    1,       EXTREME_OF_HALF",
    "V20Gy[cc], 0.001,   HALF_OF_SAMPLES", // half a bin of 0.2 cc/Gy
    "V25Gy[%],  0.025,   HALF_OF_SAMPLES",
    "CV50Gy[%], 0,       HALF_OF_SAMPLES"
  })
  void saysHowSureItIs(String text, double error, NumericalError.Method method) {
    DoseMetric metric = DoseMetric.parse(text);

    NumericalError found = metric.error(steps()).orElseThrow();

    assertEquals(error, found.value(), 1e-6);
    assertEquals(metric.unit(), found.unit());
    assertEquals(method, found.method());
    assertTrue(DoseMetric.parse("D5cc").error(steps()).isEmpty());
  }

  @Test
  void aVolumeLargerThanTheStructureIsNotDefined() {
    var value = DoseMetric.parse("D5cc").evaluate(steps());

    assertTrue(assertInstanceOf(MetricValue.Undefined.class, value).reason().contains("4.00 cc"));
    assertThrows(IllegalArgumentException.class, () -> steps().doseAtVolumeCm3Gy(5));
  }

  @Test
  void theCurveRunsFromTheCoveredVolumeToZero() {
    Dvh dvh = steps();

    assertEquals(4, dvh.coveredVolumeCm3());
    assertEquals(0.5, dvh.coveredFraction());
    assertEquals(40, dvh.curveDoseGy()[4000], 1e-9);
    assertEquals(0, dvh.curveVolumeCm3()[4000], 1e-9);
    assertEquals(Dvh.BIN_GY / 2, dvh.doseErrorGy(50), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> dvh.doseAtVolumePercentGy(101));
  }
}
