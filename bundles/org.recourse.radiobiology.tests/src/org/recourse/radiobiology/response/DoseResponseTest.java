/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked values of the reference page "clinical numbers", sections 4.5 and 4.7. */
class DoseResponseTest {

  /** The page gives five decimals. */
  private static final double HALF_A_DIGIT = 0.0000051;

  @ParameterizedTest(name = "{0} Gy: {1}")
  @CsvSource({
    "65, 0.00652",
    "70, 0.01415",
    "80, 0.05332",
    "90, 0.15058",
    "100, 0.32478",
    "107.84, 0.5",
    "120, 0.75952"
  })
  void lymanOfTheTemporalLobe(double doseGy, double probability) {
    assertEquals(probability, new LymanNtcp(107.84, 0.16).probability(doseGy), HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "{0} Gy: {1} % per Gy")
  @CsvSource({"80, 0.629", "90, 1.355", "100, 2.085", "107.84, 2.312"})
  void slopeOfLyman(double doseGy, double percentPerGy) {
    assertEquals(percentPerGy, 100 * new LymanNtcp(107.84, 0.16).slopePerGy(doseGy), 0.00051);
  }

  /** Parameters of Burman as recalled; they test the formula and judge nobody. */
  @ParameterizedTest(name = "TD50 {0} Gy, m {1}: {2} Gy give {3}")
  @CsvSource({
    "65,   0.14,  54, 0.11337",
    "65,   0.14,  60, 0.29135",
    "66.5, 0.175, 45, 0.03234",
    "66.5, 0.175, 50, 0.07812",
    "60,   0.15,  50, 0.13326",
    "60,   0.15,  54, 0.25249"
  })
  void lymanOfOtherOrgans(double td50Gy, double m, double doseGy, double probability) {
    assertEquals(probability, new LymanNtcp(td50Gy, m).probability(doseGy), HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "{0} Gy: {1}")
  @CsvSource({
    "80, 0.09788",
    "90, 0.15057",
    "100, 0.22455",
    "110, 0.32115",
    "65.26, 0.05",
    "125.25, 0.5"
  })
  void logisticOfTheTemporalLobe(double doseGy, double probability) {
    var guan = new LogisticDoseResponse(65.26, 125.25);
    assertEquals(0.04908, guan.steepnessPerGy(), HALF_A_DIGIT);
    assertEquals(probability, guan.probability(doseGy), HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "{0} Gy: {1}")
  @CsvSource({"65, 0.07507", "70, 0.18047"})
  void logisticOfFirstCourses(double doseGy, double probability) {
    var primary = new LogisticDoseResponse(62.83, 77.58);
    assertEquals(0.19962, primary.steepnessPerGy(), HALF_A_DIGIT);
    assertEquals(probability, primary.probability(doseGy), HALF_A_DIGIT);
  }

  @Test
  void slopesAreDerivatives() {
    double stepGy = 1e-4;
    var lyman = new LymanNtcp(107.84, 0.16);
    var logistic = new LogisticDoseResponse(65.26, 125.25);

    assertEquals(
        (lyman.probability(95 + stepGy) - lyman.probability(95 - stepGy)) / (2 * stepGy),
        lyman.slopePerGy(95),
        1e-9);
    assertEquals(
        (logistic.probability(95 + stepGy) - logistic.probability(95 - stepGy)) / (2 * stepGy),
        logistic.slopePerGy(95),
        1e-9);
  }

  /** BED at alpha/beta 10 Gy of 70/35, 60/27 and 65/54. */
  @ParameterizedTest(name = "alpha {0} /Gy: {1}, {2}, {3}")
  @CsvSource({"0.3, 0.999886, 0.997214, 0.996755", "0.25, 0.992446, 0.896617, 0.883429"})
  void poissonControl(double alphaPerGy, double first, double second, double third) {
    var model = new PoissonTcp(1e7, alphaPerGy);
    double sixDecimals = 0.0000011; // 0.896617 of the page is 0.8966160: last digit

    assertEquals(first, model.probability(84), sixDecimals);
    assertEquals(second, model.probability(60 * (1 + 60 / 27.0 / 10)), sixDecimals);
    assertEquals(third, model.probability(65 * (1 + 65 / 54.0 / 10)), sixDecimals);
  }

  @Test
  void degenerateCases() {
    assertEquals(StandardNormal.cumulative(-1 / 0.16), new LymanNtcp(107.84, 0.16).probability(0));
    assertEquals(0, new PoissonTcp(1e7, 0.3).probability(0), 1e-300);
    assertThrows(IllegalArgumentException.class, () -> new LymanNtcp(0, 0.16));
    assertThrows(IllegalArgumentException.class, () -> new LymanNtcp(107, 0));
    assertThrows(IllegalArgumentException.class, () -> new LogisticDoseResponse(80, 80));
    assertThrows(IllegalArgumentException.class, () -> new PoissonTcp(0, 0.3));
    assertThrows(
        IllegalArgumentException.class, () -> new LymanNtcp(107.84, 0.16).probability(Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LogisticDoseResponse(65.26, 125.25).probability(-1));
  }

  /** Simpson's rule on the density from 0 is the oracle. */
  @ParameterizedTest
  @CsvSource({"0.1", "1", "2.5", "4", "6.9"})
  void theNormalDistributionIsTheIntegralOfItsDensity(double t) {
    int steps = 2000;
    double h = t / steps;
    double sum = StandardNormal.density(0) + StandardNormal.density(t);
    for (int i = 1; i < steps; i++) {
      sum += StandardNormal.density(i * h) * (i % 2 == 0 ? 2 : 4);
    }
    assertEquals(0.5 + sum * h / 3, StandardNormal.cumulative(t), 1e-12);
    assertEquals(0.5 - sum * h / 3, StandardNormal.cumulative(-t), 1e-12);
  }

  @Test
  void theTailOfTheNormalDistribution() {
    // 1 - Phi(8) and 1 - Phi(10), Abramowitz and Stegun 26.2.14
    double relative = 1e-7; // the continued fraction is cut after four terms
    assertEquals(
        6.22096057427178e-16, StandardNormal.cumulative(-8), 6.22096057427178e-16 * relative);
    assertEquals(
        7.61985302416053e-24, StandardNormal.cumulative(-10), 7.61985302416053e-24 * relative);
    assertEquals(0, StandardNormal.cumulative(-40));
    assertEquals(1, StandardNormal.cumulative(40));
  }
}
