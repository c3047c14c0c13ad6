/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventCountDistributionTest {

  private static final double ROUNDING = 1e-14;

  @Test
  void workedExampleOfTheJavadoc() {
    var distribution = EventCountDistribution.of(new double[] {0.5, 0.2});

    assertEquals(0.4, distribution.probabilityFraction(0), ROUNDING);
    assertEquals(0.5, distribution.probabilityFraction(1), ROUNDING);
    assertEquals(0.1, distribution.probabilityFraction(2), ROUNDING);
    assertEquals(0, distribution.quantile(0.3));
    assertEquals(1, distribution.quantile(0.5));
    assertEquals(2, distribution.quantile(0.95));
  }

  @Test
  void equalProbabilitiesGiveTheBinomialDistribution() {
    double[] p = new double[12];
    Arrays.fill(p, 0.3);
    var distribution = EventCountDistribution.of(p);

    double binomial = 1; // 12 over k
    for (int k = 0; k <= 12; k++) {
      double expected = binomial * Math.pow(0.3, k) * Math.pow(0.7, 12 - k);
      assertEquals(expected, distribution.probabilityFraction(k), ROUNDING);
      binomial = binomial * (12 - k) / (k + 1);
    }
  }

  @Test
  void withoutPatientsThereIsNoEvent() {
    var distribution = EventCountDistribution.of(new double[0]);

    assertEquals(1, distribution.probabilityFraction(0), 0);
    assertEquals(0, distribution.quantile(0.999));
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThrows(
        IllegalArgumentException.class, () -> EventCountDistribution.of(new double[] {Double.NaN}));
    assertThrows(
        IllegalArgumentException.class, () -> EventCountDistribution.of(new double[] {1.01}));
  }
}
