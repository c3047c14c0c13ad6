/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ReferencePatients;
import org.recourse.learning.sample.ScoredOutcomes;

class CalibrationTest {

  /** Agreement with R's glm, absolute. */
  private static final double TOLERANCE = 1e-6;

  private static final ScoredOutcomes REFERENCE =
      new ScoredOutcomes(ReferencePatients.probability(), ReferencePatients.event());

  @Test
  void agreesWithGlm() {
    assertEquals(1.66253410078, value(Calibration.slope(REFERENCE)), TOLERANCE);
    assertEquals(-0.417960579247, value(Calibration.intercept(REFERENCE)), TOLERANCE);
    assertEquals(0.211724920009, value(Calibration.brierScore(REFERENCE)), TOLERANCE);
    assertEquals(0.124846823147, value(Calibration.hosmerLemeshowPValue(REFERENCE, 6)), TOLERANCE);
  }

  @Test
  void brierOfTheWorkedExample() {
    assertEquals(0.1695, value(Calibration.brierScore(DiscriminationTest.TEN)), 1e-9);
  }

  @ParameterizedTest(name = "net benefit at {0}: {1}, all {2}")
  @CsvSource({"0.2, 0.275, 0.25", "0.35, 0.238462, 0.076923", "0.5, 0.1, -0.2"})
  void netBenefitOfTheWorkedExample(double threshold, double benefit, double ofAll) {
    assertEquals(benefit, DecisionCurve.netBenefit(DiscriminationTest.TEN, threshold), TOLERANCE);
    assertEquals(
        ofAll, DecisionCurve.netBenefitOfAll(DiscriminationTest.TEN, threshold), TOLERANCE);
  }

  @Test
  void groupsHoldEveryPatientOnce() {
    var groups = Calibration.groups(DiscriminationTest.TEN, 3);
    assertEquals(4, groups.get(0).patientCount());
    assertEquals(3, groups.get(1).patientCount());
    assertEquals(0.25, groups.get(0).observedFraction()); // .1 .2 .3 without, .4 with the event
  }

  @Test
  void certainPredictionsHaveNoSlope() {
    var certain = new ScoredOutcomes(new double[] {0, 1, 0.5}, new boolean[] {false, true, true});
    assertInstanceOf(Estimate.Undefined.class, Calibration.slope(certain));
  }

  @Test
  void aScoreIsNoProbability() {
    var scores = new ScoredOutcomes(new double[] {2, 1}, new boolean[] {true, false});
    assertThrows(IllegalArgumentException.class, () -> Calibration.brierScore(scores));
    assertThrows(IllegalArgumentException.class, () -> DecisionCurve.netBenefit(scores, 0.1));
  }

  private static double value(Estimate estimate) {
    return estimate.asOptional().orElseThrow();
  }
}
