/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.multiomics.Eqd2Volumes;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

class NetworkDoseTest {

  /** Training rounds the dose to float before and after. */
  private static final double RELATIVE_FLOAT = 1e-6;

  @Test
  void workedExampleOfTheJavadoc() {
    var dose = new NetworkDose(35);

    assertEquals(70, dose.gy(70), 1e-12);
    assertEquals(8.4, dose.slope(70), 1e-12);
    assertEquals(0, dose.gy(0), 0);
    assertEquals(0, dose.slope(0), 0);
  }

  @ParameterizedTest
  @CsvSource({"40, 20", "62.3, 30", "71, 28", "5, 33"})
  void slopeIsThatOfTheDifference(double doseGy, int fractions) {
    var dose = new NetworkDose(fractions);
    double step = 1e-4;

    double difference = (dose.gy(doseGy + step) - dose.gy(doseGy - step)) / (2 * step);

    assertEquals(difference, dose.slope(doseGy), 1e-6 * Math.max(1e-6, difference));
  }

  @Test
  void givesWhatTheNetworksLearnedFrom() throws IOException {
    var size = new NetworkSize(2, 2, 2);
    float[] doseGy = {0, 10, 48.5f, 60, 62.25f, 66, 70, 75};
    Tensor physical = Tensor.of(size.doseShape(), doseGy);
    var patient = new CohortPatient("p", "A", "", "", Map.of("fractionCount", "31"), Map.of());
    var training =
        new Eqd2Volumes(
            (id, asked) -> Optional.of(physical),
            new CohortTable(List.of(patient)),
            "fractionCount",
            NetworkDose.EXPONENT);

    float[] learned = training.of("p", size).orElseThrow().toArray();
    float[] given = new NetworkDose(31).of(doseGy);

    for (int i = 0; i < given.length; i++) {
      assertEquals(learned[i], given[i], RELATIVE_FLOAT * Math.max(1, learned[i]));
    }
  }

  @Test
  void pullsBackVoxelByVoxel() {
    var dose = new NetworkDose(30);
    float[] doseGy = {60, 66};

    double[] perGy = dose.pulledBack(new double[] {0.5, -2}, doseGy);

    assertArrayEquals(new double[] {0.5 * dose.slope(60), -2 * dose.slope(66)}, perGy, 1e-12);
    assertEquals(2, Arrays.stream(perGy).filter(value -> value != 0).count());
  }

  @Test
  void refusesNoFractions() {
    assertThrows(IllegalArgumentException.class, () -> new NetworkDose(0));
  }
}
