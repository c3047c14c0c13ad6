/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

class ObjectiveTest {

  static Stream<Objective> objectives() {
    return Stream.of(
        new SquaredDeviation(60),
        new SquaredOverdose(45),
        new SquaredUnderdose(57),
        new MeanDose(),
        new GeneralisedEquivalentDose(8, 30),
        new Conformity(50),
        new DoseVolume(40, 0.3, DoseVolume.Bound.AT_MOST),
        new DoseVolume(65, 0.95, DoseVolume.Bound.AT_LEAST));
  }

  /** Central differences; random doses keep away from the kinks. */
  @ParameterizedTest
  @MethodSource("objectives")
  void theDerivativeIsThatOfTheValue(Objective objective) {
    double[] dose = new Random(3).doubles(40, 20, 70).toArray();
    double[] derivative = new double[dose.length];
    objective.value(dose, 2, derivative);
    double step = 1e-4;
    for (int i = 0; i < dose.length; i++) {
      double kept = dose[i];
      dose[i] = kept + step;
      double above = objective.value(dose, 1, new double[dose.length]);
      dose[i] = kept - step;
      double below = objective.value(dose, 1, new double[dose.length]);
      dose[i] = kept;
      // a histogram point moves with the voxel that defines it: its derivative leaves that out
      double tolerance = objective instanceof DoseVolume ? 30 : 1e-5;
      assertEquals(2 * (above - below) / (2 * step), derivative[i], tolerance, "voxel " + i);
    }
  }

  @Test
  void valuesByHand() {
    double[] dose = {10, 20, 30, 40};
    double[] none = new double[4];
    assertEquals((225 + 25 + 25 + 225) / 4.0, new SquaredDeviation(25).value(dose, 1, none));
    assertEquals(225 / 4.0, new SquaredOverdose(25).value(new double[] {10, 20, 25, 40}, 1, none));
    assertEquals((225 + 25) / 4.0, new SquaredUnderdose(25).value(dose, 1, none));
    assertEquals(25, new MeanDose().value(dose, 1, none));
    // half is above 20 Gy, a quarter may be: the voxel with 30 Gy is pressed down
    assertEquals(
        100 / 4.0,
        new DoseVolume(20, 0.25, DoseVolume.Bound.AT_MOST)
            .value(new double[] {10, 15, 30, 40}, 1, none));
  }

  /** One of two voxels has the prescribed dose, the other none: half of a half. */
  @Test
  void conformityCountsVolumeOutsideTheTarget() {
    assertEquals(25, new Conformity(60).value(new double[] {60, 0}, 1, new double[2]), 1e-9);
    assertEquals(50, new Conformity(60).value(new double[] {90, 0}, 1, new double[2]), 1e-4);
    assertEquals(0, new Conformity(60).value(new double[] {40, 0}, 1, new double[2]), 1e-4);
  }

  /** With exponent 1 the generalised dose is the mean. */
  @Test
  void exponentOneIsTheMean() {
    double[] dose = {10, 20, 30, 40};
    assertEquals(25.0, new GeneralisedEquivalentDose(1, 20).value(dose, 1, new double[4]), 1e-12);
  }

  /** 60 Gy in 20 fractions is 72 Gy EQD2 at 3 Gy; on 40 Gy of a previous course 112 Gy. */
  @Test
  void equieffectiveDoseByHand() {
    double[] dose = {60};
    double[] slope = new double[1];
    new DoseModel.Cumulative(new AlphaBetaRatio(3), 20, new double[] {40}).convert(dose, slope);
    assertEquals(112, dose[0], 1e-12);
    assertEquals((2 * 60 / 20.0 + 3) / 5, slope[0], 1e-12);
  }
}
