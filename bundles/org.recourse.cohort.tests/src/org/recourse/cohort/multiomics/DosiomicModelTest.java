/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.TrainingCase;
import org.recourse.learning.pipeline.TrainingSet;

class DosiomicModelTest {

  private static final NetworkSize SIZE = new NetworkSize(4, 6, 2);
  private static final double ROUNDING = 1e-6; // doses are 32-bit

  /** Rows y 0 to 5 of x 0 and z 0 have 60 Gy in front and 30 Gy behind; the rest is outside. */
  private static Tensor halves() {
    float[] gy = new float[SIZE.doseShape().valueCount()];
    for (int y = 0; y < 6; y++) {
      gy[y * 4] = y < 2 ? 60 : 30;
    }
    return Tensor.of(SIZE.doseShape(), gy);
  }

  /**
   * In 30 fractions 60 Gy stay 60 Gy EQD2 and 30 Gy become 30 (1 + 3) / 5 = 24 Gy. Slabs of two
   * rows are uniform, so their power mean is the dose; over all it is ((2 · 60¹² + 4 · 24¹²) /
   * 6)^(1/12).
   */
  @Test
  void figuresFollowTheClosedForm() {
    var model = new DosiomicModel(DoseVolumes.NONE, SIZE, "fractionCount");

    double all =
        Math.log((2 * Math.pow(30, 12) + 4 * Math.pow(12, 12)) / 6) / 12; // in units of 2 Gy
    assertArrayEquals(
        new double[] {Math.log(30), Math.log(12), Math.log(12), all, Math.log(6)},
        model.figures(halves(), 30),
        ROUNDING);
    assertThrows(
        IllegalArgumentException.class,
        () -> model.figures(Tensor.filled(SIZE.doseShape(), 0), 30));
  }

  @Test
  void volumesBecomeEqd2WithRaisedContrast() throws IOException {
    var patient = new CohortPatient("p", "A", "", "", Map.of("fractionCount", "30"), Map.of());
    var table = new CohortTable(List.of(patient));
    DoseVolumes physical = (id, size) -> Optional.of(halves());

    Tensor plain = new Eqd2Volumes(physical, table, "fractionCount", 1).of("p", SIZE).orElseThrow();
    Tensor raised =
        new Eqd2Volumes(physical, table, "fractionCount", 2).of("p", SIZE).orElseThrow();

    assertEquals(60, plain.at(0), 1e-4);
    assertEquals(24, plain.at(4 * 4), 1e-4);
    assertEquals(0, plain.at(1), 0);
    assertEquals(24.0 * 24 / 70, raised.at(4 * 4), 1e-4);
  }

  /**
   * x is ±1 for two patients, event and not: by symmetry no intercept, and the gradient of the mean
   * log-likelihood less the penalty, 1/(1 + e^β) − λ β, is 0.
   */
  @Test
  void ridgeStandsWhereItsGradientIsZero() throws Exception {
    var set =
        new TrainingSet(List.of("x"), new double[][] {{1}, {-1}}, new boolean[] {true, false});

    double beta = new RidgeLogistic(0.1).fit(set, 0).score(new double[] {1});

    assertEquals(0, 1 / (1 + Math.exp(beta)) - 0.1 * beta, 1e-6);
  }

  @Test
  void augmentationMovesAndMirrors() {
    Tensor moved = DoseAugmentation.moved(halves(), SIZE, true, new int[] {0, 1, 0});

    assertEquals(0, moved.at(3), 0); // the first row comes in from outside
    assertEquals(60, moved.at(4 + 3), 0); // mirrored: x 0 is x 3
    assertEquals(30, moved.at(3 * 4 + 3), 0);
    var one = new TrainingCase("p", Optional.of(halves()), new double[32], true);
    assertEquals(3, new DoseAugmentation(3, 1, 5).applied(List.of(one), SIZE).size());
  }
}
